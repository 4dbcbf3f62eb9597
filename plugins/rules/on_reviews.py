"""The rules over records of review, in order."""

from __future__ import annotations

from plugins.records.source import Fault
from plugins.rules import (
    gk210_unreviewed,
    gk211_self_reviewed,
    gk212_review_late,
    gk224_changed_since,
    gk225_review_tier,
    gk226_reviewer_role,
    gk227_review_record,
)
from plugins.rules.rule import Rule

REVIEWED: tuple[Rule, ...] = (
    gk210_unreviewed,  # 没有审查过
    gk211_self_reviewed,  # 自己审查自己
    gk212_review_late,  # 公开以后才审查
)
REVIEWS: tuple[Rule, ...] = (
    gk224_changed_since,  # 审查以后改动过
    gk225_review_tier,  # 审查的级别不够
    gk226_reviewer_role,  # 审查的人没有登记，或者没有这个职责
    gk227_review_record,  # 审查记录写错了
)
_WORDS = {
    **gk211_self_reviewed.WORDS,
    **gk212_review_late.WORDS,
    **gk225_review_tier.WORDS,
    **gk226_reviewer_role.WORDS,
}


def worded(fault: Fault) -> str:
    """What is wrong with a review, and the remedy, in the words of its rule."""
    message, fix = _WORDS[fault.kind]
    return f"{message} → {fix}".format(value=fault.value, detail=fault.detail)
