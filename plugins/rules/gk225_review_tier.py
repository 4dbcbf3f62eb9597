"""审查的级别不够

是什么：栏目或者名称要求按“敏感”审查，记录写的是“日常”；或者按“敏感”审查的，保密、法制、宣传三家没有到齐。
为什么：日常信息由制作单位审查，敏感信息由保密、法制、宣传机构共同审查，一家代替不了另一家。
怎么改：按“敏感”重新打印审查表，三家签字后用 approve 登记。
依据：政府信息公开条例第十七条；级别由本站规定（columns.toml 的 sensitive、site.toml 的 sensitive_words）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.reviewed import told

CODE = "GK225"

WORDS = {
    "tier-too-low": (
        "{detail}，要按“敏感”审查，记录写的是“{value}”",
        "按“敏感”重新打印审查表，保密、法制、宣传机构签字后用 approve 登记",
    ),
    "offices-missing": (
        "按“敏感”审查，要保密、法制、宣传三个机构各有一人，{detail}",
        "补齐签字后用 approve 重新登记",
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each review by fewer than its tier asks for."""
    return told(corpus, CODE, WORDS)
