"""The record of what was taken off the attachments of an item, which lies beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from plugins.records.sheet import build, parsed, rows
from plugins.records.source import Fault

SUFFIX = ".scrub.toml"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HEAD = """\
# 附件清理记录：由 scrub 写，一次清理一段。before、after 是清理前后的 SHA-256。
"""


@dataclass(frozen=True, slots=True)
class Scrub:
    """One attachment, freed once: its name, its SHA-256 (hex) before and after, what was removed.

    ``turned``: its pixels were turned upright, those of a JPEG encoded again for it.
    """

    file: str
    before: str
    after: str
    removed: tuple[str, ...]
    turned: bool
    day: date = field(metadata={"key": "date"})
    line: int = 1


@dataclass(frozen=True, slots=True)
class Log:
    """All that was freed beside an item, the first one first, and what is wrong in the file."""

    scrubs: tuple[Scrub, ...] = ()
    faults: tuple[Fault, ...] = ()


def beside(item: str) -> str:
    """The path of the record of the item at a path."""
    return item.removesuffix(".md") + SUFFIX


def item_of(record: str) -> str:
    """The path of the item whose record lies at a path."""
    return record.removesuffix(SUFFIX) + ".md"


def read(path: str, data: bytes) -> Log:
    """The record at ``path``; never raises for what stands in it."""
    sheet, found = parsed(path, data), list[Scrub]()
    for row, span in rows(sheet, "scrub"):
        scrub = build(sheet, Scrub, row, span)
        if scrub is None:
            continue
        odd = [one for one in (scrub.before, scrub.after) if not _DIGEST.fullmatch(one)]
        if odd:
            sheet.fault("scrub-digest", odd[0], "", span)
        else:
            found.append(replace(scrub, line=span[0]))
    if not found and not sheet.faults:
        sheet.fault("scrub-blank", "")
    return Log(tuple(found), tuple(sheet.faults))


def written(before: str, scrubs: Iterable[Scrub]) -> str:
    """The text of a record with more at its end."""
    parts = [(before if before.strip() else _HEAD).rstrip("\n")]
    for scrub in scrubs:
        removed = ", ".join(_quoted(word) for word in scrub.removed)
        lines = (
            "[[scrub]]",
            f"file = {_quoted(scrub.file)}",
            f"before = {_quoted(scrub.before)}",
            f"after = {_quoted(scrub.after)}",
            f"removed = [{removed}]",
            f"turned = {str(scrub.turned).lower()}",
            f"date = {scrub.day.isoformat()}",
        )
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
