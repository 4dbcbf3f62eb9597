"""日期像是上传的时刻

是什么：成文、生成一类的日期带着时分，或者正是导入那一天，而正文里印着另一个日期。
为什么：旧系统常把录入的时刻填作生成日期，公开期限就会从错误的日子算起。
怎么改：写正文落款的日期；录入的时刻写在“录入时间”里。
依据：政府信息公开条例第二十六条（期限自信息形成之日起算）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Kind, Record
from plugins.rules.printed import contradicted, day_of
from plugins.rules.wording import at, label_of

CODE = "GK307"

_FIELDS = ("written_date", "generated_date", "effective_date")


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error where the text prints another date, a notice where there is only a time of day."""
    for record in corpus.of_kind(Kind.ITEM):
        for key in _FIELDS:
            if finding := _doubt(record, key):
                yield finding


def _doubt(record: Record, key: str) -> Finding | None:
    day, label, written = day_of(record, key), label_of(record, key), record.raw(key)
    timed = (f for f in record.faults if f.kind == "date-with-time" and f.field == label)
    time = next((fault.detail for fault in timed), "")
    if day is None or not (time or day == day_of(record, "imported_at")):
        return None
    what = f"带着时分“{time}”" if time else "正是导入那一天"
    other = contradicted(record, day) if key != "effective_date" else None
    if other:
        message = f"“{label}”{written}{what}，正文第{other.line}行却是{other.text}"
        return at(record, key, CODE, message, "写正文落款的日期；录入的时刻写在“录入时间”里")
    if time:
        message, fix = f"“{label}”{what}", "只写年月日"
        return at(record, key, CODE, message, fix, Severity.NOTICE)
    return None
