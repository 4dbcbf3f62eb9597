"""正文里有看不见的字符

是什么：正文里有零宽字符、改变书写方向的字符、自造字，或者形似汉字的部首。
为什么：多半是从PDF或网页复制来的；读者看不出来，检索和读屏软件却会读错。
怎么改：把这几个字重新打一遍；确实要用的，不必处理。
依据：政府信息公开条例第二十四条；无障碍环境建设法第三十二条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.characters import Odd, invisible, radicals
from plugins.rules.wording import in_text, lines

CODE = "GK404"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """One warning a record, at the first such character, with how many there are."""
    for record in corpus.records.values():
        if not _odd(record.text):
            continue
        found = [(line, odd) for line, text in lines(record) for odd in _odd(text)]
        line, first = found[0]
        more = f"，全文共{len(found)}处" if len(found) > 1 else ""
        fix = f"改成“{first.instead}”" if first.instead else "删去这个字符"
        words = (f"有{first}{more}", fix)
        yield in_text(record, line, first.offset + 1, CODE, words, severity=SEVERITY)


def _odd(text: str) -> list[Odd]:
    found = [*invisible(text), *radicals(text)]
    return sorted(found, key=lambda odd: odd.offset)
