"""公共企事业单位没有登记依据，或者该公开的栏目是空白的

是什么：类别是“公共企事业单位”的机构没有写进 registry/enterprises.toml；或者写进了，该公开的栏目里它一条信息也没有，也没有说明。
  一个单位一条提示；一个也没有登记的网站不检查。
为什么：公共企事业单位依照国务院有关主管部门的规定公开信息；没有公开的，市民可以向主管部门申诉。
怎么改：登记行业、依据的规定、主管部门和栏目；补上内容，本年度确实没有的，在 columns.toml 的 nothing 里写明。
依据：政府信息公开条例第五十五条；公共企事业单位信息公开规定制定办法（国办发〔2020〕50号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.steering.enterprises import served, unregistered

CODE = "GK911"
SEVERITY = Severity.WARNING
PATH = "registry/enterprises.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each that is not in the table, and for each with empty columns."""
    for body in unregistered(corpus):
        message = f"{body.name}没有登记公开信息的依据、主管部门和栏目"
        fix = "在 registry/enterprises.toml 里登记"
        yield Finding(PATH, 1, 1, CODE, "公共企事业单位", message, fix, body.id, SEVERITY)
    for one in served(corpus):
        if one.empty:
            names = "、".join(column.name for column in one.empty)
            message = f"{one.body.name}有 {len(one.empty)} 个栏目没有信息：{names}"
            fix = "补上内容；本年度确实没有的，在 columns.toml 的 nothing 里写明"
            place = (PATH, one.entry.line, 1, CODE, "公共企事业单位")
            yield Finding(*place, message, fix, one.body.id, SEVERITY)
