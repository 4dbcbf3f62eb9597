"""索引号的写法不合本站规则

是什么：索引号与 registry/site.toml 里规定的写法对不上，也不是以前用过的写法。
为什么：写法一致，索引号才能一眼看出机构和年份，也才能接着往下编。
怎么改：改成“待编”，再运行 make number；旧系统的写法先在 site.toml 的 former 里登记。
依据：政府信息公开目录系统实施指引（索引号的组成）；写法由本站设定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.characters import in_number
from plugins.rules.wording import finding

CODE = "GK118"

WORDS = {
    "bad-index-number": (
        "“{value}”不是本站索引号的写法",
        "写成“{example}”的样子，或者写“待编”，再运行 make number",
    )
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each number of no known grammar; odd characters in it are GK102's."""
    for path, fault in corpus.faults(*WORDS):
        if not in_number(fault.value):
            yield finding(path, fault, CODE, WORDS[fault.kind], example=_example(corpus, path))


def _example(corpus: Corpus, path: str) -> str:
    """A number as the item's own body would write it."""
    body = corpus.registry.bodies.get(corpus.records[path].body)
    form = corpus.registry.site.number_format
    try:
        return form.format(prefix=body.prefix if body else "", year=corpus.day.year, serial=1)
    except (KeyError, IndexError, ValueError):
        return form.replace("{", "").replace("}", "")
