"""机构名称写了简称或别名

是什么：机构写的是登记过的简称、别名或繁体，不是全称。
为什么：网站会自动显示全称，但条目里统一写全称，将来改动登记表时不会出错。
怎么改：写机构的全称；由文件夹就能知道的，这一行可以不写。
依据：政府信息公开目录系统实施指引（发布机构著录全称或者规范化简称）。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import worded

CODE = "GK117"
SEVERITY = Severity.WARNING

WORDS = {"name-variant": ("“{value}”是“{detail}”的另一种写法", "写“{detail}”")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each registered name that is not the full one."""
    return (replace(f, severity=SEVERITY) for f in worded(corpus, CODE, WORDS))
