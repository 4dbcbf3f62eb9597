"""日期看不懂

是什么：日期不全（只有年、只有年月）、年份只有两位，或者分不清哪是月哪是日。
为什么：网站从不猜日期；猜错的日期和伪造的一样有害。
怎么改：写全年月日：2021-01-07、2021年1月7日、二〇二一年一月七日、2021.1.7、2021/1/7 都可以。
依据：政府信息公开条例第十二条；政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）不得伪造发稿日期。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK302"

WORDS = {"unreadable-date": ("“{field}”写了“{value}”，看不出是哪一天", "写全年月日，如 2021-01-07")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each date that would have to be guessed."""
    return worded(corpus, CODE, WORDS)
