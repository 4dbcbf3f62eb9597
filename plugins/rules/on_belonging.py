"""The rules over service guides, and over items that belong together."""

from __future__ import annotations

from plugins.rules import (
    gk890_forms,
    gk891_dossier_gap,
    gk892_dossier_waits,
    gk893_dossier_half,
)
from plugins.rules.rule import Rule

BELONGING: tuple[Rule, ...] = (
    gk890_forms,  # 申请书格式文本不在附件里
    gk891_dossier_gap,  # 成套公开缺了前面的部分
    gk892_dossier_waits,  # 公示期满已久，没有公开下一部分
    gk893_dossier_half,  # 成套事项与组成部分没有写全
)

TOGETHER = frozenset({gk891_dossier_gap.CODE, gk892_dossier_waits.CODE})
"""Those that look at several items at once."""
