"""Reading leaders, liaisons, key points, kinds of rules and enterprises, and what in them cannot be.

What names persons is looked through for numbers that are nobody's business: a mobile number or
an identity number is a fault, so that the line goes nowhere (个人信息保护法 art. 25).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from plugins.leaks import leaks
from plugins.leaks.leak import Kind
from plugins.records.read_site import is_url
from plugins.records.registry import Registry
from plugins.records.sheet import Sheet, Span, build, rows
from plugins.records.values import is_office_phone
from plugins.steering.tables import (
    ROLES,
    Enterprise,
    KeyDocument,
    KeyTask,
    Leader,
    Liaison,
    RuleKind,
    Steering,
)

SHEETS = ("leaders", "liaisons", "keypoints", "rule_kinds", "enterprises")
_PRIVATE = (Kind.MOBILE, Kind.IDENTITY, Kind.CARD)
_SECURE = "https://"
_FIRST_YEAR, _LAST_YEAR = 2008, 2999
Row = Mapping[str, Any]
T = TypeVar("T", Leader, Liaison, RuleKind, Enterprise)


def steering(sheets: Mapping[str, Sheet], registry: Registry) -> Steering:
    """The sound rows of the five sheets; what is wrong becomes a fault of its sheet.

    ``registry`` is one whose bodies and columns have been read.
    """
    liaisons = sheets["liaisons"]
    public = liaisons.table.pop("public", False)
    if not isinstance(public, bool):
        liaisons.fault("registry-wrong-type", "public", "bool")
    return Steering(
        leaders=_things(sheets["leaders"], "leader", Leader, registry, _leader),
        liaisons=_things(liaisons, "liaison", Liaison, registry, _person),
        public_liaisons=public is True,
        documents=tuple(_documents(sheets["keypoints"], registry)),
        rule_kinds=_things(sheets["rule_kinds"], "kind", RuleKind, registry, _rule_kind),
        enterprises=_things(sheets["enterprises"], "enterprise", Enterprise, registry, _enterprise),
    )


Wrong = Iterator[tuple[str, str, str]]
"""Kinds of faults with value and detail."""


def _things(
    sheet: Sheet,
    name: str,
    make: type[T],
    registry: Registry,
    wrong: Callable[[T, Registry], Wrong],
) -> tuple[T, ...]:
    found: dict[tuple[str, ...], T] = {}
    for row, span in rows(sheet, name):
        one = build(sheet, make, row, span)
        if one is None or not _sound(sheet, make, row, span, wrong(one, registry)):
            continue
        key = _key(one)
        if key in found:
            sheet.fault("registry-duplicate", key[-1], span=span)
        else:
            found[key] = replace(one, line=span[0])
    return tuple(found.values())


def _key(one: T) -> tuple[str, ...]:
    """What no two rows of a sheet share."""
    if isinstance(one, Leader):
        return one.body, one.name, f"{one.post} {one.name} {one.since}"
    if isinstance(one, Liaison):
        return one.body, one.unit, f"{one.unit} {one.name} {one.since}"
    return (one.name if isinstance(one, RuleKind) else one.body,)


def _sound(sheet: Sheet, make: type, row: Row, span: Span, wrong: Wrong) -> bool:
    """Whether a row can be kept; the first reason why not is noted."""
    needed = [f.name for f in fields(make) if f.default is MISSING and f.default_factory is MISSING]
    if blank := [key for key in needed if _blank(row[key])]:
        name = str(row.get("name") or row.get("body") or row.get("title") or "")
        sheet.fault("registry-missing", name, "、".join(blank), span)
        return False
    for kind, value, detail in wrong:
        sheet.fault(kind, value, detail, span)
        return False
    return True


def _blank(value: object) -> bool:
    return value == [] or (isinstance(value, str) and not value.strip())


def _unknown(names: Mapping[str, str], known: Mapping[str, object]) -> Wrong:
    """``names`` by the key under which they stand."""
    for name, key in names.items():
        if name not in known:
            yield "registry-unknown-reference", name, key


def _person(one: Leader | Liaison, registry: Registry) -> Wrong:
    """What is private comes first: no later fault repeats a value that holds it."""
    texts = (one.name, one.work, one.post) if isinstance(one, Leader) else (one.name, one.unit)
    for leak in (leak for text in texts for leak in leaks(text)):
        if leak.kind in _PRIVATE:
            yield "registry-private", one.body, f"{leak.kind.value} {leak.masked}"
    yield from _unknown({one.body: "body"}, registry.bodies)
    if one.phone and not is_office_phone(one.phone):
        yield "registry-bad-phone", texts[-1], ""
    if one.since > one.until:
        yield "registry-term-order", one.name or one.body, str(one.until)


def _leader(one: Leader, registry: Registry) -> Wrong:
    yield from _person(one, registry)
    for role in one.roles:
        if role not in ROLES:
            yield "registry-not-a-choice", role, "、".join(ROLES)


def _rule_kind(one: RuleKind, registry: Registry) -> Wrong:
    kinds = {body.kind: body for body in registry.bodies.values()}
    yield from _unknown(dict.fromkeys(one.kinds, "kinds"), kinds)
    yield from _unknown(dict.fromkeys(one.items, "items"), registry.bodies)


def _enterprise(one: Enterprise, registry: Registry) -> Wrong:
    yield from _unknown({one.body: "body", one.regulator: "regulator"}, registry.bodies)
    yield from _unknown(dict.fromkeys(one.columns, "columns"), registry.columns)


def _documents(sheet: Sheet, registry: Registry) -> Iterator[KeyDocument]:
    """The documents, each with its tasks (``[[document.task]]``)."""
    found = [(row, span, _tasks_of(sheet, row, span)) for row, span in rows(sheet, "document")]
    spans = iter(sheet.headers("document.task", sum(len(tasks) for _, _, tasks in found)))
    for row, span, below in found:
        own = {key: value for key, value in row.items() if key != "task"}
        document = build(sheet, KeyDocument, own, span)
        tasks = [_task(sheet, task, next(spans), registry) for task in below]
        if document and _sound(sheet, KeyDocument, own, span, _addresses((document.link,))):
            if _FIRST_YEAR <= document.year <= _LAST_YEAR:
                kept = tuple(task for task in tasks if task)
                yield replace(document, tasks=kept, line=span[0])
            else:
                sheet.fault("registry-bad-year", "year", str(document.year), span)


def _tasks_of(sheet: Sheet, row: Row, span: Span) -> list[Row]:
    tasks = row.get("task", [])
    if isinstance(tasks, list) and all(isinstance(task, dict) for task in tasks):
        return tasks
    sheet.fault("registry-wrong-type", "task", "list", span)
    return []


def _task(sheet: Sheet, row: Row, span: Span, registry: Registry) -> KeyTask | None:
    task = build(sheet, KeyTask, row, span)
    if task and _sound(sheet, KeyTask, row, span, _task_faults(task, registry)):
        return replace(task, line=span[0])
    return None


def _task_faults(task: KeyTask, registry: Registry) -> Wrong:
    yield from _unknown(dict.fromkeys(task.bodies, "bodies"), registry.bodies)
    yield from _addresses(task.evidence)


def _addresses(found: tuple[str, ...]) -> Wrong:
    """What is written as an address and cannot be one."""
    for one in found:
        if "://" in one and not (one.startswith(_SECURE) and is_url(one)):
            yield "registry-bad-url", one, _SECURE
