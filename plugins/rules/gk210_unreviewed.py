"""没有审查过

是什么：站点写了 REVIEW = "记录"，条目旁边却没有审查记录，或者记录的结论是不同意公开。
为什么：政府信息公开要先审查、后公开，逐条审查；没有审查过的，一个字也不能出现在网站上。
怎么改：用 approve 打印《信息发布审查表》，签字以后再用 approve 登记；暂时不公开的，先不要合并到主分支。
依据：政府信息公开条例第十七条；保密法实施条例（2024年修订）第四十二条（先审查、后公开，逐项审查）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.reviewed import told

CODE = "GK210"

_FIX = "打印审查表（approve --form），签字后用 approve 登记；暂不公开的，先不要合并"
WORDS = {
    "unreviewed": ("没有审查记录，不能公开", _FIX),
    "unreviewed-imported": (
        "导入的条目没有审查记录，也没有登记为存量",
        "照原样已经公开过的，用 approve --imported 登记为存量；改动过的，审查后用 approve 登记",
    ),
    "review-refused": (
        "审查结论是“{value}”",
        "改好以后重新审查；不公开的，把公开方式改成“不予公开”",
    ),
}
EARLY = {"unreviewed-scheduled": ("到公开那天以前要有审查记录，否则那天的网站生成不了", _FIX)}
LEGACY = {
    "legacy": ("{value} 条存量信息没有审查记录，照迁入时的原样公开", "不必处理；改动以后要审查")
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each item without a review; a warning before the day of a scheduled one.

    Imported items that stand as they came are told together.
    """
    yield from told(corpus, CODE, WORDS)
    yield from told(corpus, CODE, EARLY, Severity.WARNING)
    yield from told(corpus, CODE, LEGACY, Severity.NOTICE)
