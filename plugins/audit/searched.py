"""Does the search hold exactly the public items? Read from the script that browsers load."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from plugins.audit.mismatch import Mismatch
from plugins.audit.pages import Site, target
from plugins.audit.source import Source

DATA = "search/data.js"
_PART = re.compile(rb'^gongkai\.search\.give\("(documents|index)",(.*)\);$', re.MULTILINE)


def searched(site: Site, public: tuple[Source, ...]) -> Iterator[Mismatch]:
    """Items that the search lacks, has twice, or calls by another name."""
    parts = {m[1].decode(): m[2] for m in _PART.finditer(_data(site))}
    try:
        documents = json.loads(parts["documents"])
        found = Counter(target(d["url"], "index.html") for d in documents)
        titles = {target(d["url"], "index.html"): d["title"] for d in documents}
        vectors = json.loads(parts["index"])["fieldVectors"]
    except (KeyError, TypeError, ValueError):
        yield Mismatch("ledger", DATA, "搜索数据缺少或不能读")
        return
    for source in public:
        if found[source.address] != 1:
            message = f"搜索里有 {found[source.address]} 次，应有一次"
            yield Mismatch("ledger", source.address, message)
        elif titles[source.address].strip() != source.title.strip():
            message = f"搜索中的名称“{titles[source.address]}”不是“{source.title}”"
            yield Mismatch("ledger", source.address, message)
    for address in sorted(found.keys() - {s.address for s in public}):
        yield Mismatch("ledger", address, "搜索里有不公开的条目")
    indexed = {name.rpartition("/")[2] for name, _ in vectors}
    if public and len(indexed) != len(documents):
        message = f"搜索索引有 {len(indexed)} 个条目，搜索数据有 {len(documents)} 个"
        yield Mismatch("ledger", DATA, message)


def _data(site: Site) -> bytes:
    return site.data(DATA) if DATA in site.files else b""
