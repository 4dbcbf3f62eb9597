"""不主动公开的条目

是什么：公开方式是“依申请公开”“不予公开”，或者公开范围不是面向社会的条目。
为什么：这样的条目不会出现在网站上，这里只提示一声；但它若写着公开日期或者带着附件，
就说明有人以为它是公开的，两种说法必有一错，所以是错误。
怎么改：确实公开的，把公开方式改成“主动公开”；不公开的，删去公开日期，移走附件。
依据：政府信息公开条例第十三条至第十七条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.fields import MODES, TRADITIONAL_MODES
from plugins.records.finding import Finding, Severity
from plugins.records.source import Record
from plugins.rules.wording import at, label_of

CODE = "GK214"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice for each withheld item; an error where it also says that it is public."""
    for record in corpus.withheld:
        if not stated(record):
            continue  # GK201 or GK207
        mode = TRADITIONAL_MODES.get(record.raw("disclosure_mode"), record.raw("disclosure_mode"))
        key = "disclosure_scope" if mode in ("", "主动公开") else "disclosure_mode"
        said = f"“{label_of(record, key)}”是“{record.raw(key)}”"
        if claim := _claim(record):
            fix = "公开的，改成“主动公开”；不公开的，删去公开日期，移走附件"
            yield at(record, key, CODE, f"{said}，却{claim}", fix)
        else:
            fix = "不公开的，不必处理；要公开的，写“主动公开”，公开范围写“面向社会”"
            yield at(record, key, CODE, f"{said}，不会公开", fix, Severity.NOTICE)


def stated(record: Record) -> bool:
    """Whether a withheld item says so itself, rather than nothing or something unknown."""
    mode = record.raw("disclosure_mode")
    return mode in MODES or mode in TRADITIONAL_MODES or bool(record.raw("imported_from"))


def _claim(record: Record) -> str:
    """What in a withheld item says that it is public."""
    if record.raw("publish_date"):
        return f"写着{label_of(record, 'publish_date')}“{record.raw('publish_date')}”"
    return f"带着附件“{record.files[0].name}”" if record.files else ""
