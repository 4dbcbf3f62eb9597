"""The rules over what is owed: the assignment table, columns, the duties of art. 20 and 21, the
standard catalogue."""

from __future__ import annotations

from plugins.rules import (
    gk880_task,
    gk881_blank_column,
    gk882_stale_column,
    gk883_duty_missing,
    gk884_standard_gap,
)
from plugins.rules.rule import Rule

UPKEEP: tuple[Rule, ...] = (
    gk880_task,  # 任务分解表里的任务没有完成
    gk881_blank_column,  # 空白栏目
    gk882_stale_column,  # 栏目半年没有更新
    gk883_duty_missing,  # 法定主动公开的内容缺项
    gk884_standard_gap,  # 标准目录里的事项没有公开
)
