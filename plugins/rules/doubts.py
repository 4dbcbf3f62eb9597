"""What ``plugins.markup`` doubts in a text, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import markup
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Record
from plugins.rules.wording import Words, in_text, short


def doubts(
    corpus: Corpus, code: str, words: Words, severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """A finding for each doubt of the kinds that ``words`` words; places are those of the file."""
    for record in corpus.records.values():
        for doubt in markup.doubts(record.text, record.text_format):
            if doubt.kind in words:
                message, fix = words[doubt.kind]
                said = (message.format(value=short(doubt.value)), fix)
                line = record.text_line + doubt.line - 1
                yield in_text(record, line, doubt.column, code, said, doubt.value, severity)


def targets(record: Record) -> Iterator[tuple[markup.Target, int]]:
    """The links and images of a record's text, each with its line in the file."""
    for target in record.links:
        yield target, record.text_line + target.line - 1
