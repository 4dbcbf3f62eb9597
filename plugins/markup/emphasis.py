"""Bold or mask? What two asterisks mean in official text, where ``**`` also hides names.

A pair is bold only where nothing speaks for a mask (``张**``, ``**区``, ``13**56``); one doubtful
pair leaves every asterisk of its line as written. 个人信息保护法 art. 51(3) prescribes masks;
to show text without its masks would be to falsify it.
"""

from __future__ import annotations

import re

MARK = re.compile(r"(?<!\*)\*\*(?!\*)")
SENTENCE_END = re.compile(r"[。！？；](?!$)")
LONGEST = 60

_PLACE_WORDS = frozenset("省市区區县縣镇鎮乡鄉村州旗路街某")
_NOT_FIRST = frozenset("、，。；：！？,.;:!?）》”』」】)")
_NOT_LAST = frozenset("、，,（《“『「【(")
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高梁郑鄭谢謝宋唐许許韩韓冯馮邓鄧曹"
    "彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋"
    "傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴"
)


def pairs(content: str) -> tuple[tuple[int, int], ...]:
    """Where the ``**`` of a line stand, opener and closer together; a last one alone is left."""
    marks = [m.start() for m in MARK.finditer(content)]
    return tuple(zip(marks[::2], marks[1::2], strict=False))


def is_bold(content: str) -> bool:
    """Whether the pairs of this line are certainly emphasis: all of them, or none is."""
    marks = MARK.findall(content)
    return len(marks) % 2 == 0 and all(_certain(content, a, b) for a, b in pairs(content))


def _certain(content: str, start: int, end: int) -> bool:
    """Whether nothing speaks for a mask in the pair whose marks stand at ``start`` and ``end``."""
    inner = content[start + 2 : end]
    before, after = content[start - 1 : start] if start else "", content[end + 2 : end + 3]
    if not inner or inner != inner.strip() or len(inner) > LONGEST or "*" in inner or "|" in inner:
        return False
    if SENTENCE_END.search(inner) or any(
        c.isdigit() or c == "*" for c in (before, inner[0], inner[-1], after)
    ):
        return False
    if inner[0] in _NOT_FIRST or inner[-1] in _NOT_LAST:
        return False
    if inner[0] in _PLACE_WORDS or after in _PLACE_WORDS:
        return False
    return not (before in _SURNAMES and inner[-1] in _SURNAMES)
