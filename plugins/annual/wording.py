"""What is found, in sentences for the clerk who fills the form: what, both sides, the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from plugins.annual.identity import Identity, Kind
from plugins.annual.table import Table
from plugins.records.finding import Finding
from plugins.records.source import Fault

SHOWN = 80
_BROKEN = {"=": "≠", "≤": "＞", "≥": "＜"}

FAULTS = {
    "form-missing": (
        "第一行没有写明格式",
        "第一行写 # form: 2021（2014、2019、2021 之一）",
    ),
    "form-unknown": ("没有“{value}”年的格式", "写 2014、2019、2021 之一"),
    "header": (
        "格式行之后不是表头",
        "写 row,column,value；用分号、制表符隔开的，用电子表格打开，另存为“CSV UTF-8（逗号分隔）”",
    ),
    "line": ("“{value}”不是“行,列,数”三项", "每行写三项，用半角逗号隔开；数里有逗号的加半角引号"),
    "heading": ("“{field}”是标题行，没有数", "把数“{value}”写到它下面的行，标题行留空"),
    "row-unknown": (
        "表上没有“{value}”这一行{detail}",
        "照表上所印的行名写，或者写标识，如 三(三)4",
    ),
    "row-ambiguous": ("“{value}”不止一行：{detail}", "改写标识，从中选一个"),
    "row-of-other-form": (
        "“{value}”不是这个格式的行，是{detail}年格式的",
        "核对第一行的格式；格式不错的，改写行名",
    ),
    "column-unknown": ("“{field}”没有“{value}”这一列", "改写成其中之一：{detail}"),
    "cell-double": ("“{field}”的这一格在第{detail}行已经写过", "只留一行；本行的“{value}”没有采用"),
    "value-no-number": ("“{field}”的“{value}”不是数", "写阿拉伯数字，不带单位；没有发生的填0"),
    "value-negative": ("“{field}”的“{value}”是负数", "改成不小于0的数"),
    "value-not-whole": ("“{field}”的“{value}”不是整数", "件数、次数、人数写整数"),
}
"""Kind of fault of ``sheet`` -> message and remedy; the kind is its code, these are no GK rules."""


def findings(path: str, faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """The faults of the file ``path``, worded, in the order of its lines."""
    return tuple(
        _finding(path, fault) for fault in sorted(faults, key=lambda f: (f.line, f.column))
    )


def _finding(path: str, fault: Fault) -> Finding:
    given = {"value": short(fault.value), "field": short(fault.field), "detail": fault.detail}
    message, fix = (words.format(**given) for words in FAULTS[fault.kind])
    code = fault.kind
    return Finding(path, fault.line, fault.column, code, fault.field, message, fix, fault.value)


def short(text: str) -> str:
    """``text`` as a line quotes it: at most SHOWN characters, each of which can be printed."""
    line = "".join(c if c.isprintable() else "□" for c in " ".join(text.split()))
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def figure(number: Decimal | None) -> str:
    """A number as it is printed: no exponent, no needless zeros; «没有填» where it is not given."""
    if number is None:
        return "没有填"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def message(identity: Identity, table: Table) -> str:
    """What an identity says, in one sentence: its label, and both sides where it does not hold."""
    if identity.kind is Kind.GIVEN:
        return f"{table.form.says(identity.cells[0])}{identity.label}"
    if identity.holds:
        return f"{identity.label}：成立"
    if identity.holds is None:
        missing = [table.form.says(c) for c in identity.cells if table.number(c) is None]
        lack = f"没有填{'、'.join(missing)}" if missing else "没有可以比较的数"
        return f"{identity.label}：无法判断，{lack}"
    if identity.left is None or identity.relation not in _BROKEN:
        return f"{identity.label}：没有写明"
    if identity.right is None:
        return f"{identity.label}：正文是 {figure(identity.left)}，表上没有填"
    sides = f"{figure(identity.left)} {_BROKEN[identity.relation]} {figure(identity.right)}"
    return f"{identity.label}：{sides}" + "，其余可能尚未审结" * (
        identity.kind is Kind.SHORTFALL and bool(identity.cells)
    )


def cells(identity: Identity, table: Table) -> str:
    """The cells of an identity with their numbers, in the order of the sides."""
    numbers = ((table.form.says(cell), figure(table.number(cell))) for cell in identity.cells)
    return "；".join(f"{says} {number}" for says, number in numbers)


def place(identity: Identity, table: Table, path: str) -> str:
    """Where to look: the first cell that its file has, else the file."""
    values = (table.values.get(cell) for cell in identity.cells)
    found = next((v for v in values if v is not None and v.line), None)
    return f"{path}:{found.line}:{found.column}" if found else path
