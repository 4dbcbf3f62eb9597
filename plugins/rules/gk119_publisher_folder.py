"""发布机构与文件夹不一致

是什么：条目写的发布机构，不是它所在文件夹的机构。
为什么：发布机构由文件夹决定；写成别的机构，页面上的机构和索引号的机构就对不上。
怎么改：删去这一行；放错文件夹的，移到那个机构的文件夹；由别的机关制作的，写在“发文机关”里。
依据：政府信息公开条例第十条（谁制作谁公开、谁获取谁公开）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.registry import Registry
from plugins.records.source import Kind
from plugins.rules.wording import at, label_of

CODE = "GK119"


def names(registry: Registry, body: str) -> frozenset[str]:
    """Every writing of a body's name."""
    known = registry.bodies.get(body)
    return frozenset({known.id, known.name, known.short, *known.aliases}) if known else frozenset()


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each publisher line that names another body than the folder's."""
    for record in corpus.of_kind(Kind.ITEM):
        written, own = record.raw("publisher"), names(corpus.registry, record.body)
        others = (names(corpus.registry, b) for b in corpus.registry.bodies)
        if own and written not in own and any(written in other for other in others if written):
            name = corpus.registry.bodies[record.body].name
            label = label_of(record, "publisher")
            message = f"“{label}”写的是“{written}”，文件夹却是{name}的"
            fix = "删去这一行；由别的机关制作的，改写“发文机关”"
            yield at(record, "publisher", CODE, message, fix)
