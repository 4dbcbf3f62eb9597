"""链接的条目或文件找不到

是什么：正文链接的文件不在条目的文件夹里，链接或写明的索引号本站没有，或者写明的文号本站没有收录。
为什么：市民点开是空的。文号没有收录的只作提醒：别的网站可能有。
怎么改：改正号码或文件名；文件放进条目的文件夹。
依据：政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）对链接可用的要求。
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from plugins import addresses
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.numbers import normal_index, read_index
from plugins.records.source import Record
from plugins.rules.doubts import targets
from plugins.rules.links import climbs, disguised, foreign, local, plain
from plugins.rules.relations import RELATIONS, by_number, key_of, named, relating
from plugins.rules.wording import in_text, label_of

CODE = "GK610"

_REMEDY = "写条目文件夹里的文件名，或者本站条目的索引号"
_PAGES = frozenset(v for k, v in vars(addresses).items() if k.isupper())
"""The pages that every site has."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """Errors for broken links and unknown index numbers, warnings for documents not held here."""
    numbers = by_number(corpus)
    ended = {normal_index(stone.key) for stone in corpus.tombstones}  # their pages say so
    known = numbers.keys() | ended
    unseen = {r.path for r in (*corpus.drafts, *corpus.withheld, *corpus.scheduled)}
    public = {n for n, record in numbers.items() if record.path not in unseen} | ended
    for record in corpus.records.values():
        for target, line in targets(record):
            address = target.address
            if local(address) and not _found(address, record, public):
                words = (f"链接的“{address}”找不到", _REMEDY)
                yield in_text(record, line, target.column, CODE, words, address)
    bodies = corpus.registry.bodies.values()
    prefixes = frozenset(p for b in bodies for p in (b.prefix, *b.former_prefixes))
    for record in relating(corpus):
        yield from _relations(record, corpus, known, prefixes)


def _found(address: str, record: Record, known: Set[str]) -> bool:
    """Whether a link leads to a file of the item or to an item; what other rules tell counts too."""
    name = plain(address).split("#")[0].removeprefix("./")
    own = name.removeprefix(f"{record.serial}/")
    near = any(f.kind == "case-mismatch" and f.value == own for f in record.faults)  # GK606
    number = normal_index(name.removeprefix("item/").removesuffix(".html"))
    return (
        climbs(address)  # GK601
        or foreign(address)  # GK602
        or disguised(address)  # GK501
        or near
        or any(file.name == own for file in record.files)
        or number in known
        or name in _PAGES
    )


def _relations(
    record: Record, corpus: Corpus, known: Set[str], prefixes: Set[str]
) -> Iterator[Finding]:
    for key in RELATIONS:
        for one in named(record, key):
            if key_of(one.number) in known:
                continue
            label = label_of(record, key)
            number = read_index(normal_index(one.number), corpus.registry.site)
            own = number is not None and number.prefix in prefixes
            severity = Severity.ERROR if own else Severity.WARNING
            message = f"“{label}”写的“{one.number}”本站没有"
            fix = "核对号码" if own else "核对号码；文件不在本站的，不必处理"
            place = (record.path, one.line, one.column)
            yield Finding(*place, CODE, label, message, fix, one.number, severity)
