"""The rules over service guides, and over items that belong together."""

from __future__ import annotations

from plugins.rules import (
    gk890_forms,
    gk891_dossier_gap,
    gk892_dossier_waits,
    gk893_dossier_half,
    gk894_issue_gap,
    gk895_issue_half,
    gk896_unmarked,
)
from plugins.rules.rule import Rule

BELONGING: tuple[Rule, ...] = (
    gk890_forms,  # 申请书格式文本不在附件里
    gk891_dossier_gap,  # 成套公开缺了前面的部分
    gk892_dossier_waits,  # 公示期满已久，没有公开下一部分
    gk893_dossier_half,  # 成套事项与组成部分没有写全
    gk894_issue_gap,  # 刊物的期号有缺，或者重复
    gk895_issue_half,  # 刊物没有写期号，或者期号没有刊物
    gk896_unmarked,  # 废止通知点名的文件还没有标明
)

TOGETHER = frozenset(
    rule.CODE for rule in (gk891_dossier_gap, gk892_dossier_waits, gk894_issue_gap, gk896_unmarked)
)
"""Those that look at several items at once."""
