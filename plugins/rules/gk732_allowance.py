"""放行登记过期，或者用不着了

是什么：registry/leaks.toml 里的一项已经过了期限，或者登记的文件里没有这样的内容。
为什么：放行只在写明的期限里有效，到期要重新看一遍；用不着的留着，将来同样的错误又会被放过。
怎么改：到期的，重新审查以后改期限，或者删去内容；用不着的，删去这一项。
依据：政府信息公开条例第十七条（审查程序和责任）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding

CODE = "GK732"

PATH = "registry/leaks.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each entry whose last day is over; idle ones are told by ``on_leaks``."""
    for one in corpus.registry.allowances:
        if one.until < corpus.day:
            message = f"“{one.file}”的放行（{one.kind}）到 {one.until.isoformat()} 为止，已经过期"
            fix = "重新审查以后改期限；不再需要的删去"
            yield Finding(PATH, one.line, 1, CODE, "until", message, fix, one.until.isoformat())
