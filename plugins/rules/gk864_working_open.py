"""不满意的还没有重办

是什么：咨询、意见箱、举报、评议的结果是“不满意”，没有重办日期。
为什么：不满意的要重新办理；公开的年度页上，这几件列为“还没有重办”。
怎么改：重新办理，办结后补上重办日期和重办结果。
依据：政府信息公开条例第四十六条（社会评议）；本系统的约定（不满意的重新办理，没有规定期限）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.activities.columns import UNSATISFIED
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.activity import at

CODE = "GK864"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each entry with which somebody was not satisfied and that was not redone."""
    for activity in corpus.activities:
        waits = activity.lacks("redone") and activity.lacks("redone_result")
        if activity.result == UNSATISFIED and waits and activity.number:
            message = f"不满意的{activity.number}{activity.of.unit}，还没有重办"
            fix = "重新办理，办结后补上重办日期和重办结果"
            yield at(activity, "redone", CODE, message, fix, SEVERITY)
