"""Bold or mask? What two asterisks mean in official text, where ``**`` also hides names.

A pair is bold only where it stands free, between blanks, punctuation or the ends of its line, and
nothing in it speaks for a mask: a mask replaces part of a word and so touches what is left of it
(``孔**``, ``**商行``, ``1980年**月**日``). No list of names could know them all. One doubtful pair
leaves every asterisk of its line as written. 个人信息保护法 art. 51(3) prescribes masks; to show
text without its masks would be to falsify it.
"""

from __future__ import annotations

import re

MARK = re.compile(r"(?<!\*)\*\*(?!\*)")
SENTENCE_END = re.compile(r"[。！？；](?!$)")
LONGEST = 60

_FREE = frozenset("，。、；：！？（）《》〈〉“”‘’「」『』【】〔〕［］()[],;:!?")
_PLACE_WORDS = frozenset("省市区區县縣镇鎮乡鄉村州旗路街某")
_NOT_FIRST = frozenset("、，。；：！？,.;:!?）》〉”’」』】〕］)]@")
_NOT_LAST = frozenset("、，,（《〈“‘「『【〔［([@")
_JOINING = frozenset("与與和及诉訴")
_BETWEEN_MASKS = re.compile(
    "[年月日时時分号號室栋棟幢座楼樓层層门组弄巷路街村乡镇县区市省某等元]|单元|單元|号楼|號樓|号院|号室"
    "|街道|小区|社区|公司|有限公司|商行|银行|医院|学校|大学|中学|小学|先生|女士|同志|某某|万元"
)
_ORDINALS = frozenset("一二三四五六七八九十")
_SEPARATOR = re.compile(r"[、，,；;与與和及/]")


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
    if not (_free(before) and _free(after)) or (before in "：:" and before and inner[-1:] in "：:"):
        return False
    if not inner or inner != inner.strip() or len(inner) > LONGEST or "*" in inner or "|" in inner:
        return False
    if SENTENCE_END.search(inner) or inner[0].isdigit() or inner[-1].isdigit():
        return False
    return not (_begins_or_ends_oddly(inner) or _is_between_masks(inner))


def _free(neighbour: str) -> bool:
    """Whether what stands beside a pair is no part of a word: nothing, a blank, punctuation."""
    return not neighbour or neighbour.isspace() or neighbour in _FREE


def _begins_or_ends_oddly(inner: str) -> bool:
    """Whether no phrase begins or ends so, but the words between two masks do."""
    first, last = inner[0], inner[-1]
    if first in _NOT_FIRST | _PLACE_WORDS | _JOINING or last in _NOT_LAST | _JOINING:
        return True
    return first in "（(" and inner.find("）" if first == "（" else ")") == len(inner) - 1


def _is_between_masks(inner: str) -> bool:
    """Whether the run is a mere unit (``月``, ``号楼``), ends of two names, or has no word at all."""
    names = _SEPARATOR.split(inner)
    short = len(names) > 1 and len(names[0]) <= 2 and len(names[-1]) <= 2
    short = short and not all(c in _ORDINALS for c in names[0])
    return short or bool(_BETWEEN_MASKS.fullmatch(inner)) or not any(c.isalpha() for c in inner)
