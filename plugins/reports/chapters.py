"""The text of a report in parts, so that each table stands in its chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERS = "一二三四五六七八"
_MARKED = re.compile(rf"#{{1,6}}[ \t\u3000]*([{_NUMBERS}])、")
_PLAIN = re.compile(rf"[ \t\u3000]*([{_NUMBERS}])、.{{1,30}}(?<![。；：，])$")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the text, its heading included; ``number`` is empty before the first."""

    number: str
    text: str


def split(text: str) -> tuple[Chapter, ...]:
    """The parts in order; together they are the text, line by line.

    A chapter begins at a heading with the next number; where no heading is marked, at a short
    line with it.
    """
    lines = text.split("\n")
    starts = tuple(_starts(lines, _MARKED)) or tuple(_starts(lines, _PLAIN))
    places = [("", 0), *starts]
    ends = [start for _, start in starts] + [len(lines)]
    parts = (
        Chapter(number, "\n".join(lines[start:end]))
        for (number, start), end in zip(places, ends, strict=True)
    )
    return tuple(part for part in parts if part.text.strip())


def _starts(lines: list[str], heading: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    wanted = 0
    for place, line in enumerate(lines):
        found = heading.match(line)
        if found and wanted < len(_NUMBERS) and found[1] == _NUMBERS[wanted]:
            yield found[1], place
            wanted += 1
