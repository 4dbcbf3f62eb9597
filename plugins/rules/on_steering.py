"""The rules over how the work is led: key points, leaders, liaisons, rules, public enterprises."""

from __future__ import annotations

from plugins.rules import (
    gk897_keypoint,
    gk898_leaders,
    gk899_liaison,
    gk910_rule_missing,
    gk911_enterprise,
)
from plugins.rules.rule import Rule

LED: tuple[Rule, ...] = (
    gk897_keypoint,  # 要点任务逾期没有佐证，或者佐证找不到
    gk898_leaders,  # 机构没有登记领导分工，或者没有分管领导、责任人
    gk899_liaison,  # 机构没有政府信息联络员
)

OWED: tuple[Rule, ...] = (
    gk910_rule_missing,  # 缺少配套制度
    gk911_enterprise,  # 公共企事业单位没有登记依据，或者该公开的栏目是空白的
)
