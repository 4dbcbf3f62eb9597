"""旧文新发

是什么：新增的条目，落款的日期比第一次公开早得多（登记表 old_after，没有写就是60个工作日）。
为什么：几年前的文件今天才公开，读者会当作新的；网页上把生成日期和公开日期都写明，也要让编辑知道。
怎么改：确是旧文件的，在正文里说明为什么现在公开；日期写错了的，对照原件改正；从旧网站搬来的，用 make import。
依据：政府信息公开条例第二十六条（自形成或者变更之日起二十个工作日内公开）。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at
from plugins.workdays.calendar import Calendar, OutsideCalendar, calendar
from plugins.workdays.periods import between

CODE = "GK308"
SEVERITY = Severity.NOTICE


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice for each item that was old already when a release held it for the first time.

    Imported items, those that say when they were public before, and all of the first release
    were there before this system.
    """
    if not corpus.released:
        return
    began, limit = min(corpus.released.values()), corpus.registry.site.old_after
    days = calendar(corpus.registry.holidays)
    for item in corpus.items:
        first, made = corpus.released.get(item.key), item.generated_date
        if item.imported or item.publish_date or not made or first == began:
            continue
        day = first or corpus.day
        if (day - made).days > limit and (lapse := passed(made, day, limit, days)):
            when = f"{first}才第一次公开" if first else "还没有公开过"
            message = f"落款是{made}，{when}，隔了{lapse}；网页上两个日期都写明"
            fix = "确是旧文件的，在正文里说明；日期写错了的，对照原件改正；搬来的用 make import"
            yield at(item.record, "title", CODE, message, fix, SEVERITY)


def passed(made: date, day: date, limit: int, days: Calendar) -> str:
    """How long it took, in words, where that is more than ``limit`` working days; else empty.

    Before 2007 nobody here knows the holidays: then years are counted.
    """
    try:
        number = between(made, day, days)
    except OutsideCalendar:
        return f"{day.year - made.year}年" if day.year > made.year else ""
    return f"{number}个工作日" if number > limit else ""
