"""Does the search hold exactly the public items? Read from the scripts that browsers load.

Of one file only addresses, titles and the names in the index are read: the texts are a hundred
times as long, and in JSON no text can hold what looks like a key, because its quotation marks are
escaped. Of many files those are read that say what results show, and how many documents there are.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path

from plugins.audit.links import target
from plugins.audit.mismatch import Mismatch
from plugins.audit.packed import called, unpacked

DATA = "search/data.js"
VERSION = "search/version.js"
_GIVE = b'gongkai.search.give("%b",'
_FIELD = re.compile(rb'"(url|title)"\s*:\s*("(?:[^"\\]|\\.)*")')
_VECTOR = re.compile(rb'\[\s*"[^"/]*/([^"]*)"\s*,\s*\[')
_RECORDS = 8


def touches(written: Iterable[str]) -> bool:
    """Whether one of these files is of the search."""
    return any(address.startswith("search/") for address in written)


def searched(site: str, titles: Mapping[str, str]) -> Iterator[Mismatch]:
    """Items that the search lacks, has twice, or calls by another name; ``titles`` by address."""
    try:
        many = Path(site, VERSION).is_file()
        documents, indexed = _many(site) if many else _one(site)
    except (OSError, ValueError, KeyError, TypeError):
        yield Mismatch("ledger", DATA, "搜索数据缺少或不能读")
        return
    found, named = Counter(address for address, _ in documents), dict(documents)
    for address, title in titles.items():
        if found[address] != 1:
            message = f"搜索里有 {found[address]} 次，应有一次"
            yield Mismatch("ledger", address, message)
        elif named[address].strip() != title.strip():
            message = f"搜索中的名称“{named[address]}”不是“{title}”"
            yield Mismatch("ledger", address, message)
    for address in sorted(found.keys() - titles.keys()):
        yield Mismatch("ledger", address, "搜索里有不公开的条目")
    if titles and indexed != len(documents):
        message = f"搜索索引有 {indexed} 个条目，搜索数据有 {len(documents)} 个"
        yield Mismatch("ledger", DATA, message)


def _one(site: str) -> tuple[list[tuple[str, str]], int]:
    with (
        Path(site, DATA).open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as data,
    ):
        documents = [(target(url, "index.html"), title) for url, title in _documents(data)]
        return documents, _indexed(data)


def _many(site: str) -> tuple[list[tuple[str, str]], int]:
    """Address and title of every record of every segment, and how many documents they count."""
    documents, count = [], 0
    for name in called(Path(site, VERSION), "version")[0]:
        head = called(Path(site, "search", f"{name}.js"), "segment")[1]
        count += head["count"]
        for place in range(0, head["count"], _RECORDS):
            path = Path(site, "search", head["folder"], f"r{place // _RECORDS}.js")
            for row in json.loads(unpacked(path)):
                documents.append((target(row["url"], "index.html"), row["title"]))
    return documents, count


def _part(data: mmap, name: bytes) -> tuple[int, int]:
    """Where the JSON of a part begins and ends; raises ValueError."""
    given = _GIVE % name
    start = 0 if data[: len(given)] == given else data.find(b"\n" + given) + 1
    end = data.find(b"\n", start)
    if data[start : start + len(given)] != given or data[end - 2 : end] != b");":
        raise ValueError(name)
    return start + len(given), end - 2


def _documents(data: mmap) -> Iterator[tuple[str, str]]:
    """Address and title of each document; raises ValueError where one has only one of them."""
    known: dict[bytes, str] = {}
    for found in _FIELD.finditer(data, *_part(data, b"documents")):
        if found[1] in known:
            raise ValueError(found[1])
        written = found[2]
        known[found[1]] = json.loads(written) if b"\\" in written else written[1:-1].decode()
        if len(known) == 2:
            yield known[b"url"], known[b"title"]
            known = {}
    if known:
        raise ValueError(*known)


def _indexed(data: mmap) -> int:
    """How many documents the index has, by the names of its field vectors; raises ValueError."""
    start, end = _part(data, b"index")
    first = data.find(b'"fieldVectors"', start, end)
    last = data.find(b'"invertedIndex"', first, end)
    if first < 0:
        raise ValueError("fieldVectors")
    return len({m[1] for m in _VECTOR.finditer(data, first, end if last < 0 else last)})
