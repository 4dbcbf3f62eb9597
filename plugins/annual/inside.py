"""The running text against itself: parts and wholes, and its own dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from plugins.annual.identity import Identity, Kind
from plugins.annual.prose import Count, Sentence, counts
from plugins.records.finding import Severity

_OTHER = re.compile(r"同比|增|减|上年|去年|此外|另")
_MORE = re.compile(r"等[^,]{0,4}$|等[,、]")
_STARTED = re.compile(r"(\d{4})年(\d{1,2})月[^。]{0,8}(?:启动|着手|开始)")
_EXPECTED = re.compile(r"(?:预计|拟于|计划)[^,\d]{0,6}(\d{4})年(\d{1,2})月[^,]{0,12}完成")
_REPORT = re.compile(r"年度报告|年报|编制")


def parts(text: tuple[Sentence, ...]) -> Iterator[Identity]:
    """A whole and the parts that follow it behind 其中, in one sentence and one unit."""
    nth = 0
    for sentence in text:
        split = sentence.text.find("其中")
        found = list(counts(sentence.text))
        whole = next((c for c in reversed(found) if c.end <= split), None)
        below = [c for c in found if whole and c.start > split and c.unit == whole.unit]
        below = [c for c in below if not _OTHER.search(c.context)]
        if whole and below:
            nth += 1
            yield _parts(f"T:其中{nth}", whole, below, sentence)


def _parts(name: str, whole: Count, below: list[Count], sentence: Sentence) -> Identity:
    sums = list(accumulate(c.number for c in below))
    exact = next((s for s in sums if whole.low <= s <= whole.high), None)
    right = sums[-1] if exact is None else exact
    open_list = len(below) < 2 or bool(_MORE.search(sentence.text))
    short = exact is None and right < whole.low
    return Identity(
        id=name,
        label="正文所说的分项之和＝正文所说的总数",
        fix="核对这句话里的总数和分项",
        kind=Kind.SHORTFALL if short else Kind.TEXT,
        left=whole.number,
        right=right,
        holds=exact is not None or (short and open_list),
        cells=(),
        relation="≥" if short and open_list else "=",
        severity=Severity.WARNING,
        quote=sentence.raw,
    )


def dates(text: tuple[Sentence, ...]) -> Iterator[Identity]:
    """The report's own dates: it cannot be expected before the month in which it was begun."""
    started = expected = None
    quote = ""
    for sentence in text:
        if started is None and _REPORT.search(sentence.text):
            started = _STARTED.search(sentence.text)
        if started and expected is None and _REPORT.search(sentence.text):
            expected = _EXPECTED.search(sentence.text)
            quote = sentence.raw if expected else quote
    if started and expected:
        left, right = (Decimal(m[1]) * 100 + Decimal(m[2]) for m in (started, expected))
        yield Identity(
            id="T:编制日期",
            label="编制启动的年月不晚于预计完成的年月",
            fix="核对正文里的两个日期",
            kind=Kind.TEXT,
            left=left,
            right=right,
            holds=left <= right,
            cells=(),
            relation="≤",
            severity=Severity.ERROR,
            quote=quote,
        )
