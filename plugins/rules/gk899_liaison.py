"""机构没有政府信息联络员

是什么：registry/liaisons.toml 里，一个机构没有在任的联络员。一个机构一条提示；一个联络员也没有登记的网站不检查。
为什么：催办、补正、核对都要找得到人；人员变动以后没有人接，信息就断了。
怎么改：登记承办科室和办公电话；离任的写 until，再登记接任的。不写手机号（GK840）。
依据：政府信息公开条例第四条（指定机构负责日常工作）；联络员名册是本系统的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.steering.staff import unreachable

CODE = "GK899"
SEVERITY = Severity.WARNING
PATH = "registry/liaisons.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each body without a liaison in office."""
    for body in unreachable(corpus):
        message = f"{body.name}没有在任的政府信息联络员"
        fix = "登记承办科室和办公电话；不写手机号"
        yield Finding(PATH, 1, 1, CODE, "联络员", message, fix, body.id, SEVERITY)
