"""机构、人员在同一天写了两次

是什么：同一个机构的专门机构、查阅点、专职人员或者兼职人员，在同一个统计日写了两行。
为什么：这几类一年里以最后一次为准；同一天有两个数，就不知道以哪一个为准。
怎么改：留下一行；后来有变动的，写变动之日。
依据：国办发〔2014〕32号（统计表第八项）；本系统的约定（以最后一次为准）。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.activities.activity import Activity
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.activity import at

CODE = "GK865"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each stock that a body states again on one day."""
    first: dict[tuple[str, str, date], Activity] = {}
    for activity in corpus.activities:
        if activity.of.stock:
            other = first.setdefault((activity.kind, activity.body, activity.day), activity)
            if other is not activity:
                message = f"与 {other.path} 第{other.line}行是同一个机构、同一天"
                yield at(activity, "day", CODE, message, "留下一行；有变动的，写变动之日")
