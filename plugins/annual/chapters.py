"""The chapters of a report since 2019: the fifth and sixth must say something (art. 50)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plugins.annual.form import Cell
from plugins.annual.identity import Identity, Kind
from plugins.annual.names import plain
from plugins.annual.table import Table
from plugins.records.finding import Severity

_HEADING = re.compile(r"^[#*\s]*([一二三四五六七八])、", re.MULTILINE)
_NOTHING = re.compile(r"[。.,、:;]|暂无|没有|无|其他|需要|报告的?|事项")
_FEE = re.compile(r"信息处理费|收费|缴费|缴纳费用")
_COLLECTED = re.compile(r"信息处理费[^,;。\d]{0,8}(\d[\d,]*(?:\.\d+)?)万?元")
_DENIED = re.compile(r"(?:未|没有|无)[^,;。]{0,12}(?:信息处理费|收费)")
_UNPAID: Cell = ("三(六)2", "总计")
_WANTED = {"五": "存在的主要问题及改进情况", "六": "其他需要报告的事项（含信息处理费）"}


def chapters(text: str) -> dict[str, str]:
    """The chapters by their number (一 to 八) without their headings; of two, the later one."""
    starts = [(found[1], found.start()) for found in _HEADING.finditer(text)]
    ends = [*(start for _, start in starts), len(text)][1:]
    return {
        number: text[start:end].strip().partition("\n")[2]
        for (number, start), end in zip(starts, ends, strict=True)
    }


def _collected(text: str) -> Decimal:
    """The greatest 信息处理费 that the text states, 0 where it states none."""
    stated = (Decimal(found[1].replace(",", "")) for found in _COLLECTED.finditer(plain(text)))
    return max(stated, default=Decimal(0))


def fees(table: Table, text: str, collected: int = 0) -> Identity:
    """I8: fees collected (``collected`` yuan by the ledger, or as the text says), or requests dropped
    for want of payment, are told of in chapter six, and those of the ledger not denied there."""
    unpaid = table.number(_UNPAID)
    owed = max(_collected(text), unpaid or Decimal(0), Decimal(collected))
    sixth = chapters(text).get("六")
    told = None if sixth is None else Decimal(len(_FEE.findall(plain(sixth))))
    if sixth and collected and _DENIED.search(plain(sixth)):
        told = Decimal(0)
    return Identity(
        id="I8",
        label="收取了信息处理费，或有逾期未缴费的申请，第六章应写明",
        fix="在第六章写明信息处理费的收取情况",
        kind=Kind.TEXT,
        left=owed,
        right=told,
        holds=True if not owed else told if told is None else told > 0,
        cells=(_UNPAID,) if _UNPAID[0] in table.form.by_row and unpaid else (),
        relation="⇒",
        severity=Severity.WARNING,
    )


def filled(text: str) -> Iterator[Identity]:
    """I10: chapters five and six say more than 无; None where the text has no such chapter."""
    there = chapters(text)
    for number, wanted in _WANTED.items():
        body = there.get(number)
        yield Identity(
            id=f"I10:{number}",
            label=f"第{number}章写明{wanted}",
            fix=f"补写第{number}章；确实没有的写明没有什么",
            kind=Kind.ADVICE,
            left=None,
            right=None,
            holds=None if body is None else bool(_NOTHING.sub("", plain(body))),
            cells=(),
            severity=Severity.NOTICE,
        )
