"""机构、栏目、主题或重点领域没有登记

是什么：写的名称不在登记表里，或者写的栏目下面还有栏目。
为什么：名称是市民查找的门路，写错一个字，这条信息就进不了任何列表。
怎么改：照登记表里的名称、简称或别名写；确是新机构、新栏目的，先加进 registry/ 的登记表。
依据：政府信息公开条例第十二条（目录的分类）；政府信息公开目录系统实施指引。
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.registry import Registry
from plugins.records.source import Fault
from plugins.rules.wording import finding

CODE = "GK110"

WORDS = {
    "unknown-body": ("文件夹“{value}”不是登记的机构", "移到机构的文件夹里{near}"),
    "unknown-issuer": ("“{value}”不是登记的机构", "写登记的名称{near}"),
    "unknown-column": ("“{value}”不是登记的栏目", "写末级栏目的名称{near}"),
    "column-not-leaf": ("“{value}”不能确定一个末级栏目", "写末级栏目的路径{near}"),
    "unknown-theme": ("“{value}”不在主题分类表里", "写“一级/二级”{near}"),
    "unknown-key-area": ("“{value}”不在重点领域表里", "写登记的名称{near}"),
    "unknown-part": ("“{value}”不是登记的组成部分", "写登记的名称{near}"),
    "unknown-topic": ("“{value}”不是登记的专栏", "写登记的名称{near}"),
}
_SHEETS = {
    "unknown-body": "bodies",
    "unknown-issuer": "bodies",
    "unknown-column": "columns",
    "column-not-leaf": "columns",
    "unknown-theme": "themes",
    "unknown-key-area": "key_areas",
    "unknown-part": "sets",
    "unknown-topic": "topics",
}
_UNREADABLE = ("registry-toml", "registry-missing", "encoding", "bom", "empty")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each unknown name, with the nearest known ones.

    Where the sheet itself could not be read, every name would be unknown: only that is told.
    """
    registry = corpus.registry
    for path, fault in corpus.faults(*WORDS):
        sheet = registry.faults.get(f"registry/{_SHEETS[fault.kind]}.toml", ())
        if not any(f.kind in _UNREADABLE for f in sheet):
            near = _near(fault, registry)
            more = f"，可能是：{near}" if near else ""
            yield finding(path, fault, CODE, WORDS[fault.kind], near=more)


def _near(fault: Fault, registry: Registry) -> str:
    if fault.kind == "unknown-body":
        close = difflib.get_close_matches(fault.value, registry.bodies, 3, 0.3)
        return "、".join(f"{i}（{registry.bodies[i].name}）" for i in close or registry.bodies)
    return fault.detail
