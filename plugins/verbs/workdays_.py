"""``workdays DATE ±N``: the N-th working day from a date, and why it is that day.

The sentences are those of the calculator on the site, ``[deadline.said]`` of the theme's words.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

import click

from plugins.records import read_registry
from plugins.refused import CONFIGURATION, CONTENT, Refused
from plugins.verbs import folders
from plugins.workdays.calendar import Calendar, OutsideCalendar, calendar
from plugins.workdays.holidays import Notice
from plugins.workdays.periods import UNITS, WORKING_DAYS, Due, counter, due

OVERLAY = "registry/holidays.toml"
STRINGS = Path(__file__).parents[2] / "theme/strings/rooms.zh-CN.toml"


@click.command(
    "workdays",
    help="从某日起第 N 个工作日是哪一天，为什么；N 写作 20、+20 或 -20（往前数），当日不计。",
    context_settings={"ignore_unknown_options": True},  # -20 is a number here
)
@folders
@click.argument("day", metavar="DATE")
@click.argument("number", metavar="N")
@click.option(
    "--unit",
    default=WORKING_DAYS,
    type=click.Choice(UNITS),
    show_default=True,
    help="日：按公历日数",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def command(content: str, output: str, day: str, number: str, unit: str, as_json: bool) -> None:
    """Print the day and its reasons; for programs a JSON document of ``Due``, its days in ISO."""
    start, n, known = _day(day), _number(number), _calendar(content)
    try:
        found = due(start, n, unit, known)
    except OutsideCalendar as error:
        raise Refused(str(error), CONFIGURATION) from error
    click.echo(_document(found) if as_json else "\n".join(_lines(start, n, unit, found, known)))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else "")
    except ValueError:
        message = f"“{text}”不是日期 → 写作 2026-01-30"
        raise Refused(message, CONFIGURATION) from None


def _number(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,6}", text):
        raise Refused(f"“{text}”不是天数 → 写作 20、+20 或 -20", CONFIGURATION)
    return int(text)


def _calendar(content: str) -> Calendar:
    """The nation's calendar, and the region's where the site keeps a list of its own."""
    if not Path(content).is_dir():
        message = f"没有内容目录 {content} → 在项目的目录里运行，或者用 --content 指明"
        raise Refused(message, CONFIGURATION)
    registry = read_registry.read(Path(content, "registry"))
    if OVERLAY in registry.faults:
        raise Refused(f"{OVERLAY} 写错了 → 运行 make check 查看并改正", CONTENT)
    return calendar(registry.holidays)


def _document(found: Due) -> str:
    document = {
        "due": found.day.isoformat(),
        "provisional": found.provisional,
        "skipped": [{"date": day.isoformat(), "name": name} for day, name in found.skipped],
        "made_up": [day.isoformat() for day in found.made_up],
    }
    return json.dumps(document, ensure_ascii=False)


@cache
def _words() -> dict[str, str]:
    said: dict[str, str] = tomllib.loads(STRINGS.read_text(encoding="utf-8"))["deadline"]["said"]
    return said


def _say(sentence: str, /, **places: object) -> str:
    """A sentence of the calculator, its places filled in."""
    return _words()[sentence].format(**places)


def _lines(start: date, n: int, unit: str, found: Due, known: Calendar) -> Iterator[str]:
    yield _written(found.day) + f" {_say('provisional')}" * found.provisional
    way = {"start": _written(start), "n": abs(n), "counter": counter(unit)}
    yield _say("back" if n < 0 else "way", **way)
    if found.nominal != found.day:
        yield _moved(found, n, known)
    for name, days in groupby(found.skipped, key=lambda row: row[1]):
        yield _say("skipped", name=name, days=_stretches([day for day, _ in days]))
    if found.made_up:
        yield _say("made_up", days="、".join(map(_written, found.made_up)))
    touched = (start, found.nominal, found.day)
    yield from _sources(min(touched), max(touched), known)
    if found.provisional:
        yield _say("why")


def _moved(found: Due, n: int, known: Calendar) -> str:
    rest, name = _written(found.nominal), known.off.get(found.nominal)
    rest = _say("named", day=rest, name=name) if name else rest
    return _say("moved_back" if n < 0 else "moved", day=rest)


def _written(day: date) -> str:
    weekday = _say("weekdays")[day.isoweekday() % 7]
    return _say("day", date=day, weekday=weekday)


def _stretches(days: Sequence[date]) -> str:
    """Days in order, those that follow each other drawn together."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "、".join(
        str(r[0]) if len(r) == 1 else _say("stretch", first=r[0], last=r[-1]) for r in runs
    )


def _sources(first: date, last: date, known: Calendar) -> Iterator[str]:
    """The notices of the years from ``first`` to ``last``, and the local ones of days there."""
    for year in range(first.year, last.year + 1):
        yield from map(_cited, known.notices.get(year, ()))
    for holiday in known.local:
        if holiday.first <= last and first <= holiday.last:
            yield _say("basis", title=holiday.notice, facts=holiday.name)


def _cited(notice: Notice) -> str:
    parts = [part for part in (notice.number, notice.issued and str(notice.issued)) if part]
    return _say("basis", title=notice.title, facts="，".join(parts))
