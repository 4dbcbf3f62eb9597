"""By when: the periods of law (``national/clocks.toml``), and what a site makes of them.

A site may be stricter than the law, in a column or in ``registry/clocks.toml``, and never looser:
what is looser is a fault, and the law counts in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from plugins.records.registry import Body, Clock, Column, Profile, Registry
from plugins.records.sheet import Sheet
from plugins.workdays.periods import DAYS, UNITS

PUBLISH, WITHDRAW, CONSULT = "公开", "撤回", "征求意见"
GENERAL = "一般"
"""The clock of all profiles that have none of their own."""

EVENTS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("形成或变更", "形成", "变更"), "generated_date"),
        **dict.fromkeys(("批准或批复", "批准", "批复"), "approved_date"),
        "年度终了": "period",
        "变更、撤销、违法或无效": "abolish_date",
        "征求意见开始": "publicity_from",
    }
)
"""What a period may run from, and the field that holds its day."""

DEPARTMENTS = frozenset(("政府部门", "政府办公室"))
"""Kinds of bodies that 条例 art. 49 gives until 31 January; it names governments, and no others."""
_CHANGED = ("形成或变更", "变更")
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def clock_of(column: str, registry: Registry, duty: str = PUBLISH) -> Clock | None:
    """The clock of a column: its own or its nearest ancestor's, else that of its profile, else
    条例 art. 26. None only for a duty that the law has not for this profile."""
    law = _law(registry.profile_of(column), registry.clocks, duty)
    own = (step.clock for step in reversed(registry.trail(column))) if duty == PUBLISH else ()
    return next((clock for clock in own if clock and not objection(clock, law)), law)


def clock_of_change(column: str, registry: Registry) -> Clock | None:
    """The clock that a change of an item starts anew (条例 art. 26: 形成或者变更之日); None where
    what runs in the column runs from something else."""
    law = _law(registry.profile_of(column), registry.clocks, PUBLISH)
    clocks = (clock_of(column, registry), law)
    return next((clock for clock in clocks if clock and clock.event in _CHANGED), None)


def _law(profile: Profile, clocks: Iterable[Clock], duty: str) -> Clock | None:
    named = {clock.name: clock for clock in clocks if clock.duty == duty}
    return named.get(profile.clock or profile.name) or named.get(GENERAL)


def kind_of(body: Body, registry: Registry) -> str:
    """The kind by which a day of ``until`` is a body's: the lead body of a platform publishes the
    report of its government (条例 art. 49), and has its day."""
    lead = body.id == registry.site.lead_body and body.kind in DEPARTMENTS
    return "人民政府" if lead else body.kind


def limit(clock: Clock) -> str:
    """The length of a clock in words: 20个工作日, 20日, or the days of the year."""
    if clock.number:
        return f"{clock.number}{'日' if clock.unit == DAYS else f'个{clock.unit}'}"
    return "、".join(f"{kind}{day}" for kind, day in clock.until.items())


def objection(clock: Clock, law: Clock | None) -> str:
    """Why a site may not have ``clock`` where ``law`` binds it, as a sentence; empty if it may."""
    if unsound := _unsound(clock):
        return unsound
    if law is None:
        return ""
    if EVENTS[clock.event] != EVENTS[law.event]:
        return f"从“{clock.event}”起算，{law.article}从“{law.event}”起算"
    if law.until:
        days = ((day, clock.until.get(kind, "99-99")) for kind, day in law.until.items())
        loose = any(own > day for day, own in days)
    elif law.duty == CONSULT:
        loose = clock.number < law.number or clock.unit != law.unit
    else:  # working days are never fewer days than days
        longer_unit = clock.unit != DAYS and law.unit == DAYS
        loose = not clock.number or clock.number > law.number or longer_unit
    return f"{limit(clock)}，宽于{law.article}规定的{limit(law)}" if loose else ""


def _unsound(clock: Clock) -> str:
    """What no clock may be."""
    if clock.duty not in (PUBLISH, WITHDRAW, CONSULT):
        return f"duty“{clock.duty}”不是公开、撤回、征求意见中的一个"
    if clock.event not in EVENTS:
        return f"event“{clock.event}”不是{'、'.join(EVENTS)}中的一个"
    if clock.unit not in UNITS:
        return f"unit“{clock.unit}”不是日或者工作日"
    if clock.number < 0 or bool(clock.number) == bool(clock.until):
        return "number 和 until 要写而且只能写一个，number 是 1 以上的整数"
    if bad := [day for day in clock.until.values() if not _MONTH_DAY.fullmatch(day)]:
        return f"until 里的“{bad[0]}”不是月和日"
    return ""


def merged(own: Iterable[Clock], national: Iterable[Clock], sheet: Sheet) -> tuple[Clock, ...]:
    """The clocks of the law, those in ``own`` that are stricter in the place of theirs.

    The law does not go away by being left out, so a list of its own takes nothing from it. What
    is wrong is a fault of ``sheet``.
    """
    found = {(clock.duty, clock.name): clock for clock in national}
    general = {clock.duty: clock for clock in national if clock.name == GENERAL}
    for clock in own:
        law = found.get((clock.duty, clock.name), general.get(clock.duty))
        if not clock.name.strip():
            sheet.fault("registry-missing", "clock", "name")
        elif why := objection(clock, law):
            sheet.fault("registry-loose-clock", clock.name, why)
        else:
            found[clock.duty, clock.name] = clock
    return tuple(found.values())


def check(registry: Registry, sheets: Mapping[str, Sheet]) -> None:
    """Note as faults the clocks of columns that are looser than the law, and names of no clock."""
    for column, why in _loose(registry):
        sheet = sheets["columns"]
        sheet.fault("registry-loose-clock", column.id, why, sheet.spans.get(column.id))
    names = {clock.name for clock in registry.clocks}
    for profile in registry.profiles.values():
        if profile.clock and profile.clock not in names:
            sheet = sheets["profiles"]
            span = sheet.spans.get(profile.name)
            sheet.fault("registry-unknown-reference", profile.clock, profile.name, span)


def _loose(registry: Registry) -> Iterator[tuple[Column, str]]:
    for column in registry.columns.values():
        if column.clock:
            law = _law(registry.profile_of(column.id), registry.clocks, PUBLISH)
            if why := objection(column.clock, law):
                yield column, why
