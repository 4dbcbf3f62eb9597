"""How rules make findings: from a reader's fault, from a field, from a line of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.leaks.veil import veiled
from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY
from plugins.records.finding import Finding, Severity
from plugins.records.source import Fault, Record

Words = Mapping[str, tuple[str, str]]
"""Kind of fault -> message and remedy; ``{value}``, ``{field}`` and ``{detail}`` are the fault's."""

SHOWN = 40


def short(text: str) -> str:
    """``text`` as a message quotes it: one line of at most SHOWN characters, no number cut in two."""
    line = veiled(" ".join(text.split()))
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def finding(path: str, fault: Fault, code: str, words: tuple[str, str], **more: str) -> Finding:
    """The finding that words ``fault`` in ``path``; ``more`` are further names for the words."""
    given = {"value": short(fault.value), "field": fault.field, "detail": fault.detail, **more}
    message, fix = (sentence.format(**given) for sentence in words)
    return Finding(path, fault.line, fault.column, code, fault.field, message, fix, fault.value)


def worded(corpus: Corpus, code: str, words: Words) -> Iterator[Finding]:
    """A finding for each fault of the kinds that ``words`` words."""
    for path, fault in corpus.faults(*words):
        yield finding(path, fault, code, words[fault.kind])


def label_of(record: Record, key: str) -> str:
    """The label that stands in the file for ``key``, else the one of the field table."""
    return record.label(key, BY_KEY[key].label)


def at(
    record: Record,
    key: str,
    code: str,
    message: str,
    fix: str,
    severity: Severity = Severity.ERROR,
    offset: int = 0,
) -> Finding:
    """A finding at the value of a field, ``offset`` characters into it."""
    line, column = record.place(key)
    label = label_of(record, key)
    column += offset
    return Finding(record.path, line, column, code, label, message, fix, record.raw(key), severity)


def lines(record: Record) -> Iterator[tuple[int, str]]:
    """The lines of the text with their numbers in the file."""
    return enumerate(record.text.split("\n"), record.text_line)


def in_text(
    record: Record,
    line: int,
    column: int,
    code: str,
    words: tuple[str, str],
    value: str = "",
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A finding in the text below the front matter."""
    return Finding(record.path, line, column, code, "正文", *words, value, severity)


def listed(names: Iterable[str]) -> str:
    """Names for a sentence: “甲”“乙”."""
    return "".join(f"“{name}”" for name in names)
