"""The columns of the working ledger: one table for the reader, the rules and docs/fields.md."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.activities.kinds import KINDS
from plugins.ledger.columns import RECEIPTS, Column, Shape, headings

SATISFIED, UNSATISFIED, UNRATED = "满意", "不满意", "未评价"
RESULTS = (SATISFIED, UNSATISFIED, UNRATED)
YES = "是"

_D, _W, _T, _N = Shape.DATE, Shape.WORD, Shape.TEXT, Shape.COUNT

COLUMNS = (
    Column("day", "日期", _D, "举行、收到、支出之日；机构、人员写统计之日，一年里写几次的以最后一次为准",
           "2025-03-04", needed=True),
    Column("kind", "类别", _W, "类别决定还要写哪些格", "咨询", tuple(KINDS), needed=True),
    Column("body", "承办机构", Shape.BODY, "登记的机构，写 id、全称、简称都可以", "zfb",
           (), ("承办单位", "机构"), True),
    Column("topic", "事项", _T, "概括写什么事，不写是谁；不公开", "政府信息公开工作推进会", (), ("内容",)),
    Column("count", "数量", _N, "这一行有几次、几件、几人；空着是1，这一年没有发生的写一行0；几件合并写一行的，"
           "机构、渠道、结果要相同", "12", (), ("次数", "件数", "人数")),
    Column("people", "人次", _N, "接受培训的人次；培训写", "60"),
    Column("yuan", "金额", _N, "单位元；专项经费写", "50000"),
    Column("head", "主要负责人参加", _W, "新闻发布会、在线访谈写；空着是否", YES, (YES, "否"), ("负责人参加",)),
    Column("issue", "热点", _T, "回应的公众关注热点或者重大舆情；同一热点每次写一样的字。微博微信回应、其他方式回应必写，"
           "一行一个", "供水管网改造停水"),
    Column("channel", "渠道", _W, "咨询、意见箱、举报、评议从哪里来", "来电", tuple(RECEIPTS), ("受理途径",)),
    Column("result", "结果", _W, "咨询、意见箱、举报、评议的结果；还在办的空着", SATISFIED, RESULTS, ("办理结果",)),
    Column("redone", "重办日期", _D, "不满意的重新办理，写最近一次办结之日"),
    Column("redone_result", "重办结果", _W, "重新办理以后的结果", "", RESULTS),
)  # fmt: skip
"""Every column; those that are not ``needed`` may be left out of a file."""

BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
ORDER: Mapping[str, int] = {column.key: at for at, column in enumerate(COLUMNS)}
BY_HEADING = headings(COLUMNS)
COMMON = frozenset(("day", "kind", "body", "topic"))
"""What every kind of entry may fill."""
