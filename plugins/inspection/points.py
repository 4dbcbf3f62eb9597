"""The points of inspection. A rule comes to a point by its code, and to REST where none names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """What a site must have for a point to be judged; the words say what is lacking."""

    GROWN = "公开不满半年，或者没有发布记录"
    CATALOGUE = "没有编制标准目录，或者公开不满半年"
    TABLE = "没有任务分解表"
    LEDGER = "没有申请台账"
    KEYPOINTS = "没有登记要点任务"
    LEADERS = "没有登记领导分工"
    LIAISONS = "没有登记联络员"
    RULES = "没有登记要求哪些制度"
    ENTERPRISES = "没有登记公共企事业单位"
    LOG = "没有发布记录，只看写了公开日期的"


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the 自查表: ``codes`` are those of rules, or what they begin with.

    ``basis`` is what asks for it. A point none of whose rules is there is no point of the site.
    """

    key: str
    name: str
    basis: str
    codes: tuple[str, ...]
    need: Need | None = None


_INDICATORS = "检查指标（国办秘函〔2019〕19号）"
_PAIRS = ("GK891", "GK892", "GK893")

POINTS: tuple[Point, ...] = (
    Point("blank", "空白栏目", _INDICATORS, ("GK881",), Need.GROWN),
    Point("stale", "栏目不更新", _INDICATORS, ("GK882",), Need.GROWN),
    Point("duties", "法定内容缺项", "条例第二十条、第二十一条", ("GK883",), Need.GROWN),
    Point("standards", "标准目录事项没有公开", "国办发〔2019〕54号", ("GK884",), Need.CATALOGUE),
    Point("tasks", "任务没有完成", "条例第四条；任务分解表", ("GK880",), Need.TABLE),
    Point("requests", "依申请公开逾期未答复", "条例第三十三条", ("GK859",), Need.LEDGER),
    Point("links", "链接、附件不可用", _INDICATORS, ("GK610", "GK604", "GK605", "GK606")),
    Point("late", "公开不及时", "条例第二十六条", ("GK305", "GK308"), Need.LOG),
    Point("periods", "征求意见、撤回的期限", "栏目的期限", ("GK309", "GK310")),
    Point("dates", "发稿日期不实", _INDICATORS, ("GK304",), Need.LOG),
    Point("pairs", "批前公示、批后公告不成对", "条例第二十条", _PAIRS),
    Point("reports", "年度报告", "条例第四十九条、第五十条", ("GK87",)),
    Point("validity", "有效性、废止、解读", "条例第二十条", ("GK213", "GK217", "GK218", "GK234")),
    Point(
        "permanence",
        "公开过的信息不见了、索引号重用",
        "条例第六条、第十二条",
        ("GK121", "GK123", "GK230", "GK231", "GK232"),
    ),
    Point("guide", "公开指南", "条例第十二条", ("GK820", "GK821", "GK822")),
    Point("keypoints", "要点任务", "上级的工作要点", ("GK897",), Need.KEYPOINTS),
    Point("leaders", "领导分工和责任人", "条例第四条、第二十条", ("GK898",), Need.LEADERS),
    Point("liaisons", "政府信息联络员", "条例第四条", ("GK899",), Need.LIAISONS),
    Point("rules", "配套制度", "条例第四十五条、第四十六条、第五十二条", ("GK910",), Need.RULES),
    Point("enterprises", "公共企事业单位", "条例第五十五条", ("GK911",), Need.ENTERPRISES),
    Point("leaks", "不该公开的内容", "条例第十四条、第十五条", ("GK7",)),
)
REST = Point("rest", "其他错误和警告", "make check", ())
"""What no point names, but for notices."""


def point_of(code: str) -> Point:
    """Where a rule belongs."""
    return next((point for point in POINTS if code.startswith(point.codes)), REST)
