"""Findings in the words of whoever reads them: a person, a program, a forge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plugins.records.finding import Finding
from plugins.reporters import github, gitlab, json_document, junit, sarif, text

Counts = Mapping[str, int]
Reporter = Callable[[Sequence[Finding], Counts, str], str]

REPORTERS: Mapping[str, Reporter] = {
    "text": text.report,
    "json": json_document.report,
    "sarif": sarif.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "junit": junit.report,
}
FORMATS = tuple(REPORTERS)


def report(findings: Sequence[Finding], counts: Counts, form: str, content: str) -> str:
    """All findings in one of FORMATS, ending in a line break.

    ``counts`` has items, errors, warnings and notices. ``content`` is CONTENT as it was named;
    paths are told from the working directory, but for JSON, whose paths are those of CONTENT.
    """
    return REPORTERS[form](findings, counts, content.rstrip("/"))
