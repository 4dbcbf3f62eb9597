"""How the rules over reviews word what ``plugins.reviewed`` found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import Words, finding


def told(
    corpus: Corpus, code: str, words: Words, severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """A finding for each fault of a review of the kinds that ``words`` words."""
    for path, faults in corpus.verdicts.items():
        for fault in faults:
            if fault.kind in words:
                yield replace(finding(path, fault, code, words[fault.kind]), severity=severity)
