"""没有这个标签

是什么：文件头里写了字段表里没有的标签，或者写了网站程序自己的设置。
为什么：标签写错，那一项就丢了；save_as、url、template 一类还会让条目盖住别的页面。
怎么改：改成提示里的标签；字段表里确实没有的内容，写进正文。
依据：本系统的约定（标签见 docs/fields.md）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding, listed

CODE = "GK204"

DANGEROUS = frozenset(
    {"save_as", "url", "template", "slug", "status", "allowed_statuses", "settings", "content"}
    | {"lang", "translation", "date", "modified", "path", "output", "filename", "reader"}
    | {"category_save_as", "override_save_as", "override_url", "private_save_as"}
)
"""Metadata that steers Pelican: in an item it could replace another page or hide the item."""

_MESSAGE = "没有“{field}”这个标签"
_STEERS = "“{field}”是网站程序的设置，条目里不能写"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each unknown label, with the nearest known ones."""
    for path, fault in corpus.faults("unknown-key"):
        near = fault.detail.split("、") if fault.detail else []
        if fault.field.lower() in DANGEROUS:
            words = (_STEERS, "删去这一行；公开与否写“公开方式”")
        elif near:
            words = (_MESSAGE, "可能是{near}；都不是的，删去这一行，内容写进正文")
        else:
            words = (_MESSAGE, "删去这一行，内容写进正文；全部标签见 docs/fields.md")
        yield finding(path, fault, CODE, words, near=listed(near))
