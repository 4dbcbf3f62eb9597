"""期限计算: when a period of the law ends, counted in the browser with the calendar of the site.

What ends when is decided in ``plugins.workdays``; its arithmetic has a twin in
``theme/static/workdays.js``, to which ``days`` hands the calendar as a classic script.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from plugins import addresses
from plugins.frame import Link
from plugins.plan import Batch, Blob, Page
from plugins.requests import heads
from plugins.requests.papers_context import DeadlinePage, Period, Unit
from plugins.workdays.calendar import Calendar, calendar
from plugins.workdays.holidays import Holiday, Notice
from plugins.workdays.periods import UNITS, counter

LINK = Link("期限计算", addresses.DEADLINE)
NAME = "gongkai.days"


def plan(holidays: tuple[Holiday, ...], papers: Link) -> Iterator[Page | Batch]:
    """The calculator, and the calendar with the ``holidays`` of the site's own region."""
    page = DeadlinePage(
        head=heads.head(
            LINK.label,
            "从哪天起、多少个工作日、哪天届满，放假和调休怎样算；在浏览器里计算，不联网。",
            scripts=("workdays.js", "deadline.js"),
        ),
        data=addresses.DEADLINE_DAYS,
        periods=periods(),
        units=tuple(Unit(name, counter(name)) for name in UNITS),
        papers=papers,
    )
    yield Page(addresses.DEADLINE, "deadline.html", page)
    yield Batch(addresses.DEADLINE_DAYS, days, (holidays,))


@cache
def periods() -> tuple[Period, ...]:
    """The periods of ``periods.toml``."""
    text = Path(__file__).with_name("periods.toml").read_text(encoding="utf-8")
    return tuple(Period(**row) for row in tomllib.loads(text)["period"])


def days(holidays: tuple[Holiday, ...]) -> Iterator[Blob]:
    """The calendar as a script, with the ``holidays`` of the region over the nation's."""
    known = calendar(holidays)
    written = json.dumps(_written(known), ensure_ascii=False, separators=(",", ":"))
    script = f"this.gongkai=this.gongkai||{{}};{NAME}={written};\n"
    yield Blob(addresses.DEADLINE_DAYS, script.encode())


def _written(known: Calendar) -> dict[str, object]:
    """First and last day; days off by stretches (first day, how many, name); days worked; sources."""
    return {
        "first": str(known.first),
        "last": str(known.last),
        "off": [[str(day), n, name] for day, n, name in _stretches(known)],
        "work": [str(day) for day in known.made_up],
        "notices": {
            year: [_cited(notice) for notice in notices] for year, notices in known.notices.items()
        },
        "local": [[str(h.first), str(h.last), h.notice, h.name] for h in known.local],
    }


def _cited(notice: Notice) -> list[str]:
    """What the notice is called, and its number and day as far as they are known."""
    facts = (notice.number, str(notice.issued or ""))
    return [notice.title, "，".join(filter(None, facts))]


def _stretches(known: Calendar) -> Iterator[tuple[date, int, str]]:
    """Days off that follow each other and have one name."""
    first, n, name = known.first, 0, ""
    for day, called in known.off.items():
        if n and day == first + timedelta(n) and called == name:
            n += 1
            continue
        if n:
            yield first, n, name
        first, n, name = day, 1, called
    if n:
        yield first, n, name
