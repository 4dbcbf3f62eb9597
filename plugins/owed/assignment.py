"""A line of ``registry/assignments.toml``: who publishes in which column, how often, by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

WEEKLY, WHENEVER, STANDING = "每周", "随时", "长期"
MONTHS: Mapping[str, int] = MappingProxyType({"每年": 12, "每半年": 6, "每季度": 3, "每月": 1})
"""How many months a period has; that of 每周 has seven days."""
YEARLY = "每年"
PERIODIC = (*MONTHS, WEEKLY)
FREQUENCIES = (*PERIODIC, WHENEVER, STANDING)
"""随时: as it comes, but it comes; 长期: what is there stays good, and must be there."""

KEYS = (
    ("body ★", "机构的 id", "fgw"),
    ("column ★", "末级栏目的 id；一个机构在一个栏目里只写一次", "tjgb"),
    ("frequency ★", "、".join(FREQUENCIES), "每年"),
    ("since ★", "从哪一天起；第一个周期是这一天以后开始的", "2026-01-01"),
    (
        "deadline",
        "什么时候以前公开：期后15日、期后20个工作日、次月8日；每年的还可以写当年3月20日、次年3月31日。"
        "不写的按栏目的期限，从周期最后一日算；随时、长期不写",
        "次年4月30日",
    ),
    ("unit", "责任科室", "综合科"),
    ("note", "说明", "市统计局提供数据"),
)
"""What a clerk may write, how, and an example; ★ must be there."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One line: ids of body and column, one of FREQUENCIES, ``deadline`` as ``deadline.py`` reads it.

    ``since`` is the day from which it holds: the first period that is owed begins on it or after
    it, and what is 随时 or 长期 must be there from then on.
    """

    body: str
    column: str
    frequency: str
    since: date
    deadline: str = ""
    unit: str = ""
    note: str = ""
    line: int = 1
