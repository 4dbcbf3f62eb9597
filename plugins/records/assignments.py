"""Reading ``registry/assignments.toml`` (任务分解表), and what in it cannot be."""

from __future__ import annotations

from dataclasses import replace

from plugins.owed.assignment import FREQUENCIES, Assignment
from plugins.owed.deadline import objection
from plugins.records.clocks import clock_of, kind_of
from plugins.records.registry import Body, Registry
from plugins.records.sheet import Sheet, Span, build, rows


def assignments(sheet: Sheet, registry: Registry) -> tuple[Assignment, ...]:
    """The sound lines, in the order of the file; what is wrong becomes a fault of ``sheet``.

    ``registry`` is one whose bodies, columns and clocks have been read.
    """
    found: dict[tuple[str, str], Assignment] = {}
    for row, span in rows(sheet, "assignment"):
        one = build(sheet, Assignment, row, span)
        if one is None or not _sound(sheet, one, registry, span):
            continue
        if (one.body, one.column) in found:
            sheet.fault("registry-double-task", f"{one.body} {one.column}", span=span)
        else:
            found[one.body, one.column] = replace(one, line=span[0])
    return tuple(found.values())


def _sound(sheet: Sheet, one: Assignment, registry: Registry, span: Span) -> bool:
    """Whether a line can be kept; the first reason why not is noted."""
    body = registry.bodies.get(one.body)
    if body is None:
        sheet.fault("registry-unknown-reference", one.body, "body", span)
    elif one.column not in registry.columns:
        sheet.fault("registry-unknown-reference", one.column, "column", span)
    elif not registry.is_leaf(one.column):
        sheet.fault("registry-not-a-leaf", one.column, span=span)
    elif one.frequency not in FREQUENCIES:
        sheet.fault("registry-not-a-choice", one.frequency, "、".join(FREQUENCIES), span)
    elif why := _objection(one, body, registry):
        sheet.fault("registry-bad-deadline", one.deadline or one.column, why, span)
    else:
        return True
    return False


def _objection(one: Assignment, body: Body, registry: Registry) -> str:
    clock, kind = clock_of(one.column, registry), kind_of(body, registry)
    return objection(one.frequency, one.deadline, clock, kind)
