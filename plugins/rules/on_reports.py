"""The rules over the yearly reports, reports/<body>/<year>."""

from __future__ import annotations

from plugins.rules import (
    gk870_report_files,
    gk871_report_sums,
    gk872_report_sources,
    gk873_report_blanks,
    gk874_report_late,
    gk875_report_missing,
    gk876_report_year,
)
from plugins.rules.rule import Rule

REPORTS: tuple[Rule, ...] = (
    gk870_report_files,  # 年报的统计表读不出来，或者缺一半
    gk871_report_sums,  # 年报的数自相矛盾
    gk872_report_sources,  # 年报的数与台账或者目录对不上
    gk873_report_blanks,  # 年报的统计表没有填满
    gk874_report_late,  # 年报公布得晚了
    gk875_report_missing,  # 法定期限过了，还没有上一年度的年报
    gk876_report_year,  # 年报的名称、日期或者格式不是这个年度的
)
