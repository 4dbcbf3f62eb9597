"""The rules over service guides, and over items that belong together."""

from __future__ import annotations

from plugins.rules import gk890_forms
from plugins.rules.rule import Rule

BELONGING: tuple[Rule, ...] = (
    gk890_forms,  # 申请书格式文本不在附件里
)
