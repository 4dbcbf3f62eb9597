"""``workdays DATE ±N``: the N-th working day from a date, and why it is that day."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import click

from plugins.records import read_registry
from plugins.refused import CONFIGURATION, CONTENT, Refused
from plugins.verbs import folders
from plugins.workdays.calendar import Calendar, OutsideCalendar, calendar
from plugins.workdays.holidays import Notice
from plugins.workdays.periods import DAYS, UNITS, WORKING_DAYS, Due, due

OVERLAY = "registry/holidays.toml"
COUNTERS = {WORKING_DAYS: "个工作日", DAYS: "日"}


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


def _lines(start: date, n: int, unit: str, found: Due, known: Calendar) -> Iterator[str]:
    yield _written(found.day) + (" 暂定" if found.provisional else "")
    way = "往前数第" if n < 0 else "起第"
    yield f"从 {_written(start)}{way} {abs(n)} {COUNTERS[unit]}，当日不计（民法典第二百零一条）"
    if found.nominal != found.day:
        yield _moved(found, n, known)
    for name, days in groupby(found.skipped, key=lambda row: row[1]):
        yield f"放假不计：{name} {_stretches([day for day, _ in days])}"
    if found.made_up:
        yield f"调休上班，计入：{'、'.join(map(_written, found.made_up))}"
    touched = (start, found.nominal, found.day)
    yield from _sources(min(touched), max(touched), known)
    if found.provisional:
        yield (
            "暂定：有的年份放假通知还没有公布，只按《全国年节及纪念日放假办法》第二条"
            "的节日和周六、周日计算 → 通知公布后再算一次"
        )


def _moved(found: Due, n: int, known: Calendar) -> str:
    rest = f"{_written(found.nominal, known.off.get(found.nominal, ''))}是休息日"
    if n < 0:
        return f"{rest}，取它之前的工作日（往前数时怎样顺延，法律没有规定）"
    return f"{rest}，顺延到下一个工作日（民法典第二百零三条）"


def _written(day: date, name: str = "") -> str:
    return f"{day}（周{'一二三四五六日'[day.weekday()]}{name and '，' + name}）"


def _stretches(days: Sequence[date]) -> str:
    """Days in order, those that follow each other drawn together."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "、".join(str(r[0]) if len(r) == 1 else f"{r[0]} 至 {r[-1]}" for r in runs)


def _sources(first: date, last: date, known: Calendar) -> Iterator[str]:
    """The notices of the years from ``first`` to ``last``, and the local ones of days there."""
    for year in range(first.year, last.year + 1):
        yield from map(_cited, known.notices.get(year, ()))
    for holiday in known.local:
        if holiday.first <= last and first <= holiday.last:
            yield f"依据：{holiday.notice}（{holiday.name}）"


def _cited(notice: Notice) -> str:
    parts = [part for part in (notice.number, notice.issued and str(notice.issued)) if part]
    return f"依据：{notice.title}（{'，'.join(parts)}）"
