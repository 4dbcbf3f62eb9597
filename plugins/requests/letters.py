"""The letters (答复文书): model texts of ``letters.toml``, one for each outcome and each step.

政府信息公开条例 art. 30, 32, 33, 36 to 39, 42; 行政复议法 (2023) art. 20, 23, 34; 行政诉讼法 art. 45, 46.
The outcomes are the rows of the yearly report's form (``plugins.annual``): each has one letter.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from plugins import addresses
from plugins.annual import form, outcomes
from plugins.annual.form import Row
from plugins.frame import Link
from plugins.plan import Page
from plugins.requests import heads
from plugins.requests.papers_context import Door, LetterPage, Line, Part, Passage, Shelf

FORM = "2021"
_BLANK = re.compile(r"\[([^\]|]+)(?:\|([0-9]+))?\]")
_LINE = "＿"  # what is written on, by hand or in its place
_WIDTH = 6
_DAY = f"{_LINE * 4}年{_LINE * 2}月{_LINE * 2}日"

Table = Mapping[str, Any]


@cache
def _texts() -> Table:
    return tomllib.loads(Path(__file__).with_name("letters.toml").read_text(encoding="utf-8"))


def line(text: str) -> Line:
    """A sentence with its blanks: ``[what is wanted]`` or ``[what is wanted|width in characters]``.

    What is wanted and ends in 日期 is a day.
    """
    parts, at = [], 0
    for found in _BLANK.finditer(text):
        if found.start() > at:
            parts.append(Part(text[at : found.start()]))
        parts.append(Part(_drawn(found[1], int(found[2] or _WIDTH)), found[1]))
        at = found.end()
    return (*parts, Part(text[at:])) if at < len(text) else tuple(parts)


def _drawn(blank: str, width: int) -> str:
    return _DAY if blank.endswith("日期") else _LINE * width


def pages(index: Link, deadline: Link) -> Iterator[Page]:
    """A page for each letter."""
    rows = {row.key: row for row in outcomes(FORM)}
    for letter in _texts()["letter"]:
        row = rows.get(letter.get("outcome", ""))
        page = _page(letter, row, index, deadline)
        yield Page(addresses.paper(letter["key"]), "letter.html", page)


def _page(letter: Table, row: Row | None, index: Link, deadline: Link) -> LetterPage:
    shared = _texts()
    label = _label(row) if row else ""
    return LetterPage(
        head=heads.head(
            letter["title"],
            f"{letter['title']}{label and f'（{label}）'}的样式，可以填写后打印；不保存、不上传。",
            (index,),
            scripts=("letter.js",),
            kind=label,
        ),
        outcome=row.key if row else "",
        label=label,
        article=row.article if row else "",
        notes=_notes(letter),
        title=letter["title"],
        number=line(shared["number"]),
        addressee=line(letter.get("addressee", shared["addressee"])),
        passages=tuple(map(_passage, _said(letter))),
        signed=tuple(map(line, letter.get("signed", shared["signed"]))),
        index=index,
        deadline=deadline,
    )


def _said(letter: Table) -> Iterator[str | Sequence[str]]:
    """The text from the opening to the remedies: a paragraph, or several to choose from."""
    shared = _texts()
    yield from letter.get("opening", shared["opening"])
    yield from letter["text"]
    first, direct = shared["remedies"]["first"], shared["remedies"]["direct"]
    match letter.get("remedies"):
        case "first":
            yield from first
        case "direct":
            yield direct
        case "choose":
            yield "".join(first), direct


def _notes(letter: Table) -> tuple[str, ...]:
    chosen = (_texts()["choose_note"],) if letter.get("remedies") == "choose" else ()
    return (*letter["notes"], *chosen)


def _passage(said: str | Sequence[str]) -> Passage:
    return Passage(tuple(map(line, (said,) if isinstance(said, str) else said)))


def _label(row: Row) -> str:
    """An outcome as it is printed, without its number and what is said in brackets."""
    plain = re.sub(r"^(（.）|\d\.)", "", row.label)
    return re.sub(r"（.{3,}）$", "", plain)


def steps() -> tuple[Door, ...]:
    """The letters on the way to a reply."""
    return tuple(
        Door(letter["title"], addresses.paper(letter["key"]), letter["door"])
        for letter in _texts()["letter"]
        if "outcome" not in letter
    )


def replies() -> tuple[Shelf, ...]:
    """The letters that end a request, below the headings of the form."""
    known = form(FORM)
    keys = {letter["outcome"]: letter for letter in _texts()["letter"] if "outcome" in letter}
    found = []
    for parent, rows in groupby(outcomes(FORM), key=lambda row: row.parent):
        heading = known.row(parent)
        label = heading.label if heading.parent else ""
        found.append(Shelf(label, tuple(_door(row, keys[row.key]) for row in rows)))
    return tuple(found)


def _door(row: Row, letter: Table) -> Door:
    told = f"{letter['title']}（{row.article}）" if row.article else letter["title"]
    return Door(f"{row.key} {_label(row)}", addresses.paper(letter["key"]), told)
