"""成套公开缺了前面的部分

是什么：同一件事后面的部分已经公开，前面的部分没有，如有批后公示没有批前公示，有录取名单没有招聘条件。
为什么：只看结果，看不出条件和程序是不是照着办的；公开要事前、事中、事后连成一套。
怎么改：补公开缺的部分，“成套事项”写得与这一条一样；同一个条目里已经写了的，在“组成部分”里补上；写错了的改正。
依据：政府信息公开条例第二十条；各套的组成部分见 registry/sets.toml。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.dossiers import dossiers
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at, listed

CODE = "GK891"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each dossier with gaps, at the last part of it that is public."""
    for dossier in dossiers(corpus.items, corpus.registry.sets):
        if gaps := dossier.gaps():
            message = f"“{dossier.subject}”没有公开{listed(gaps)}（{dossier.kind.name}）"
            fix = "补公开缺的部分，“成套事项”写得一样；这一条里已经有的，补进“组成部分”"
            yield at(dossier.latest().record, "parts", CODE, message, fix, SEVERITY)
