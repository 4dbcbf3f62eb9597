"""名称留作别用

是什么：索引号、机构或栏目的编号、附件的文件名用了网站或操作系统留作别用的名称。
为什么：index、search 会盖住网站自己的页面；CON、NUL 一类在 Windows 上存不成文件。
怎么改：换一个名称；索引号改成“待编”后运行 make number。
依据：本系统的约定（一个地址只属于一个页面）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.source import Kind
from plugins.rules.wording import at

CODE = "GK113"

_PAGES = frozenset({"index", "search", "item", "legacy", "feeds", "404", "sitemap", "robots"})
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)
}
_OWN_FILES = frozenset({"thumb"})
"""What the press itself puts into the folder of an item's files."""


def reserved(name: str) -> bool:
    """Whether one step of an address is taken by a page of the site or by Windows."""
    stem = name.casefold().split(".")[0]
    return stem in _PAGES or stem in _DEVICES or name.startswith(".")


def _storable(number: str) -> bool:
    """Whether every step of an index number can be a file name on any host and on Windows."""
    steps = number.split("/")
    odd = set('\\?#%:*"<>|')
    return all(
        step and len(step.encode()) <= 200 and not odd & set(step) and step[-1] not in ". "
        for step in steps
    )


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each index number, registry id and attachment with a reserved name."""
    for record in corpus.of_kind(Kind.ITEM):
        number = record.raw("index_no")
        if any(reserved(step) for step in number.split("/") if step):
            message = f"索引号“{number}”用了网站留作别用的名称"
            yield at(record, "index_no", CODE, message, "改成“待编”，再运行 make number")
        elif number and not _storable(number):
            message = f"索引号“{number}”不能作网址和文件名"
            fix = "索引号各段只用字母、数字、连字符，不以点或空格结尾"
            yield at(record, "index_no", CODE, message, fix)
        for file in record.files:
            device = file.name.casefold().split(".")[0] in _DEVICES
            if device or file.name.casefold() in _OWN_FILES:
                message = f"附件名“{file.name}”留作别用"
                fix = "给附件换一个文件名，条目里写的附件名一起改"
                yield Finding(file.path, 1, 1, CODE, "附件", message, fix, file.name)
    for sheet, ids in (("bodies", corpus.registry.bodies), ("columns", corpus.registry.columns)):
        for identity, thing in ids.items():
            if reserved(identity):
                message = f"编号“{identity}”用了网站留作别用的名称"
                path = f"registry/{sheet}.toml"
                yield Finding(path, thing.line, 1, CODE, "id", message, "换一个编号", identity)
