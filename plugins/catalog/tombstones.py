"""What stands at the address of an item that is no more: its number, whose it was, since when, why.

Never its title, its text or the name of a file: they may be what had to go. A moved item's old
address leads on to the new one.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.catalog.context import TombstonePage
from plugins.frame import Head, Link
from plugins.plan import Page
from plugins.records.corpus import Corpus
from plugins.records.state import EXPIRED, MOVED, REDACTED, REMOVED, Tombstone

_SAID = {
    REMOVED: "本条信息已经撤下，内容和附件不再公开。",
    REDACTED: "本条信息的内容和附件已经依法删除。",
    EXPIRED: "本条信息的公开期限已满，内容和附件不再公开。",
    MOVED: "本条信息换了索引号，已经迁移。",
}


def plan_tombstones(corpus: Corpus) -> Iterator[Page]:
    """A page for each tombstone, at the address that its item had."""
    for stone in corpus.tombstones:
        yield Page(stone.address, "tombstone.html", _page(stone))


def _page(stone: Tombstone) -> TombstonePage:
    state = stone.state
    numbered = not stone.key.startswith("legacy/")
    return TombstonePage(
        head=Head(
            title=f"索引号{stone.key}" if numbered else "旧网站的一条信息",
            crumbs=(Link("首页", addresses.HOME),),
            column_name="信息去向",
            column_type="信息公开目录",
            column_description="已经撤下、删除、到期、迁移的信息的索引号、日期和理由。",
            noindex=True,
            canonical=addresses.item(state.to) if state.word == MOVED else "",
        ),
        said=_SAID[state.word],
        index_no=stone.key if numbered else "",
        publisher=stone.publisher,
        day=state.day,
        last=state.word == EXPIRED,
        reason=state.reason,
        basis=state.basis,
        now=Link(f"现在的页面：{state.to}", addresses.item(state.to)) if state.to else None,
    )
