"""成套事项与组成部分没有写全

是什么：只写了“成套事项”没有写“组成部分”，或者反过来；或者“组成部分”属于不同的两套。
为什么：两样都写，网站才能把同一件事的各部分放在一起；少一样就不成套。
怎么改：补上缺的一行；不成套的，两行都删去。
依据：本系统的约定；各套的组成部分见 registry/sets.toml。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.dossiers import kinds
from plugins.records.finding import Finding
from plugins.rules.wording import at, listed

CODE = "GK893"


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error for each item that tells one of matter and part, or parts of several sets."""
    kind_of = kinds(corpus.registry.sets)
    for item in corpus.items:
        record, named = item.record, dict.fromkeys(kind_of[part].name for part in item.parts)
        if item.subject and not item.parts and not record.raw("parts"):
            fix = "加一行“组成部分”，写这一条是哪一部分"
            yield at(record, "subject", CODE, "写了“成套事项”，没有写“组成部分”", fix)
        elif item.parts and not item.subject:
            fix = "加一行“成套事项”，写是哪一件事"
            yield at(record, "parts", CODE, "写了“组成部分”，没有写“成套事项”", fix)
        elif len(named) > 1:
            message = f"“组成部分”属于不同的几套：{listed(named)}"
            yield at(record, "parts", CODE, message, "一个条目只写一套里的部分")
