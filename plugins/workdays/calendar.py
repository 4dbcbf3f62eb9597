"""Every day from 2007 on, rest or work."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from plugins.workdays.holidays import SATURDAY, Holiday, Notice, published, statutory


class OutsideCalendar(ValueError):
    """A day, or the end of a period, for which nobody can know what is worked."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days from ``first`` to ``last``: what is off and why, and what is worked instead.

    ``off`` names every day of a holiday, weekends among them, in the order of days; ``made_up``
    are the Saturdays and Sundays worked (调休上班); ``notices`` what fixed each published year,
    ``local`` the region's own holidays among these.
    ``rests`` (Mondays to Fridays off) and ``workdays`` (ordinals) follow from these, in order.
    """

    first: date
    last: date
    notices: Mapping[int, tuple[Notice, ...]]
    local: tuple[Holiday, ...]
    off: Mapping[date, str]
    made_up: tuple[date, ...]
    rests: tuple[date, ...] = field(repr=False, compare=False)
    workdays: tuple[int, ...] = field(repr=False, compare=False)

    def published(self, year: int) -> bool:
        """Whether the State Council's notice for ``year`` is known here."""
        return year in self.notices

    def is_workday(self, day: date) -> bool:
        """Whether ``day`` is worked; raises OutsideCalendar before ``first`` and after ``last``."""
        self.require(day)
        return _works(day, self.off, self.made_up)

    def require(self, day: date) -> None:
        """Raise OutsideCalendar for a day that this calendar does not know."""
        if not self.first <= day <= self.last:
            raise OutsideCalendar(self.refusal(str(day)))

    def refusal(self, what: str) -> str:
        """The sentence that ``what`` lies outside."""
        return f"算不出{what}：只知道 {self.first} 至 {self.last} 的放假安排 → 换一个日期"


def _works(day: date, off: Container[date], made_up: Container[date]) -> bool:
    return day not in off if day.weekday() < SATURDAY else day in made_up


def _span(holiday: Holiday, first: date, last: date) -> Iterable[date]:
    start, end = max(holiday.first, first), min(holiday.last, last)
    return (start + timedelta(n) for n in range((end - start).days + 1))


def calendar(overlay: Iterable[Holiday] = ()) -> Calendar:
    """The nation's calendar with the holidays of a site's own region over it, which win.

    Years without a notice have only the days off that the law names (放假办法 art. 2).
    """
    return _calendar(tuple(overlay))


@lru_cache(maxsize=8)
def _calendar(overlay: tuple[Holiday, ...]) -> Calendar:
    years = {year: known.holidays for year, known in published().items()}
    years = {**statutory(), **years}
    first, last = date(min(years), 1, 1), date(max(years), 12, 31)
    off: dict[date, str] = {}
    worked: set[date] = set()
    for holiday in (*(h for year in sorted(years) for h in years[year]), *overlay):
        for day in _span(holiday, first, last):
            off[day] = f"{off[day]}、{holiday.name}" if day in off else holiday.name
            worked.discard(day)
        for day in holiday.work:
            if first <= day <= last:
                worked.add(day)
                off.pop(day, None)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    return Calendar(
        first=first,
        last=last,
        notices={year: known.notices for year, known in published().items()},
        local=overlay,
        off=dict(sorted(off.items())),
        made_up=tuple(sorted(worked)),
        rests=tuple(day for day in sorted(off) if day.weekday() < SATURDAY),
        workdays=tuple(day.toordinal() for day in days if _works(day, off, worked)),
    )
