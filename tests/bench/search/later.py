"""What clerks do after a town was built: items that come later than all others, and edits.

Every text is read back by the project's own reader, so that an item is what a build would see.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from plugins import town
from plugins.records.item import Item
from plugins.records.load import load

SEED = town.SEED + 1
DAY = date(2035, 12, 31)
"""A day after the last that is added."""

_SERIAL = 90_000
"""No body of a town has so many items in a year."""

WORDS = ("负责", "组织", "检查", "公布", "监督", "安排", "评估", "管理")
_SENTENCE = re.compile(r"(?<=。)[^。\n]{12,}。")


def added(folder: Path, many: int, after: date, a_day: int = 1) -> tuple[Item, ...]:
    """``many`` items of another seed, ``a_day`` of them published on each day after ``after``.

    Those of one day come in any order of their numbers, as from many bodies.
    """
    town.write(many, str(folder), SEED)
    order = {}
    paths = sorted(folder.glob("items/*/*/*.md"))
    for place, path in enumerate(Random(SEED).sample(paths, len(paths))):
        day = after + timedelta(1 + place // a_day)
        text = path.read_text(encoding="utf-8")
        number = rf"\g<1>{day.year}-{_SERIAL + place:05d}"
        text = re.sub(r"(?m)^(索引号: .*/).*$", number, text, count=1)
        text = re.sub(r"(?m)^公开日期: .*$", f"公开日期: {day}", text, count=1)
        path.write_text(text, encoding="utf-8")
        order[path.relative_to(folder).as_posix()] = place
    found = load(str(folder), DAY).items
    return tuple(sorted(found, key=lambda item: order[item.record.path]))


def edited(content: Path, folder: Path, chosen: Sequence[Item], kind: str) -> tuple[Item, ...]:
    """``chosen`` items of CONTENT, the text of each with one edit of that kind."""
    shutil.copytree(content / "registry", folder / "registry")
    for number, item in enumerate(chosen):
        place = item.record.path
        text = (content / place).read_text(encoding="utf-8")
        other = (content / chosen[number - 1].record.path).read_text(encoding="utf-8")
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(EDITS[kind](text, other), encoding="utf-8")
    found = {item.key: item for item in load(str(folder), DAY).items}
    return tuple(found[item.key] for item in chosen)


def reworded(text: str, _: str) -> str:
    """One word, the first of WORDS behind the middle, becomes another one of as many characters."""
    half = len(text) // 2
    places = {text.find(word, half): word for word in WORDS}
    first = min(place for place in places if place >= 0)
    other = WORDS[WORDS.index(places[first]) - 1]
    return text[:first] + other + text[first + len(other) :]


def retold(text: str, other: str) -> str:
    """One sentence, the first whole one behind the middle, becomes such a one of ``other``."""
    found = _sentence(text)
    return text[: found.start()] + _sentence(other)[0] + text[found.end() :]


def told(text: str, other: str) -> str:
    """Such a sentence of ``other`` stands before that of ``text``."""
    place = _sentence(text).start()
    return text[:place] + _sentence(other)[0] + text[place:]


def _sentence(text: str) -> re.Match[str]:
    found = _SENTENCE.search(text, len(text) // 2)
    if not found:
        raise ValueError("no whole sentence behind the middle of a text")
    return found


EDITS: Mapping[str, Callable[[str, str], str]] = {
    "word": reworded,
    "sentence": retold,
    "sentence more": told,
}
"""A text and that of another item to the text after the edit."""
