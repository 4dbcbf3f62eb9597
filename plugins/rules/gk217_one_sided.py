"""两个文件的说法对不上

是什么：一个文件说废止、修改了另一个，另一个却没有写“被何文件废止（修改）”，或者反过来。
为什么：网站会在两个页面上互相链接，但两边各由自己的机关维护，只有一边写，多半是另一边漏改了。
怎么改：在另一个文件里加上对应的一行，同时核对它的有效性；写错了的，删去这一行。
依据：国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知（国办发〔2018〕37号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY
from plugins.records.finding import Finding, Severity
from plugins.rules.relations import INVERSE, by_number, key_of, keys_of, named, relating
from plugins.rules.wording import label_of

CODE = "GK217"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at each relation whose other end, an item here, does not answer it."""
    numbers = by_number(corpus)
    for record in relating(corpus):
        for key, inverse in INVERSE.items():
            for one in named(record, key):
                other = numbers.get(key_of(one.number))
                if other is None or other.path == record.path:
                    continue
                answers = {key_of(n.number) for n in named(other, inverse)}
                if not answers & keys_of(record):
                    label, back = label_of(record, key), BY_KEY[inverse].label
                    message = f"“{label}”写了“{one.number}”，{other.path} 却没有写“{back}”"
                    own = record.raw("doc_number") or record.raw("index_no")
                    fix = f"在那个文件里加一行 {back}: {own}，并核对有效性"
                    place = (record.path, one.line, one.column)
                    yield Finding(*place, CODE, label, message, fix, one.number, SEVERITY)
