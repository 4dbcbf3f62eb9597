"""工作台账的一格与类别不符

是什么：培训没有写人次，专项经费没有写金额，机构、人员没有写数量，微博微信回应或者其他方式回应没有写热点；或者写了这个类别用不着的格，如会议写了人次。
为什么：每个类别只数规定的几格：缺了，这一行没有数；多了，写的数算不进任何一处。
怎么改：照 docs/fields.md 的“工作台账”一节，补上缺的一格，删去用不着的；类别写错的改类别。没有发生的，数量写0，别的格空着。
依据：国办发〔2014〕32号（统计表的项目和单位）；类别怎样对应，见 docs/decisions/0085。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.activities.activity import Activity
from plugins.activities.columns import COLUMNS, COMMON
from plugins.activities.kinds import EVENTS
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.activity import at, label

CODE = "GK862"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each cell that the kind of an entry needs, and each that it has no use for."""
    for activity in corpus.activities:
        yield from _needed(activity)
        yield from _needless(activity)


def _nothing(activity: Activity) -> bool:
    """Whether the line says that there was nothing of its kind."""
    return activity.count == 0 and "count" in activity.of.takes - activity.of.needs


def _needed(activity: Activity) -> Iterator[Finding]:
    if _nothing(activity):
        return
    for column in COLUMNS:
        if column.key in activity.of.needs and activity.lacks(column.key):
            fix = f"补上{label(column.key)}；没有发生的，数量写0"
            if column.key in ("count", "yuan"):
                fix = f"补上{label(column.key)}，没有的写0"
            yield at(activity, column.key, CODE, f"没有写{label(column.key)}", fix)


def _needless(activity: Activity) -> Iterator[Finding]:
    for column in COLUMNS:
        if activity.lacks(column.key):
            continue
        if column.key not in COMMON | activity.of.takes:
            message = f"用不着{label(column.key)}"
            yield at(activity, column.key, CODE, message, "删去这一格；类别写错的改类别")
        elif _nothing(activity) and column.key in activity.of.needs:
            message = f"数量是0，却写了{label(column.key)}"
            yield at(activity, column.key, CODE, message, "删去这一格；数量写错的改正")
    if activity.kind in EVENTS and activity.number > 1:
        message = "一行只能写一个热点，不能写几次"
        yield at(activity, "count", CODE, message, "几个热点写几行，数量空着")
