"""The rules over the two ledgers, of applications and of the work, in order."""

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
    gk861_working_date,
    gk862_working_cell,
    gk863_working_result,
    gk864_working_open,
    gk865_working_double,
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
    gk861_working_date,  # 工作台账的日期不对
    gk862_working_cell,  # 工作台账的一格与类别不符
    gk863_working_result,  # 工作台账的重办对不上
    gk864_working_open,  # 不满意的还没有重办
    gk865_working_double,  # 机构、人员在同一天写了两次
)
