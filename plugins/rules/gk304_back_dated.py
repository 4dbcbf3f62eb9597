"""公开日期写得比真正公开的还早

是什么：手写的“公开日期”早于发布记录里第一次有它的那一天，或者还没有哪一次发布有它；或者变更记录里的公开日期那一天没有发布过。
为什么：公开是否及时由公开日期算出；手写的一行只给启用本系统以前已经公开的信息用。
怎么改：删去这一行，公开日期由发布记录得出；确是启用本系统以前公开的，不必处理。
依据：政府信息公开条例第二十六条（自形成或者变更之日起二十个工作日内公开）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at, label_of

CODE = "GK304"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at each 公开日期 that the release log contradicts.

    What was in the first release of all may have been public before this system. An imported
    item was, and without a log nothing is known.
    """
    began = min(corpus.released.values(), default=corpus.day)
    for item in corpus.items if corpus.released else ():
        typed, first = item.publish_date, corpus.released.get(item.key)
        if item.imported or not typed or first == began or typed >= (first or corpus.day):
            continue
        known = f"发布记录里第一次公开是{first}" if first else "还没有哪一次发布有它"
        written = item.record.raw("publish_date")
        message = f"“{label_of(item.record, 'publish_date')}”写的是{written}，{known}"
        fix = "删去这一行，公开日期由发布记录得出；确是启用本系统以前公开的，不必处理"
        yield at(item.record, "publish_date", CODE, message, fix, SEVERITY)
    yield from _changes(corpus)


def _changes(corpus: Corpus) -> Iterator[Finding]:
    """Changes that are said to have become public on a day without a release."""
    days = frozenset(corpus.releases)
    began = min(days, default=corpus.day)
    for item in corpus.items:
        for change in item.changes:
            day = change.published
            if day and began <= day < corpus.day and day not in days:
                label = label_of(item.record, "changes")
                place = (item.record.path, change.line, change.column, CODE, label)
                message = f"{change.day}的变更写的公开日期是{day}，发布记录里那一天没有发布"
                fix = "写真正发布的那一天；不知道是哪一天的，删去公开日期"
                yield Finding(*place, message, fix, str(day), SEVERITY)
