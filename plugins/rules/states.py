"""How the rules over records of what became of items word what reading them found."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import Words, finding


def told(corpus: Corpus, code: str, words: Words) -> Iterator[Finding]:
    """A finding for each fault of a record of the kinds that ``words`` words."""
    for path, faults in corpus.state_faults.items():
        yield from (finding(path, f, code, words[f.kind]) for f in faults if f.kind in words)
