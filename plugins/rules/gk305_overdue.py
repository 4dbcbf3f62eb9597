"""过了期限才公开，或者过了期限还没有公开

是什么：按栏目的期限，条目公开晚了；草稿、定时公开的条目也算。公开以后又变更的（变更记录），每一次变更从变更之日起
  另算一个期限：写了公开日期的看公开日期；没有写的，变更以后还没有发布过、或者最早的一次发布已经过了期限的，才提示。
为什么：过期公开是政府信息公开工作里最容易被问到的事，编辑要先知道。
怎么改：还没有公开的尽快公开；日期写错了的，对照原件改正。只是提示，不影响生成。
依据：政府信息公开条例第二十六条、第四十九条，预算法第十四条；期限见 plugins/records/national/clocks.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins import clocks
from plugins.records.clocks import clock_of, limit
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Record
from plugins.rules import gk308_old_text
from plugins.rules.wording import at, label_of

CODE = "GK305"
SEVERITY = Severity.NOTICE
_KEPT = "日期写错了的，对照原件改正；没有写错的，不必处理"
_SOON = "尽快公开；日期写错了的，对照原件改正"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice for each item that is late on the day of the build, or was when it became public.

    Whether an item is public only the release log knows: without one nothing is said of those
    that write no date. What GK308 tells is not told twice.
    """
    told = {finding.path for finding in gk308_old_text.check(corpus)}
    began = min(corpus.released.values(), default=None)
    known = {column: clock_of(column, corpus.registry) for column in corpus.registry.columns}
    for item in corpus.items:
        published = item.publish_date or corpus.released.get(item.key)
        clock = known[item.column.id]
        if item.imported or not clock or not (published or corpus.released):
            continue
        start = clocks.started(item.record, clock, item.generated_date)
        # In no period are fewer days than working days: most items are done with here.
        if start and ((published or corpus.day) - start).days > clock.number:
            since = None if item.publish_date else began
            timing = clocks.timing(item, corpus.registry, published, since)
            if timing and item.record.path not in told:
                yield from _late(item.record, timing, corpus.day, published)
    for record, timing in clocks.waiting(corpus):
        yield from _late(record, timing, corpus.day, timing.published)
    yield from _changed(corpus)


def _changed(corpus: Corpus) -> Iterator[Finding]:
    """Changes of items that were public already, each by a clock of its own."""
    for item in corpus.items:
        for change in item.changes:
            since = item.publish_date or corpus.released.get(item.key)
            timing = clocks.change_timing(item, change, corpus.registry, since, corpus.releases)
            if timing is None or (timing.published or corpus.day) <= timing.due:
                continue
            said = f"{change.day}的变更，自变更之日起算，应当在{timing.due}以前公开（{_about(timing)}）"
            if change.published:
                end, fix = f"，{change.published}才公开", _KEPT
            elif timing.published:
                end, fix = f"，那以后最早的一次发布是{timing.published}", _KEPT
            else:
                end, fix = "，那以后还没有发布过", _SOON
            label = label_of(item.record, "changes")
            place = (item.record.path, change.line, change.column, CODE, label)
            yield Finding(*place, said + end, fix, str(change.day), SEVERITY)


def _late(
    record: Record, timing: clocks.Timing, today: date, published: date | None
) -> Iterator[Finding]:
    """The notice, where the last day has passed."""
    if (published or today) <= timing.due:
        return
    what = f"应当在{timing.due}以前公开（{_about(timing)}）"
    if published:
        what += f"，{'定于' if published > today else ''}{published}{'' if published > today else '才'}公开"
        fix = _KEPT
    else:
        what, fix = f"{what}，还没有公开", _SOON
    yield at(record, "title", CODE, what, fix, SEVERITY)


def _about(timing: clocks.Timing) -> str:
    """The length of a period, its article, and whether its end is settled."""
    clock = timing.clock
    words = (limit(clock) if clock.number else "", clock.article, "暂定" * timing.provisional)
    return "，".join(filter(None, words))
