"""正文落款的日期与成文日期不同

是什么：正文单独成行的日期里，没有一个与“成文日期”相同。
为什么：成文日期要与原件的落款一致，期限从它算起。
怎么改：对照原件，改正文件头或正文里错的那一个；正文里的日期确实另有所指的，不必处理。
依据：《党政机关公文格式》（GB/T 9704-2012）7.3.5（成文日期）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Kind
from plugins.rules import gk307_clock_date
from plugins.rules.printed import contradicted, day_of
from plugins.rules.wording import at, label_of

CODE = "GK303"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at each 成文日期 that the text contradicts, unless GK307 says so already."""
    told = {f.path for f in gk307_clock_date.check(corpus)}
    for record in corpus.of_kind(Kind.ITEM):
        day = day_of(record, "written_date")
        other = contradicted(record, day) if day and record.path not in told else None
        if other:
            label = label_of(record, "written_date")
            message = (
                f"“{label}”是{record.raw('written_date')}，正文第{other.line}行却是{other.text}"
            )
            fix = "对照原件，改正错的那一个"
            yield at(record, "written_date", CODE, message, fix, SEVERITY)
