"""工作台账的重办对不上

是什么：写了重办，结果却不是“不满意”；有重办日期没有重办结果，或者有重办结果没有重办日期。
为什么：不满意的＝重办了的＋还没有重办的；缺一格，这个等式就不成立，市民看到的数也对不上。
怎么改：不满意的写“不满意”，重新办结后补上重办日期和重办结果；没有重办过的，两格都空着。
依据：政府信息公开条例第四十六条（社会评议）；本系统的约定（不满意的重新办理）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.activities.columns import UNSATISFIED
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.activity import at, label

CODE = "GK863"
_PAIRS = (("redone", "redone_result"), ("redone_result", "redone"))


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each half of a second time, and each of what nobody was dissatisfied with."""
    for activity in corpus.activities:
        for there, lacking in _PAIRS:
            if not activity.lacks(there) and activity.lacks(lacking):
                message = f"写了{label(there)}，没有写{label(lacking)}"
                fix = f"补上{label(lacking)}；没有重办的，删去{label(there)}"
                yield at(activity, lacking, CODE, message, fix)
        again = not activity.lacks("redone") or not activity.lacks("redone_result")
        known = "result" not in activity.unread
        if again and known and activity.result != UNSATISFIED:
            message = f"写了重办，{label('result')}却不是{UNSATISFIED}"
            fix = f"第一次的结果写{UNSATISFIED}，第二次的写在{label('redone_result')}"
            yield at(activity, "result", CODE, message, fix)
