"""Reading ``registry/leaks.toml``."""

from __future__ import annotations

from dataclasses import replace

from plugins.leaks.allowance import Allowance
from plugins.leaks.leak import Kind
from plugins.records.sheet import Sheet, build, rows

_TEXTS = ("file", "kind", "reason", "approver")


def allowances(sheet: Sheet) -> tuple[Allowance, ...]:
    """The sound entries; what is blank or of no known kind becomes a fault of the sheet."""
    found = []
    for row, span in rows(sheet, "allow"):
        one = build(sheet, Allowance, row, span)
        if one is None:
            continue
        if blank := [key for key in _TEXTS if not row[key].strip()]:
            sheet.fault("registry-missing", one.file, "、".join(blank), span)
        elif one.kind not in list(Kind):
            sheet.fault("registry-unknown-reference", one.kind, "kind", span)
        else:
            found.append(replace(one, line=span[0]))
    return tuple(found)
