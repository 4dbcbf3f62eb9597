"""指南没有写先复议、后诉讼

是什么：指南写了可以提起行政诉讼，却没有写对不予公开的决定应当先申请行政复议。
为什么：2024年起，对不予公开不服的，不先复议就起诉，法院不受理；照着指南做的市民会白跑一趟，还可能误了期限。
怎么改：加上一句：对不予公开的决定不服的，应当先申请行政复议；对复议决定仍然不服的，再提起行政诉讼。
依据：行政复议法（2023年修订）第二十三条第一款第四项；政府信息公开条例第五十一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.guide_parts import ENTERPRISE, lawsuit_at_once
from plugins.records.source import Kind
from plugins.rules.wording import in_text

CODE = "GK822"
SEVERITY = Severity.WARNING
_FIX = "加上：对不予公开的决定不服的，应当先申请行政复议；对复议决定仍然不服的，再提起行政诉讼"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each guide of an administrative organ that sends its readers to court at once."""
    for record in corpus.of_kind(Kind.GUIDE):
        body = corpus.registry.bodies.get(record.body)
        hit = lawsuit_at_once(record.text)
        if hit is None or body is None or body.kind == ENTERPRISE:
            continue
        line, column, word = hit
        message = f"写了“{word}”，没有写不予公开的应当先申请行政复议（行政复议法第二十三条）"
        at = record.text_line + line - 1
        yield in_text(record, at, column, CODE, (message, _FIX), word, SEVERITY)
