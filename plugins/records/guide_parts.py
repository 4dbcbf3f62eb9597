"""What a disclosure guide must hold, and what it must no longer ask: data, and one reading of it.

政府信息公开条例 (2019): art. 12 names the parts of a guide; art. 29 to 33 what an application
holds and when it is answered; art. 42 the one fee that is left; art. 47 and 51 the remedies.
The 2007 text asked for a special need (its art. 13), answered within fifteen working days
(art. 24) and charged for search, copies and post (art. 27): none of that may be asked today.
行政复议法 (2023) art. 23 puts review before the lawsuit where disclosure is refused.
Shared by the guide room and by the rules GK820 (a part is missing), GK821 (repealed custom) and
GK822 (the lawsuit without the review before it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.records.registry import Body


@dataclass(frozen=True, slots=True)
class GuidePart:
    """One thing a guide must tell.

    A heading holding one of ``headings`` satisfies it; so does the field ``contact`` of the
    body's registry entry, which the page prints in a block of its own.
    """

    key: str
    label: str
    article: str
    headings: tuple[str, ...] = ()
    contact: str = ""  # attribute of Body


@dataclass(frozen=True, slots=True)
class Repealed:
    """A custom that the 2019 revision ended; ``unless`` are words that turn the sentence round."""

    key: str
    label: str
    article: str
    pattern: re.Pattern[str]
    fix: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a repealed custom stands: line and column in the text, both from 1."""

    custom: Repealed
    line: int
    column: int
    value: str


_LAW = "政府信息公开条例"

PARTS: tuple[GuidePart, ...] = (
    GuidePart("classification", "信息分类", f"{_LAW}第十二条", ("分类", "公开范围", "主动公开")),
    GuidePart("arrangement", "编排体系", f"{_LAW}第十二条", ("编排", "目录体系", "索引")),
    GuidePart("obtaining", "获取方式", f"{_LAW}第十二条", ("获取", "查阅", "公开形式", "公开方式")),
    GuidePart("applying", "申请应当包括的内容", f"{_LAW}第二十九条",
              ("提出申请", "申请内容", "申请应当", "怎样申请", "申请方式", "申请的内容")),
    GuidePart("correction", "补正", f"{_LAW}第三十条", ("补正", "答复", "处理", "办理")),
    GuidePart("times", "答复期限", f"{_LAW}第三十一条至第三十三条", ("期限", "时限", "答复", "办理")),
    GuidePart("fees", "收费", f"{_LAW}第四十二条", ("收费", "费用", "信息处理费")),
    GuidePart("complaint", "投诉举报", f"{_LAW}第四十七条、第五十一条",
              ("监督", "投诉", "举报", "救济", "权利")),
    GuidePart("review", "复议和诉讼", f"{_LAW}第五十一条", ("复议", "诉讼", "救济", "监督", "权利")),
    GuidePart("office", "机构名称", f"{_LAW}第十二条", contact="name"),
    GuidePart("address", "办公地址", f"{_LAW}第十二条", contact="address"),
    GuidePart("hours", "办公时间", f"{_LAW}第十二条", contact="hours"),
    GuidePart("phone", "联系电话", f"{_LAW}第十二条", contact="phone"),
    GuidePart("fax", "传真号码", f"{_LAW}第十二条", contact="fax"),
    GuidePart("email", "互联网联系方式", f"{_LAW}第十二条", contact="email"),
)  # fmt: skip

_DENIED = ("不需要", "无需", "无须", "不必", "不再", "不要求", "不得", "取消", "不收取", "不用")

REPEALED: tuple[Repealed, ...] = (
    Repealed(
        "special_need", "特殊需要", f"{_LAW}第二十七条",
        re.compile(r"(?:(?:自身|生产|生活|科研)[^。；，\n]{0,12})?特殊需要"),
        "2019年修订的条例不再以特殊需要为申请条件，删去这一要求。", _DENIED,
    ),
    Repealed(
        "purpose", "用途", f"{_LAW}第二十九条",
        re.compile(r"(?:信息|申请|使用|说明|注明|填写|提供)的?用途|用途(?:说明|证明)"),
        "申请应当包括的内容里没有用途，删去这一要求。", _DENIED,
    ),
    Repealed(
        "fees", "检索、复制、邮寄等费用", f"{_LAW}第四十二条",
        re.compile(r"(?:检索|复制|复印|邮寄|邮递|递送|打印|工本|成本)(?:[、和及与][^。；，\n]{1,8}?)?"
                   r"(?:等)?(?:成本)?费用?"),
        "依申请提供政府信息不收取费用，只有数量、频次明显超过合理范围时可以收取信息处理费。", _DENIED,
    ),
    Repealed(
        "fifteen_days", "十五个工作日答复", f"{_LAW}第三十三条",
        re.compile(r"(?:15|１５|十五)个?工作日[^。；\n]{0,8}答复"),
        "不能当场答复的，自收到申请之日起20个工作日内答复。", ("征求", "第三方", "意见"),
    ),
)  # fmt: skip

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<words>.+)")
_NUMBERED_HEADING = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]+[章节、.．]|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\))"
    r"\s*(?P<words>[^。；]{1,40})"
)
_LAWSUIT = re.compile(r"行政诉讼|提起诉讼")
_REVIEW_FIRST = re.compile(r"先[^。；\n]{0,16}复议|复议[^。；\n]{0,8}前置")

ENTERPRISE = "公共企事业单位"
"""The kind of body that discloses by rules of its own (art. 55): no applications, no review."""


def headings(text: str) -> tuple[str, ...]:
    """The headings of a guide: ``# …`` lines, and lines that only a numeral such as 一、 opens."""
    found = (_MARKDOWN_HEADING.match(x) or _NUMBERED_HEADING.fullmatch(x) for x in text.split("\n"))
    return tuple(m["words"].strip() for m in found if m)


def missing(text: str, body: Body) -> tuple[GuidePart, ...]:
    """The parts that neither a heading of ``text`` nor the registry entry of ``body`` supplies.

    ``body`` comes with its inherited contacts already filled in (``inherited``).
    """
    said = headings(text)

    def there(part: GuidePart) -> bool:
        if part.contact:
            return bool(getattr(body, part.contact)) or any(part.label in h for h in said)
        return any(word in heading for word in part.headings for heading in said)

    return tuple(p for p in PARTS if not there(p))


def repealed(text: str) -> Iterator[Hit]:
    """Every place of ``text`` that still asks for what the law no longer asks."""
    for number, line in enumerate(text.split("\n"), 1):
        start = 0
        for sentence in re.split(r"(?<=[。；])", line):
            for custom in REPEALED:
                hit = custom.pattern.search(sentence)
                if hit and not any(word in sentence for word in custom.unless):
                    yield Hit(custom, number, start + hit.start() + 1, hit.group())
            start += len(sentence)


def lawsuit_at_once(text: str) -> tuple[int, int, str] | None:
    """Where a text first names the lawsuit (line, column, word) and nowhere the review before it.

    行政复议法 (2023) art. 23: a refusal to disclose goes to review first, to a court afterwards.
    """
    if _REVIEW_FIRST.search(text):
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if hit := _LAWSUIT.search(line):
            return number, hit.start() + 1, hit.group()
    return None
