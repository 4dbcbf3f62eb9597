"""刊物没有写期号，或者期号没有刊物

是什么：收进了按期编号的刊物，没有写“期号”；或者写了“期号”，“专栏”里没有按期编号的刊物。
为什么：没有期号，就排不进刊物的目录，也查不出缺了哪一期。
怎么改：加一行“期号”，如“2026年第3期”；不是刊物的，删去“期号”。
依据：本系统的约定；刊物在 registry/topics.toml 里写 numbered = true。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import at

CODE = "GK895"


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error for each item that has one of serial and issue number."""
    topics = corpus.registry.topics
    for item in corpus.items:
        record, serials = item.record, [t for t in item.topics if topics[t].numbered]
        if serials and not item.issue[1] and not record.raw("issue"):
            message = f"“{topics[serials[0]].name}”按期编号，这一条没有写“期号”"
            yield at(record, "topics", CODE, message, "加一行“期号”，如“2026年第3期”")
        elif item.issue[1] and not serials:
            message = "写了“期号”，“专栏”里没有按期编号的刊物"
            yield at(record, "issue", CODE, message, "在“专栏”里写上刊物，或者删去“期号”")
