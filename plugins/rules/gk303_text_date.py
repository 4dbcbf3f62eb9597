"""正文落款的日期与成文日期不同

是什么：正文单独成行的日期里，没有一个与“成文日期”相同；只写形成日期的，都比它早得多（old_after）。
为什么：成文日期要与原件的落款一致，期限从它算起。
怎么改：对照原件，改正文件头或正文里错的那一个；正文里的日期确实另有所指的，不必处理。
依据：《党政机关公文格式》（GB/T 9704-2012）7.3.5（成文日期）。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Kind, Record
from plugins.rules import gk307_clock_date
from plugins.rules.gk308_old_text import passed
from plugins.rules.printed import contradicted, day_of, printed
from plugins.rules.wording import at, label_of
from plugins.workdays.calendar import calendar

CODE = "GK303"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at each date that the text contradicts, unless GK307 says so already."""
    told = {f.path for f in gk307_clock_date.check(corpus)}
    for record in corpus.of_kind(Kind.ITEM):
        key = "written_date" if record.raw("written_date") else "generated_date"
        day = day_of(record, key)
        other = contradicted(record, day) if day and record.path not in told else None
        if day and other and (key == "written_date" or _moved(corpus, record, day)):
            message = (
                f"“{label_of(record, key)}”是{record.raw(key)}，"
                f"正文第{other.line}行却是{other.text}"
            )
            yield at(record, key, CODE, message, "对照原件，改正错的那一个", SEVERITY)


def _moved(corpus: Corpus, record: Record, day: date) -> bool:
    """Whether a text is much older than its 形成日期: one that is no document may name other days."""
    newest = max(found.day for found in printed(record))
    days, limit = calendar(corpus.registry.holidays), corpus.registry.site.old_after
    return not record.raw("imported_from") and bool(passed(newest, day, limit, days))
