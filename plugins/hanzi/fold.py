"""Folding: each character alone becomes what it is found by, so places in the text are kept.

Compatibility forms are those of Unicode 3.2, which no later Python changes; accents of Latin
letters fall away; Traditional characters become Simplified by OpenCC's ``t2s``, one by one.
Phrases are never rewritten: 檔案館 is 档案馆, not 文件馆.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import ucd_3_2_0 as unicode_3_2

REPERTOIRE = (range(0x20000), range(0x2F800, 0x2FA20), range(0xE0100, 0xE01F0))
"""All that is ever folded: planes 0 and 1, compatibility ideographs, variation selectors."""

_T2S = range(0x2E80, 0xA000)
_BLOCK = 16
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_INVISIBLE = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x3164, 0xFEFF, 0xFFA0),
    *(*range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    *(*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC)),
    *range(0xE0100, 0xE01F0),
)
_BLANKS = (*range(0x21), *range(0x7F, 0xA1), 0x1680, 0x180E, 0x2028, 0x2029)
_SAME = {
    "-": "‐‑‒–—―⁃−﹘﹣－ー",
    "(": "（﹙[［{｛〔﹝【〖〘〚⟦",
    ")": "）﹚]］}｝〕﹞】〗〙〛⟧",
    "《": "〈⟨⟪«",
    "》": "〉⟩⟫»",
    '"': "“”„‟＂〝〞「」『』﹁﹂﹃﹄",
    "'": "‘’‚‛＇",
    "/": "∕⁄／",
    ":": "∶：",
    "~": "〜～∼",
    "·": "・•‧⋅･",
}
_EXPLICIT: dict[int, str] = (
    dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys(_INVISIBLE, "")
    | {ord(other): one for one, others in _SAME.items() for other in others}
)


@cache
def _t2s() -> dict[str, str]:
    """The characters that OpenCC changes alone, each with what it becomes."""
    from opencc import OpenCC  # loaded by the first character that may need it

    every = [chr(code) for code in _T2S]
    found = (
        OpenCC("t2s").convert("\n".join(every)).split("\n")
    )  # parted, so that they make no phrases
    return {one: other for one, other in zip(every, found, strict=True) if one != other}


def _step(character: str) -> str:
    code = ord(character)
    if (explicit := _EXPLICIT.get(code)) is not None:
        return explicit
    plain = character.lower()
    if not unicode_3_2.is_normalized("NFKD", plain) or code in _ACCENTS:
        apart = unicode_3_2.normalize("NFKD", plain).translate(_ACCENTS)
        plain = unicode_3_2.normalize("NFC", apart)
    if len(plain) == 1 and ord(plain) in _T2S:
        return _t2s().get(plain, plain)
    return plain


class _Fold(dict[int, str]):
    """For ``str.translate``; a character is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = chr(code)
        if code < 0x20000 or any(code in part for part in REPERTOIRE):
            while (further := "".join(map(_step, folded))) != folded:
                folded = further
        self[code] = folded
        return folded


_FOLD = _Fold()


def fold(text: str) -> str:
    """The normal form of ``text``; folding it again changes nothing."""
    return text.translate(_FOLD)


@cache
def changes() -> tuple[tuple[str, str], ...]:
    """Every character that folding changes, with what it becomes: the browser's table."""
    return tuple(_changes())


def _changes() -> Iterator[tuple[str, str]]:
    every = _Fold()  # not _FOLD, which would keep them all
    for part in REPERTOIRE:
        for start in range(part.start, part.stop, _BLOCK):
            block = range(start, min(start + _BLOCK, part.stop))
            if _stays(block):
                continue
            for code in block:
                if (folded := every[code]) != chr(code):
                    yield chr(code), folded


def _stays(block: range) -> bool:
    """Whether folding changes no character of a block, as far as a look at all of them tells."""
    text = "".join(map(chr, block))
    if not _EXPLICIT.keys().isdisjoint(block) or not _ACCENTS.keys().isdisjoint(block):
        return False
    if text != text.lower() or not unicode_3_2.is_normalized("NFKD", text):
        return False
    return _t2s().keys().isdisjoint(text)


def changes_into(alphabet: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The part of the table that a site with this folded alphabet needs.

    What becomes something that no document holds finds nothing, changed or not.
    """
    return (pair for pair in changes() if alphabet.issuperset(pair[1]))
