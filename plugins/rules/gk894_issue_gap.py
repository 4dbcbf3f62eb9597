"""刊物的期号有缺，或者重复

是什么：公报、简报等按期编号的专栏，中间缺了一期或几期；或者两条写了同一期。
为什么：缺期的，看的人不知道是没有出，还是没有公开。
怎么改：补公开缺的期；没有出过的，核对期号；两条同一期的，改正其中一条，或者合成一条。
依据：政府信息公开条例第二十三条（通过政府公报等途径公开）；本系统的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.issues import gaps, named
from plugins.records.item import Item
from plugins.rules.wording import at

CODE = "GK894"
SEVERITY = Severity.WARNING
SHOWN = 5


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at the newest issue of each serial with gaps, and at each second of one number."""
    topics = corpus.registry.topics
    serials: dict[str, dict[tuple[int, int], Item]] = {}
    for item in corpus.items:
        for topic in item.topics:
            if not topics[topic].numbered or not item.issue[1]:
                continue
            other = serials.setdefault(topic, {}).setdefault(item.issue, item)
            if other is not item:
                name, issue = topics[topic].name, named(item.issue)
                message = f"“{name}”{issue}与 {other.record.path} 重复"
                yield at(item.record, "issue", CODE, message, "核对期号", SEVERITY)
    for topic, there in serials.items():
        if missing := gaps(there):
            more = f"等{len(missing)}期" if len(missing) > SHOWN else ""
            absent = "、".join(map(named, missing[:SHOWN])) + more
            message = f"“{topics[topic].name}”缺{absent}"
            newest = there[max(there)].record
            yield at(newest, "issue", CODE, message, "补公开缺的期，或者核对期号", SEVERITY)
