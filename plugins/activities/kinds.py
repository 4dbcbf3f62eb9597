"""The kinds of entries (类别), a table: what is counted of each, and for which cell of the form.

``row`` is a row of the form of 2014 (国办发〔2014〕32号), empty where it has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

FORM = "2014"


class Group(Enum):
    """Which part of the work a kind belongs to."""

    CASES = "公众监督"
    RESPONSES = "回应解读"
    MEETINGS = "会议和培训"
    MEANS = "机构、人员和经费"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry; ``takes`` are the columns it may fill, ``needs`` those it must.

    Where ``stock`` a number is what there is on a day and not what came: the last of a year
    counts, of each body.
    """

    name: str
    unit: str
    group: Group
    row: str = ""
    takes: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    stock: bool = False


def _kind(
    name: str, unit: str, group: Group, row: str, takes: str, needs: str = "", stock: bool = False
) -> Kind:
    must = frozenset(needs.split())
    return Kind(name, unit, group, row, must.union(takes.split()), must, stock)


_CASE = "count channel result redone redone_result"

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        _kind("咨询", "件", Group.CASES, "", _CASE),
        _kind("意见箱", "件", Group.CASES, "", _CASE),
        _kind("举报", "件", Group.CASES, "六", _CASE),
        _kind("评议", "份", Group.CASES, "", _CASE),
        _kind("新闻发布会", "次", Group.RESPONSES, "二(二)1", "count head issue"),
        _kind("在线访谈", "次", Group.RESPONSES, "二(二)2", "count head issue"),
        _kind("政策解读", "篇", Group.RESPONSES, "二(二)3", "count issue"),
        _kind("微博微信回应", "次", Group.RESPONSES, "二(二)4", "count", "issue"),
        _kind("其他方式回应", "次", Group.RESPONSES, "二(二)5", "count", "issue"),
        _kind("会议", "次", Group.MEETINGS, "九(一)", "count"),
        _kind("培训", "次", Group.MEETINGS, "九(二)", "count", "people"),
        _kind("专门机构", "个", Group.MEANS, "八(一)", "", "count", True),
        _kind("查阅点", "个", Group.MEANS, "八(二)", "", "count", True),
        _kind("专职人员", "人", Group.MEANS, "八(三)1", "", "count", True),
        _kind("兼职人员", "人", Group.MEANS, "八(三)2", "", "count", True),
        _kind("专项经费", "元", Group.MEANS, "八(四)", "", "yuan"),
    )
}
"""In the order in which a page shows them."""

EVENTS = frozenset(("微博微信回应", "其他方式回应"))
"""Kinds of which the form counts events answered (回应事件数): one answered twice is one."""


def of(group: Group) -> tuple[Kind, ...]:
    """The kinds of a group, in their order."""
    return tuple(kind for kind in KINDS.values() if kind.group is group)
