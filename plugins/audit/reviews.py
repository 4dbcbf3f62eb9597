"""Nothing public that nobody reviewed: the records beside the items, read anew and otherwise."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.audit.base import Fact
from plugins.audit.mismatch import Mismatch
from plugins.audit.source import PUBLIC
from plugins.audit.stamp import digest_of

_DIGEST = re.compile(rb"""(?m)^\s*digest\s*=\s*["']([0-9a-f]{64})["']""")


def unreviewed(content: str, facts: Iterable[tuple[str, Fact]]) -> Iterator[Mismatch]:
    """Public items whose last record is not of what lies there now, where a site keeps records.

    An imported one may stand in the baseline instead.
    """
    if not _kept(content):
        return
    legacy = None
    for path, fact in facts:
        if fact.state == PUBLIC and _signed(content, path) != _sealed(content, path, fact):
            legacy = _legacy(content) if legacy is None else legacy
            if (path, fact.sha256) not in legacy:
                yield Mismatch("ledger", path, "没有审查过，或者审查以后改动过")


def _kept(content: str) -> bool:
    site = Path(content, "registry", "site.toml")
    if not site.is_file():
        return False
    return tomllib.loads(site.read_text(encoding="utf-8")).get("REVIEW") == "记录"


def _signed(content: str, path: str) -> str:
    try:
        data = Path(content, f"{path.removesuffix('.md')}.review.toml").read_bytes()
    except OSError:
        return ""
    found = _DIGEST.findall(data)
    return found[-1].decode() if found else ""


def _sealed(content: str, path: str, fact: Fact) -> str:
    """What ``sha256sum`` says of its own lines about an item and its files."""
    folder = path.removesuffix(".md")
    sums = {path: fact.sha256}
    for name, stamp in fact.files.items():
        sums[f"{folder}/{name}"] = stamp.sha256 or digest_of(f"{content}/{folder}/{name}")
    lines = "".join(f"{sums[p]}  {p}\n" for p in sorted(sums))
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def _legacy(content: str) -> set[tuple[str, str]]:
    """Items of the baseline with the digest of their file."""
    path = Path(content, "baseline.json")
    rows = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return {(row["path"], row["sha256"]) for row in rows if row["code"] == "GK210"}
