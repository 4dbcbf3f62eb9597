"""机构没有登记领导分工，或者没有分管领导、责任人

是什么：registry/leaders.toml 里，一个机构没有在任的领导，或者没有人是政府信息公开工作的“分管领导”“责任人”。一个机构一条提示。
  一个领导也没有登记的网站不检查；公共企事业单位和撤销的机构不检查。
为什么：负责人姓名是法定主动公开的内容；谁分管、谁负责，市民和上级都要找得到。
怎么改：登记在任的领导，给分管领导和责任人写 roles；一个人可以两样都是。离任的写 until，不删。
依据：政府信息公开条例第四条、第二十条第（二）项；每个机构两名责任人是本系统的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.steering.staff import lacking

CODE = "GK898"
SEVERITY = Severity.WARNING
PATH = "registry/leaders.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each body that lacks leaders or one of the two roles."""
    for body, absent in lacking(corpus):
        message = f"{body.name}没有登记{'、'.join(absent)}"
        fix = "登记在任的领导，给分管领导和责任人写 roles"
        yield Finding(PATH, 1, 1, CODE, "领导分工", message, fix, body.id, SEVERITY)
