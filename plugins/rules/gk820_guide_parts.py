"""公开指南缺少一部分

是什么：机构的政府信息公开指南缺少法律规定的内容。
为什么：市民照着指南查信息、提申请，缺一项就可能白跑一趟。
怎么改：在 guide/机构.md 里加上这一部分；地址、电话一类写在 registry/bodies.toml 里。
依据：政府信息公开条例第十二条、第二十九条至第三十三条、第四十二条、第四十七条、第五十一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.guide_parts import missing
from plugins.records.source import Kind
from plugins.rules.gk201_required import UNREAD

CODE = "GK820"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each part that neither the guide nor the body's registry entry supplies."""
    for record in corpus.of_kind(Kind.GUIDE):
        body = corpus.registry.bodies.get(record.body)
        if body is None or any(fault.kind in UNREAD for fault in record.faults):
            continue
        for part in missing(record.text, reached(corpus.registry, body)):
            message = f"指南缺少“{part.label}”（{part.article}）"
            fix = f"在正文里加一行“# {part.label}”，下面写内容"
            if part.contact:
                fix = f"在 registry/bodies.toml 的 {body.id} 里写 {part.contact}"
            yield Finding(record.path, record.closing_line, 1, CODE, part.label, message, fix)
