"""Labels of old metadata blocks: known names, their writings, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import opencc

from plugins.importer.places import compact
from plugins.importer.render import Lines
from plugins.records.fields import BY_KEY, DROPPED, Show, by_label
from plugins.records.source import Kind

_OLD_PAGE = {
    "日期": "publish_date",
    "时效性": "validity",
    "發布日期": "publish_date",
    "信息索引": "index_no",
    "生成时间": "generated_date",
    "成文时间": "written_date",
}
"""What a label means on an old page where it means something else in front matter."""

_STOPS = (
    "时间",
    "時間",
    "字号",
    "字體",
    "字体",
    "打印",
    "分享",
    "浏览",
    "点击",
    "點擊",
    "编辑",
    "责任编辑",
)
"""Labels that end the value before them and have no field of their own."""

_FEWEST = 3
"""Labels without a colon count only where this many of them stand together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value; ``key`` is a field, ``view_count``, or empty for a stop."""

    label: str
    key: str
    value: str


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def names() -> Mapping[str, str]:
    """Every known label → key of its field (Chinese labels only)."""
    fields = by_label(Kind.ITEM).items()
    # On an old page they are headings of the text, which stays as it is.
    known = {n: f.key for n, f in fields if not n.isascii() and f.show is not Show.ASPECT}
    return MappingProxyType({**known, **DROPPED, **_OLD_PAGE})


def simplified(text: str) -> str:
    """``text`` with Traditional characters written in Simplified ones."""
    return str(_converter().convert(text))


def key_of(label: str) -> str:
    """The field that a label names, blanks inside it and Traditional writing aside; else empty."""
    word = compact(label).strip("：:【】[]*· ")
    found = names().get(word)
    if found is None and 2 <= len(word) <= 10:
        found = names().get(simplified(word))
    return found or ""


@cache
def _inline() -> re.Pattern[str]:
    words = sorted({*names(), *_STOPS}, key=len, reverse=True)
    one = "|".join(r"[\s\x1f]*".join(map(re.escape, word)) for word in words)
    blank = r"[\s\x1f]*"
    return re.compile(
        rf"【{blank}(?P<boxed>{one}){blank}】{blank}[：:]?"
        rf"|(?:^|(?<=[\s\x1f；;|\[]))(?P<label>{one})[\]\s\x1f]*[：:]"
    )


def _clean(value: str) -> str:
    return re.sub(r"[\s\x1f]+", " ", value.replace("\x1f", "")).strip(" 　;；|")


def inline(line: str) -> list[Pair]:
    """All ``label：value`` of one line, in order."""
    found = list(_inline().finditer(line))
    if not found and (head := re.match(r"[\s\x1f]*([^：:]{2,16})[：:]", line)) and key_of(head[1]):
        return [Pair(compact(head[1]), key_of(head[1]), _clean(line[head.end() :]))]
    if not found:
        return []
    ends = [m.start() for m in found[1:]] + [len(line)]
    return [
        Pair(compact(label), key_of(label), _clean(line[m.end() : end]))
        for m, end in zip(found, ends, strict=True)
        for label in (m["boxed"] or m["label"],)
    ]


def tagged(line: str) -> list[Pair]:
    """All labels of a line that stand in elements of their own, without a colon, and their values."""
    pieces = [p for p in (piece.strip() for piece in line.split("\x1f")) if p]
    at = [n for n, piece in enumerate(pieces) if _bare(piece)]
    if not at or at[0] or len(pieces) == len(at) == 1:
        return []
    ends = [*at[1:], len(pieces)]
    return [
        Pair(compact(pieces[n]), key_of(pieces[n]), _clean(" ".join(pieces[n + 1 : end])))
        for n, end in zip(at, ends, strict=True)
    ]


def _bare(line: str) -> bool:
    """Whether a line is a label and nothing else."""
    return len(line) <= 24 and bool(key_of(line))


def _beside(lines: Sequence[str], at: int) -> str:
    """The value on the line after a label: empty where that line is blank, or a label itself."""
    if at + 1 >= len(lines):
        return ""
    following = lines[at + 1]
    return "" if _bare(following) or inline(following) else _clean(following)


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Groups of bare labels that stand on alternating lines with their values."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if not _bare(line):
            continue
        gap = [x for x in lines[run[-1] + 1 : number] if x.strip()] if run else []
        if run and len(gap) > 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def read_block(lines: Lines) -> list[Pair]:
    """Every labelled value of some lines: written inline, in the next cell, or on the next line."""
    texts = [line.strip() for line in lines.done]
    apart = {n: found for n, line in enumerate(lines.done) if (found := tagged(line))}
    if sum(map(len, apart.values())) < _FEWEST:
        apart = {}
    alternating = {n for run in _runs(texts) if len(run) >= _FEWEST for n in run}
    pairs: list[Pair] = []
    for number, line in enumerate(texts):
        in_next_cell = {number, number + 1} <= lines.cells
        if number in alternating or (in_next_cell and _bare(line)):
            label = compact(line).strip("：:\x1f")
            pairs.append(Pair(label, key_of(label), _beside(texts, number)))
        else:
            found = inline(line) or apart.get(number, [])
            if found and not found[-1].value and in_next_cell:
                found[-1] = Pair(found[-1].label, found[-1].key, _beside(texts, number))
            pairs.extend(found)
    return pairs


def name_of(key: str) -> str:
    """The Chinese label of a field."""
    return BY_KEY[key].label if key in BY_KEY else key
