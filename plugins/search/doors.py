"""Pages of the site that citizens ask the search for, though no item is called so."""

from __future__ import annotations

from plugins import addresses
from plugins.frame import Link, navigation
from plugins.records.corpus import Corpus
from plugins.search.context import Door

_REQUESTS = Link("依申请公开", addresses.REQUESTS)
_CITIZEN = Link("政府信息公开申请表（公民）", addresses.FORM_CITIZEN)
_LEGAL = Link("政府信息公开申请表（法人或者其他组织）", addresses.FORM_LEGAL)
_DEADLINE = Link("期限计算", addresses.DEADLINE)
_PAPERS = Link("办理文书", addresses.PAPERS)
_DIRECTORY = Link("机构与栏目", addresses.DIRECTORY)
_SITEMAP = Link("网站地图", addresses.SITEMAP_PAGE)

_ALWAYS = (
    Door(_REQUESTS, ("申请表", "依申请", "申请公开", "公开申请", "信息处理费")),
    Door(_CITIZEN, ("申请表",)),
    Door(_LEGAL, ("申请表",)),
    Door(_DEADLINE, ("期限计算", "计算期限", "答复期限", "工作日")),
    Door(_PAPERS, ("办理文书", "登记表", "审签单", "答复书", "告知书")),
    Door(_DIRECTORY, ("机构与栏目", "公开目录", "联系方式", "办公电话", "办公地址", "办公时间")),
    Door(_SITEMAP, ("网站地图",)),
)
_ROOMS = {
    addresses.GUIDE: ("公开指南",),
    addresses.RULES: ("公开制度",),
    addresses.REPORTS: ("年报", "年度报告"),
    addresses.DUTIES: ("主动公开", "公开内容"),
}


def doors(corpus: Corpus) -> tuple[Door, ...]:
    """The doors, each with the words that open it; none leads to an empty room."""
    rooms = (Door(n, _ROOMS[n.address]) for n in navigation(corpus) if n.address in _ROOMS)
    return (*rooms, *_ALWAYS)
