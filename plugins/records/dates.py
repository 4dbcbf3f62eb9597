"""Dates as clerks write them: a fixed table of spellings, never a guess."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

EARLIEST, LATEST = 1900, 2100

_TIME = r"(?:[T ]\s*(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?"
_SPELLINGS = tuple(
    re.compile(pattern + _TIME)
    for pattern in (
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
        r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})",
        r"(?P<y>\d{4})\.(?P<m>\d{1,2})\.(?P<d>\d{1,2})",
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
    )
)
_HAN_DATE = re.compile(
    r"(?P<y>[〇零○Oo一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月"
    r"(?P<d>[一二三四五六七八九十廿卅]{1,3})日" + _TIME
)
_DIGITS = {c: i for i, group in enumerate(("〇零○Oo", *"一二三四五六七八九")) for c in group}


class Problem(StrEnum):
    """Why a text is not a date."""

    IMPOSSIBLE = "impossible-date"
    UNREADABLE = "unreadable-date"


@dataclass(frozen=True, slots=True)
class Written:
    """A date that was read, and the time of day written beside it (empty where none is)."""

    day: date
    time: str = ""


def _han_number(text: str) -> int:
    """一 to 三十一, with 廿 and 卅."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text] if len(text) == 1 else 0
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def _fields(text: str) -> tuple[int, int, int, str] | None:
    for spelling in _SPELLINGS:
        if found := spelling.fullmatch(text):
            return int(found["y"]), int(found["m"]), int(found["d"]), found["time"] or ""
    if found := _HAN_DATE.fullmatch(text):
        year = int("".join(str(_DIGITS[c]) for c in found["y"]))
        return year, _han_number(found["m"]), _han_number(found["d"]), found["time"] or ""
    return None


def _clock(time: str) -> bool:
    """Whether a time of day exists on a clock; a leap second (60) does in UTC and is kept."""
    parts = [int(p) for p in time.split(":")] if time else []
    return all(p < limit for p, limit in zip(parts, (24, 60, 61), strict=False))


def read(text: str) -> Written | Problem:
    """Read one date in one of the accepted spellings, with or without a time of day."""
    fields = _fields(unicodedata.normalize("NFKC", text).strip().replace("○", "〇"))
    if fields is None:
        return Problem.UNREADABLE
    year, month, day, time = fields
    if not EARLIEST <= year <= LATEST or not _clock(time):
        return Problem.IMPOSSIBLE
    try:
        return Written(date(year, month, day), time)
    except ValueError:
        return Problem.IMPOSSIBLE


def spoken(day: date | None) -> str:
    """2021年1月7日; the empty string for an unknown day."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
