"""A text of about 2,000 characters, made of the phrase tables by a generator of its own."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from plugins.town.phrases import ACTORS, HEADS, MEASURES, PLACES, SENTENCES, THINGS

LENGTH = 2000
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item is about."""

    place: str
    topic: str
    year: int


def _pick(random: Random, table: tuple[str, ...]) -> str:
    # Several times as fast as Random.choice, and a text has hundreds of picks.
    return table[int(random.random() * len(table))]


def _sentence(random: Random, subject: Subject) -> str:
    chance = random.random
    small = 1 + int(chance() * 28)
    return _pick(random, SENTENCES).format(
        place=subject.place,
        topic=subject.topic,
        year=subject.year,
        spot=_pick(random, PLACES),
        actor=_pick(random, ACTORS),
        other=_pick(random, ACTORS),
        measure=_pick(random, MEASURES),
        more=_pick(random, MEASURES),
        thing=_pick(random, THINGS),
        n=60 + int(chance() * 900),
        m=30 + int(chance() * 30),
        k=2 + small // 2,
        day=small,
        month=1 + int(chance() * 12),
        pct=60 + int(chance() * 40),
    )


def _table(random: Random, subject: Subject) -> str:
    rows = [f"| 序号 | 地点 | {subject.topic} | 数量 |", "|---|---|---|---|"]
    for number in range(1, 4 + int(random.random() * 5)):
        place, thing = _pick(random, PLACES), _pick(random, THINGS)
        rows.append(f"| {number} | {place} | {thing} | {int(random.random() * 500)} |")
    return "\n".join(rows)


def text(random: Random, subject: Subject) -> str:
    """Sections under ``##`` headings until the text is as long as texts of this town are."""
    wanted = LENGTH * (0.6 + 0.6 * random.random())
    parts: list[str] = []
    size = section = 0
    while size < wanted:
        if section < len(_NUMERALS):
            parts.append(f"## {_NUMERALS[section]}、{_pick(random, HEADS)}")
        if section == 2 and random.random() < 0.3:
            parts.append(_table(random, subject))
        section += 1
        for _ in range(3):
            paragraph = "".join(_sentence(random, subject) for _ in range(3))
            parts.append(paragraph)
            size += len(paragraph)
    return "\n\n".join(parts)
