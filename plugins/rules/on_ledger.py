"""The rules over the ledger of applications, in order."""

from __future__ import annotations

from plugins.rules import (
    gk850_ledger_table,
    gk851_ledger_word,
    gk852_ledger_number,
    gk853_ledger_dates,
    gk854_ledger_stage,
    gk855_ledger_outcome,
    gk856_ledger_correction,
    gk857_ledger_extension,
    gk858_ledger_fee,
    gk859_ledger_overdue,
    gk860_ledger_person,
)
from plugins.rules.rule import Rule

LEDGER: tuple[Rule, ...] = (
    gk850_ledger_table,  # 台账读不成表
    gk851_ledger_word,  # 台账里有看不懂的值
    gk852_ledger_number,  # 台账编号重复，或者指向没有的编号
    gk853_ledger_dates,  # 台账日期的先后不对
    gk854_ledger_stage,  # 台账缺少一个环节的日期
    gk855_ledger_outcome,  # 台账的结果与日期对不上
    gk856_ledger_correction,  # 补正通知晚于7个工作日
    gk857_ledger_extension,  # 延期没有通知、太长或者太晚
    gk858_ledger_fee,  # 信息处理费与标准不符
    gk859_ledger_overdue,  # 申请逾期没有答复
    gk860_ledger_person,  # 台账里有个人信息
)
