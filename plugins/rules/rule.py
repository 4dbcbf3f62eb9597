"""What a rule is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding


class Rule(Protocol):
    """What every module of RULES has.

    ``SEVERITY`` only where its findings never stop a build, ``SINCE`` (a date) only where the
    rule came later than what it judges.
    """

    CODE: str
    __doc__: str | None

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        """Every place of CONTENT that does not obey the rule."""
