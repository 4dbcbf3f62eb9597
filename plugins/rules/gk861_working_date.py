"""工作台账的日期不对

是什么：日期不在文件的年份里，重办日期早于收到的日期，或者日期还没有到。
为什么：一年的会议、培训和办理情况按日期计数，记在别的年份里就少算一件。
怎么改：移到那一年的文件里；对照原件改正日期；还没有办的，等办了再写。
依据：本系统的约定（台账的写法）；国办发〔2014〕32号（统计表按年度统计）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.activity import at, label

CODE = "GK861"


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error for each day that cannot be, a warning for each that has not come yet."""
    for activity in corpus.activities:
        if str(activity.day.year) != activity.path[-8:-4]:
            message = f"日期{activity.day}不在{activity.path}的年份"
            yield at(activity, "day", CODE, message, "移到那一年的文件里")
        if activity.redone and activity.redone < activity.day:
            message = f"{label('redone')}{activity.redone}早于{label('day')}{activity.day}"
            yield at(activity, "redone", CODE, message, "对照原件改正其中一个日期")
        for key, day in (("day", activity.day), ("redone", activity.redone)):
            if day and day > corpus.day:
                message = f"{label(key)}写的{day}还没有到"
                yield at(activity, key, CODE, message, "等办了再写", Severity.WARNING)
