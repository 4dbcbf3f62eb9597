"""What each query should find, by rules on metadata and texts; no engine is asked.

``expected(kind, query, items)`` is the one door. Every rule is one sentence: its docstring.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.search.asked.entries import Entry, plain


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and what it means where that is not what was typed."""

    typed: str
    means: str = ""

    @property
    def meant(self) -> str:
        """The words to look for."""
        return self.means or self.typed


@dataclass(frozen=True, slots=True)
class Expected:
    """Keys of all items that answer, and of those that belong into the first ten."""

    relevant: frozenset[str] = frozenset()
    best: frozenset[str] = frozenset()


Rule = Callable[[Query, Sequence[Entry]], Expected]


def expected(kind: str, query: Query, items: Sequence[Entry]) -> Expected:
    """What ``query`` of ``kind`` should find among ``items``, the entries of ``read``."""
    return RULES[kind](query, items)


def _keys(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(found.key for found in entries)


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)


def _title_and_keywords(found: Entry) -> str:
    return "\n".join((found.plain_title, *found.plain_keywords))


_TIERS: tuple[Callable[[Entry], str], ...] = (
    lambda found: found.plain_title,
    _title_and_keywords,
    lambda found: found.plain_all,
)


def _foremost(words: Sequence[str], entries: Sequence[Entry]) -> frozenset[str]:
    """Those with all words in the title; if none, with the keywords too; if none, anywhere."""
    for told in _TIERS:
        if found := _keys(e for e in entries if _holds(told(e), words)):
            return found
    return _keys(entries)


def _of_words(words: Sequence[str], items: Sequence[Entry]) -> Expected:
    held = [e for e in items if _holds(e.plain_all, words)]
    return Expected(_keys(held), _foremost(words, held))


def _word(query: Query, items: Sequence[Entry]) -> Expected:
    """Items that hold the meant word as it stands; best in the title, else keywords, else text."""
    return _of_words([plain(query.meant)], items)


def _words(query: Query, items: Sequence[Entry]) -> Expected:
    """Items that hold every word somewhere; best all in the title, else keywords too, else text."""
    return _of_words(plain(query.meant).split(), items)


def _fragment(query: Query, items: Sequence[Entry]) -> Expected:
    """Items that hold the fragment; best those whose title does, and nothing else is expected."""
    found = _word(query, items)
    titled = _keys(e for e in items if plain(query.meant) in e.plain_title)
    return Expected(found.relevant if titled else titled, titled)


def _titled(query: Query, items: Sequence[Entry]) -> Expected:
    """Items whose title holds the meant word: what is spelt by its sound is meant as a name."""
    titled = _keys(e for e in items if plain(query.meant) in e.plain_title)
    return Expected(titled, titled)


def _numbered(number: Callable[[Entry], str]) -> Rule:
    def rule(query: Query, items: Sequence[Entry]) -> Expected:
        """Exactly the items whose own number is the meant one."""
        found = _keys(e for e in items if number(e) and plain(number(e)) == plain(query.meant))
        return Expected(found, found)

    return rule


_LABELS: Mapping[str, Callable[[Entry], str]] = {
    "名称": lambda e: e.plain_title,
    "标题": lambda e: e.plain_title,
    "关键词": lambda e: "\n".join(e.plain_keywords),
    "发布机构": lambda e: plain("\n".join(e.bodies)),
    "栏目": lambda e: plain(e.column),
}
_TERM = re.compile(
    r'(?P<minus>-?)(?:(?P<label>[^\s:"]+):)?(?:"(?P<quoted>[^"]+)"|(?P<bare>[^\s"]+))'
)
_QUOTES = str.maketrans("“”„‟「」『』«»", '"' * 10)


@dataclass(frozen=True, slots=True)
class _Term:
    minus: bool
    label: str
    text: str

    def fits(self, found: Entry) -> bool:
        told = _LABELS[self.label](found) if self.label else found.plain_all
        return (self.text in told) != self.minus


def _terms(typed: str) -> list[_Term]:
    """Quoted phrases, words after a minus, ``label:word`` and plain words."""
    terms = []
    for match in _TERM.finditer(plain(typed).translate(_QUOTES)):
        label, text = match["label"] or "", match["quoted"] or match["bare"]
        if label and label not in _LABELS:
            raise ValueError(f"no such field: {label}")
        terms.append(_Term(bool(match["minus"]), label, text))
    return terms


def _composed(query: Query, items: Sequence[Entry]) -> Expected:
    """Items that hold each phrase as it stands, each field's word in that field, no minus word."""
    terms = _terms(query.meant)
    words = [term.text for term in terms if not term.minus and not term.label]
    held = [e for e in items if all(term.fits(e) for term in terms)]
    return Expected(_keys(held), _foremost(words, held))


_DATE = re.compile(
    r"(?P<y>\d{4})年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?"
    r"|(?P<y2>\d{4})[-./](?P<m2>\d{1,2})(?:[-./](?P<d2>\d{1,2}))?"
)


@dataclass(frozen=True, slots=True)
class _Period:
    """A year, a month or a day; None is any."""

    year: int
    month: int | None
    day: int | None

    @property
    def written(self) -> str:
        month = f"{self.month}月" if self.month else ""
        return f"{self.year}年{month}" + (f"{self.day}日" if self.day else "")

    def has(self, found: Entry) -> bool:
        """Whether a date of the item lies in it, or the title names it."""
        return (
            self.written in found.plain_title
            or (not self.month and found.year == self.year)
            or any(
                day.year == self.year
                and self.month in (None, day.month)
                and self.day in (None, day.day)
                for day in found.dates
            )
        )


def _period(typed: str) -> tuple[_Period, list[str]]:
    """The period that ``typed`` names, and the words beside it."""
    match = _DATE.search(typed)
    if not match:
        raise ValueError(f"no date: {typed}")
    year, month, day = (match[g] or match[f"{g}2"] for g in "ymd")
    words = (typed[: match.start()] + " " + typed[match.end() :]).split()
    return _Period(int(year), int(month) if month else None, int(day) if day else None), words


def _dated(query: Query, items: Sequence[Entry]) -> Expected:
    """Items dated in the period or naming it in their title, that hold the other words as well."""
    period, words = _period(plain(query.meant))
    held = [e for e in items if period.has(e) and _holds(e.plain_all, words)]
    return Expected(_keys(held), _foremost(words, held))


def _of_body(query: Query, items: Sequence[Entry]) -> Expected:
    """Items published by the body named first, or naming it, that hold the other words as well."""
    body, *words = plain(query.meant).split()
    of_body = [e for e in items if body in plain("\n".join(e.bodies))]
    named = [e for e in items if body in e.plain_all]
    held = [
        e for e in {e.key: e for e in (*of_body, *named)}.values() if _holds(e.plain_all, words)
    ]
    own = {e.key for e in of_body}
    nearest = [e for e in held if e.key in own or body in e.plain_title] or held
    return Expected(_keys(held), _foremost(words, nearest))


RULES: Mapping[str, Rule] = {
    "one_character": _word,
    "two_characters": _word,
    "words": _word,
    "colloquial": _word,
    "traditional": _word,
    "regional": _word,
    "typos": _word,
    "two_words": _words,
    "three_words": _words,
    "fragments": _fragment,
    "pinyin": _titled,
    "initials": _titled,
    "document_numbers": _numbered(lambda e: e.doc_number),
    "index_numbers": _numbered(lambda e: e.index_no),
    "document_fields": _numbered(lambda e: e.doc_number),
    "index_fields": _numbered(lambda e: e.index_no),
    "phrases": _composed,
    "minus": _composed,
    "fields": _composed,
    "dates": _dated,
    "bodies": _of_body,
}
