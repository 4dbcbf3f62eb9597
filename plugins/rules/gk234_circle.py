"""废止、修改的关系绕成了圈

是什么：几个文件互相写着废止（或者修改）了对方，一圈绕回自己。
为什么：照这样说，没有一个是有效的，也没有一个是最新的；市民分不清该照哪一个办。
怎么改：对照原件，删去写反了的一行（“废止文件”写在新文件里，“被何文件废止”写在旧文件里）。
依据：国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知（国办发〔2018〕37号）。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Record
from plugins.rules.relations import INVERSE, by_number, key_of, named, relating
from plugins.rules.wording import at

CODE = "GK234"
SEVERITY = Severity.WARNING

_FORWARD = ("replaces", "amends")
Ways = dict[str, dict[str, tuple[Record, str]]]
"""Newer item → older item, with the record and the field that say so."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at each relation that is a part of a circle, told once for each of its ends."""
    for forward in _FORWARD:
        ways = _ways(corpus, forward)
        for new, olds in sorted(ways.items()):
            for old, (record, field) in olds.items():
                if _leads(ways, old, new):
                    verb = "废止" if forward == "replaces" else "修改"
                    message = f"{new} {verb} {old}，绕一圈又{verb}了自己"
                    fix = "对照原件，删去写反了的一行"
                    yield at(record, field, CODE, message, fix, SEVERITY)


def _ways(corpus: Corpus, forward: str) -> Ways:
    """All relations of a kind from the newer to the older, whichever end wrote them."""
    numbers, found = by_number(corpus), Ways()
    for record in relating(corpus):
        for field in (forward, INVERSE[forward]):
            for one in named(record, field):
                other = numbers.get(key_of(one.number))
                if other is None or other.path == record.path:
                    continue
                ends = (record.path, other.path)
                new, old = ends if field == forward else ends[::-1]
                found.setdefault(new, {}).setdefault(old, (record, field))
    return found


def _leads(ways: Mapping[str, Mapping[str, object]], start: str, goal: str) -> bool:
    """Whether there is a way from ``start`` to ``goal``."""
    waiting, seen = [start], {start}
    while waiting:
        step = waiting.pop()
        if step == goal:
            return True
        more = ways.get(step, {}).keys() - seen
        seen |= more
        waiting += more
    return False
