"""文件没有条目认领

是什么：附件文件夹里有文件，条目的“附件”和正文都没有提到它，或者根本没有同名的条目。
为什么：没有写明的文件不会公开，却留在库里；它可能是漏写了，也可能是条目被误删后剩下的。
怎么改：在条目的“附件”里写上它；条目误删的找回条目；不要的删去。
依据：本系统的约定（内容文件夹里的每个文件都要有着落）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.source import Fault
from plugins.rules.wording import finding

CODE = "GK607"

WORDS = ("文件“{value}”没有条目认领", "找回同名的条目，或者删去文件")
UNNAMED = ("条目没有写附件“{value}”", "在 {detail} 的“附件”里写上它，不要的删去")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file that no item names; ``detail`` is the item whose folder it is in."""
    for path, fault in corpus.faults("orphan-attachment"):
        named_badly = any(f.kind == "bad-name" for f in corpus.file_faults[path])  # GK608
        if not (named_badly or _misspelt(corpus, fault)):
            yield finding(path, fault, CODE, UNNAMED if fault.detail else WORDS)


def _misspelt(corpus: Corpus, fault: Fault) -> bool:
    """Whether GK606 already tells that the item names this file almost as it is."""
    item = corpus.records.get(fault.detail)
    return item is not None and any(
        f.kind == "case-mismatch" and f.detail == fault.value for f in item.faults
    )
