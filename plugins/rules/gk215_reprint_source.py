"""转载没有写来源

是什么：发文机关不是发布机构，却没有写“来源”。
为什么：谁制作谁公开；转载别的机关的文件，要让市民知道原件在哪里。
怎么改：加一行“来源”，写原发布者的名称，可以再加“原文网址”；其实是本机关制作的，删去“发文机关”一行。
依据：政府信息公开条例第十条；政府网站发展指引（转载要注明来源）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.item import Item
from plugins.records.registry import OutsideBody
from plugins.rules.wording import at

CODE = "GK215"


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error for an outside body's document without a source, a warning for a sister body's."""
    for item in corpus.items:
        if item.issuer.id == item.publisher.id or item.record.raw("source") or _own_office(item):
            continue
        severity = Severity.ERROR if isinstance(item.issuer, OutsideBody) else Severity.WARNING
        message = f"发文机关是{item.issuer.name}，没有写来源"
        fix = "在文件头加一行 来源: 原发布者的名称"
        yield at(item.record, "issuer", CODE, message, fix, severity)


def _own_office(item: Item) -> bool:
    """A government's documents are disclosed by its office: no reprint."""
    kind = getattr(item.issuer, "kind", "")
    return item.publisher.kind == "政府办公室" and kind == "人民政府"
