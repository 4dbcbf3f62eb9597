"""Marks of secrecy (保密法实施条例: 密级、保密期限) and of a circle that is not the public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind

_GAP = r"[ \t]{0,3}"
_SECRET = re.compile(
    rf"(?:绝{_GAP}密|机{_GAP}密|秘{_GAP}密){_GAP}[★☆]"
    rf"|密{_GAP}级{_GAP}[:：|\t]{_GAP}(?:绝{_GAP}密|机{_GAP}密|秘{_GAP}密)"
    rf"|(?m:^){_GAP}[【\[(（]?(?:绝{_GAP}密|机{_GAP}密|秘{_GAP}密)"
    rf"(?:{_GAP}[0-9一二三四五六七八九十]{{1,3}}{_GAP}年|{_GAP}长期)?[】\])）]?{_GAP}(?m:$)"
)
_WORDS = (
    "内部资料|内部文件|内部材料|内部参考|内部使用|内部掌握|仅供内部使用|仅限内部使用|内部资料注意保存|"
    "内部资料,注意保存|内部文件,注意保存|内部资料,请勿外传|注意保存|禁止外传|严禁外传|请勿外传|不得外传|注意保密|工作秘密|"
    "不予公开|不得公开|此件不公开|此件不予公开|此件依申请公开|此件内部使用|不公开|仅供领导参阅"
)
_CIRCLE = re.compile(
    rf"(?m:^){_GAP}(?:{_WORDS})[!。]?{_GAP}(?m:$)"
    rf"|[(\[【〔]{_GAP}(?:{_WORDS}){_GAP}[)\]】〕]"
    rf"|公开(?:属性|方式|类别|形式){_GAP}[:：]{_GAP}(?:不予公开|不公开|依申请公开)"
)


def find(text: str) -> Iterator[tuple[Kind, int, int]]:
    """Where such a mark stands: with its star, on a line of its own, in brackets, as a label."""
    if "密" in text:
        yield from ((Kind.SECRET, *found.span()) for found in _SECRET.finditer(text))
    yield from ((Kind.INTERNAL, *found.span()) for found in _CIRCLE.finditer(text))
