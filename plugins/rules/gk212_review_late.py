"""公开以后才审查

是什么：第一次审查的日期晚于公开日期，或者审查日期还没有到。
为什么：先审查、后公开；公开以后补的记录证明不了公开时审查过。
怎么改：日期写错的，照审查表改正；确实没有先审查的，报告保密工作机构，照它的意见处理。启用审查记录以前公开的，
在 registry/site.toml 写 review_since（启用那一天）。
依据：保密法实施条例（2024年修订）第四十二条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.reviewed import told

CODE = "GK212"

WORDS = {
    "review-late": (
        "{detail} 已经公开，{value} 才审查",
        "照审查表改正日期；启用审查记录以前公开的，在 site.toml 写 review_since",
    ),
    "review-ahead": ("审查日期 {value} 还没有到", "照审查表改正日期"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each review that came after the publication, or is still to come."""
    return told(corpus, CODE, WORDS)
