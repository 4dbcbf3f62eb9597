"""What is off, and what is worked instead: the yearly notices, and the law for years without one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off in one stretch, both ends included, and the weekend days worked for it (调休).

    ``first`` and ``last`` are written ``from`` and ``to``. ``notice`` is the document that fixes
    a site's own holiday (全国年节及纪念日放假办法第四条); the nation's stand with their year.
    """

    name: str
    first: date = field(metadata={"key": "from"})
    last: date = field(metadata={"key": "to"})
    notice: str
    work: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of the State Council or its General Office; what is confirmed of it."""

    title: str
    number: str = ""
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """What the notices fixed for one year; a holiday may begin in the December before."""

    notices: tuple[Notice, ...]
    holidays: tuple[Holiday, ...]


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(HERE.joinpath(name).read_text(encoding="utf-8"))


def _holiday(row: Mapping[str, Any]) -> Holiday:
    return Holiday(row["name"], row["from"], row["to"], "", tuple(row.get("work", ())))


@cache
def published() -> Mapping[int, Year]:
    """The years whose notice is out, in order."""
    years = {}
    for path in sorted(HERE.glob("years/*.toml")):
        table = _read(f"years/{path.name}")
        notices = tuple(Notice(**row) for row in table["notices"])
        years[int(path.stem)] = Year(notices, tuple(map(_holiday, table["holidays"])))
    return years


@cache
def statutory() -> Mapping[int, tuple[Holiday, ...]]:
    """The days off that the law itself names, for years whose notice is not out.

    全国年节及纪念日放假办法 (revised 2024-11-10) art. 2. What art. 6 gives for one of them that
    falls on a weekend, and which weekends are worked, only the notice says: so a year of these
    is provisional. A day of two festivals stands once for each.
    """
    return {int(year): _named(int(year), *days) for year, days in _read("lunar.toml").items()}


def _named(
    year: int, new_year: date, clear: date, dragon: date, autumn: date
) -> tuple[Holiday, ...]:
    eve, third = new_year - timedelta(1), new_year + timedelta(2)
    rows = (
        ("元旦", date(year, 1, 1), date(year, 1, 1)),
        ("春节", eve, third),  # 除夕, 正月初一至初三
        ("清明节", clear, clear),
        ("劳动节", date(year, 5, 1), date(year, 5, 2)),
        ("端午节", dragon, dragon),
        ("中秋节", autumn, autumn),
        ("国庆节", date(year, 10, 1), date(year, 10, 3)),
    )
    return tuple(Holiday(name, first, last, "") for name, first, last in rows)
