"""What became of an item that was public: one step, as ``<serial>.state.toml`` beside it tells it.

撤回: the page stays, with the reason above it. 撤下: text and attachments are gone, number, reason
and day stay (行政处罚法 art. 48). 删除: the same, and nothing of it may be left anywhere
(个人信息保护法 art. 47). 迁移: it lives under another number. 恢复: public again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

WITHDRAWN, REMOVED, REDACTED, MOVED, RESTORED = "撤回", "撤下", "删除", "迁移", "恢复"
WORDS = (WITHDRAWN, REMOVED, REDACTED, MOVED, RESTORED)
EXPIRED = "到期"
"""What time alone does (公开截止): no record says so."""

CONTENTLESS = frozenset({REMOVED, REDACTED, MOVED})
"""After these steps there is no item at the place of the record."""

SUFFIX = ".state.toml"


@dataclass(frozen=True, slots=True)
class State:
    """One step. ``key`` is the index number or, of an item without one, its old address; ``to`` the
    number under which a moved item lives now; ``basis`` the article that asks for the step."""

    word: str = field(metadata={"key": "state"})
    key: str = field(metadata={"key": "index_no"})
    day: date = field(metadata={"key": "date"})
    reason: str
    basis: str = ""
    to: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands at the address of an item that is no more: its number, whose it was, since when
    and why. Never its title: a name may be what had to go. ``path`` is that of its record, or of the
    item where a day alone ended it."""

    path: str
    key: str
    address: str
    publisher: str
    state: State


def beside(item: str) -> str:
    """The path of the record of the item at a path."""
    return item.removesuffix(".md") + SUFFIX


def item_of(record: str) -> str:
    """The path at which the item of a record lies or lay."""
    return record.removesuffix(SUFFIX) + ".md"
