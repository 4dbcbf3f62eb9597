"""缺少配套制度

是什么：registry/rule_kinds.toml 要求的制度，一个机构没有，或者只有草案，或者已经废止、失效，或者登记的条目找不到。一个机构一条提示；
  全站统一的制度缺了，算在牵头机构（lead_body）的一条里。没有这张表的网站不检查。
为什么：没有建立健全有关制度、机制的，由上一级行政机关责令改正。
怎么改：在 rules/ 里补上制度，“制度类别”写表里的名称；制度是一条公开的信息的，在表的 items 里写它的索引号。
依据：政府信息公开条例第四条、第十七条、第四十五条、第四十六条、第五十二条；要求哪些制度由本站的表决定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.registry import Body
from plugins.steering.checklist import Owed, State, checklist

CODE = "GK910"
SEVERITY = Severity.WARNING
PATH = "registry/rule_kinds.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each body that lacks rules, and what is wrong with each of them."""
    lead = corpus.registry.bodies.get(corpus.registry.site.lead_body)
    gaps: dict[str, tuple[Body, dict[str, Owed]]] = {}
    for one in checklist(corpus):
        if one.state is not State.IN_FORCE:
            body = (lead or one.body) if one.kind.shared else one.body
            gaps.setdefault(body.id, (body, {}))[1].setdefault(one.kind.name, one)
    for body, found in gaps.values():
        said = "、".join(f"{name}（{one.state.value}）" for name, one in found.items())
        message = f"{body.name}的配套制度有 {len(found)} 项不全：{said}"
        fix = "在 rules/ 里补上，“制度类别”写表里的名称；是公开的信息的，在 items 里写索引号"
        line = next(iter(found.values())).kind.line
        yield Finding(PATH, line, 1, CODE, "配套制度", message, fix, body.id, SEVERITY)
