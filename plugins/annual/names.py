"""What clerks call a row or a column: its key or its printed label, in any width and script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from plugins.annual.form import Column, Form, Row, form
from plugins.hanzi.fold import fold

_CONVERTED = {
    "规范性档案": "规范性文件",
    "网路": "网络",
    "线上": "在线",
    "设定": "设置",
    "答覆": "答复",
    "回覆": "回复",
}
"""What converters to the usage of Taiwan write, folded; each as long as what it stands for."""

_BLANK = re.compile(r"\s+")
_MARKS = re.compile(r"[.、,:;。\"'《》]")
_NOTE = re.compile(r"\([^()]{3,}\)$")
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十](?=[^(\d])|\([一二三四五六七八九十]\)|\d+|其中)+")


def plain(text: str) -> str:
    """Running text for patterns: one width, one script, without blanks."""
    text = _BLANK.sub("", fold(text))
    for converted, meant in _CONVERTED.items():
        text = text.replace(converted, meant)
    return text


def normal(label: str) -> str:
    """A label for comparing: ``plain``, without marks and quotes."""
    return _MARKS.sub("", plain(label))


def _ways(key: str, label: str) -> tuple[str, ...]:
    """The ways to name a row, strictest first: key, label, label without note, without number."""
    full = normal(label)
    short = _NOTE.sub("", full)
    return normal(key), full, short, _NUMBER.sub("", short)


def _indexed(things: Iterable[Row] | Iterable[Column]) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    indexes: tuple[dict[str, tuple[str, ...]], ...] = ({}, {}, {}, {})
    for thing in things:
        for index, name in zip(indexes, _ways(thing.key, thing.label), strict=True):
            index[name] = (*index.get(name, ()), thing.key)
    return tuple(MappingProxyType(index) for index in indexes)


@cache
def _rows(name: str) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    return _indexed(row for section in form(name).sections for row in section.rows)


@cache
def _columns(name: str, section: str) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    return _indexed(form(name).section(section).columns)


def _found(indexes: tuple[Mapping[str, tuple[str, ...]], ...], written: str) -> tuple[str, ...]:
    name = normal(written)
    return next((index[name] for index in indexes if name in index), ())


def rows(shape: Form, written: str, before: str = "") -> tuple[str, ...]:
    """The keys of the rows that ``written`` may mean; none, or several where it is ambiguous.

    ``before`` is the row of the line above: “（三）其他情形数” below 行政诉讼 is that of 行政诉讼.
    """
    found = _found(_rows(shape.name), written)
    if len(found) < 2 or not before:
        return found
    above = (before, shape.row(before).parent)
    return tuple(key for key in found if shape.row(key).parent in above) or found


def columns(shape: Form, row: str, written: str) -> tuple[str, ...]:
    """The keys of the columns of ``row`` that ``written`` may mean; empty means an only column."""
    section = shape.by_row[row][0]
    if not written.strip() and len(section.columns) == 1:
        return (section.columns[0].key,)
    return _found(_columns(shape.name, section.id), written)
