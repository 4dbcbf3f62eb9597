"""What the site says of itself: SHA256SUMS and the counts of release.json, where it has them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from plugins.audit.look import SUMS
from plugins.audit.mismatch import Mismatch
from plugins.audit.source import DRAFT, PUBLIC, SCHEDULED, WITHHELD

RELEASE = "release.json"
OUTSIDE = frozenset({SUMS, RELEASE})
"""What SHA256SUMS does not list."""

_STATES = {"items": PUBLIC, "drafts": DRAFT, "withheld": WITHHELD, "scheduled": SCHEDULED}


@dataclass(slots=True)
class Counts:
    """Items by state; public items by body and month; rows of closed pages by list.

    A column goes by its id alone, which has no slash; any other list as ``year/2021``.
    """

    states: Counter[str]
    bodies: Counter[str]
    months: Counter[str]
    columns: Counter[str]


def listed(data: bytes) -> tuple[dict[str, str], list[Mismatch]]:
    """Address → SHA-256 as SHA256SUMS has it, and its lines that cannot be read."""
    found: dict[str, str] = {}
    faults = []
    for number, line in enumerate(data.decode(errors="replace").split("\n"), 1):
        name = line[66:]
        if line[64:66] == "  " and name and name not in found:
            found[name] = line[:64]
        elif line:
            faults.append(Mismatch("ledger", SUMS, f"第 {number} 行不能读"))
    return found, faults


def complete(sums: Mapping[str, str], files: Set[str]) -> Iterator[Mismatch]:
    """Files that SHA256SUMS does not list, and listed ones that are not there."""
    for address in sorted(files - sums.keys() - OUTSIDE):
        yield Mismatch("ledger", address, f"没有列入 {SUMS}")
    for address in sorted(sums.keys() - (files - OUTSIDE)):
        yield Mismatch("ledger", address, f"列在 {SUMS} 里，网站里却没有")


def counted(release: bytes, sums: bytes | None, files: int, counts: Counts) -> Iterator[Mismatch]:
    """Numbers of release.json that are not what the source and the site give."""
    try:
        said = json.loads(release)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        yield Mismatch("ledger", RELEASE, "不能读")
        return
    for message in _differences(said, _expected(sums, files, counts)):
        yield Mismatch("ledger", RELEASE, message)
    columns = said.get("columns")
    if isinstance(columns, dict) and not _columns(columns, counts):
        yield Mismatch("ledger", RELEASE, "columns 的数目与栏目目录不符")


def _expected(sums: bytes | None, files: int, counts: Counts) -> dict[str, Any]:
    numbers = {key: counts.states[state] for key, state in _STATES.items()}
    lists = {"bodies": dict(counts.bodies), "months": dict(counts.months)}
    digest = {"sums": hashlib.sha256(sums).hexdigest()} if sums is not None else {}
    return {**numbers, "files": files, **lists, **digest}


def _differences(said: dict[str, Any], expected: dict[str, Any]) -> Iterator[str]:
    for key, value in expected.items():
        if key in said and said[key] != value:
            if isinstance(value, dict) and isinstance(said[key], dict):
                pairs = value.items() ^ said[key].items()
                yield f"{key} 的数目不符：{'、'.join(sorted({str(k) for k, _ in pairs})[:9])}"
            else:
                yield f"{key} 是 {said[key]}，应为 {value}"


def _columns(said: dict[str, Any], counts: Counts) -> bool:
    """Whether columns sum up to all items, none with more than its list, which holds those below.

    Which of the lists that an item stands in is its own column, only the registry knows.
    """
    try:
        whole = sum(said.values()) == counts.states[PUBLIC]
        return whole and all(0 < n <= counts.columns[column] for column, n in said.items())
    except TypeError:
        return False
