"""Index numbers (索引号) and document numbers (文号): reading and comparing them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from plugins.records.item import DocNumber
from plugins.records.registry import Site

DRAFT = "待编"
"""What stands for the index number of an item that waits for one."""

UNKNOWN_BODY = "daiding"
"""The folder of imported items whose body is not known yet (待定)."""

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_DASHES = re.compile(r"[‐-―−﹣－ー]")
_BRACKETED_YEAR = re.compile(r"[\[【(（〔〈《「［{]\s*(\d{4})\s*[\]】)）〕〉》」］}]")
_DOC_NUMBER = re.compile(r"\D*[^\d\s〔〕]〔\d{4}〕[1-9]\d*号")
_DECREE = re.compile(r"\D*令第?[\d一二三四五六七八九十百零〇]+号")


@dataclass(frozen=True, slots=True)
class IndexNumber:
    """An index number in its parts; ``year`` and ``serial`` are 0 where the grammar has none."""

    text: str
    prefix: str = ""
    year: int = 0
    serial: int = 0
    former: bool = False


def normal_index(text: str) -> str:
    """The form in which two index numbers are compared: look-alikes become equal."""
    return _DASHES.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))).upper()


def _number(text: str | None) -> int:
    """A part of an index number as a number; 0 where a grammar lets it be something else."""
    plain = text or ""
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 19 else 0


def read_index(text: str, site: Site) -> IndexNumber | None:
    """An index number by the site's grammar, else by a former one; None where none fits."""
    for grammar in (site.grammar, *site.former_grammars):
        if found := grammar.fullmatch(text):
            parts = found.groupdict()
            return IndexNumber(
                text,
                parts.get("prefix") or "",
                _number(parts.get("year")),
                _number(parts.get("serial")),
                grammar is not site.grammar,
            )
    return None


def read_doc_number(text: str) -> DocNumber | None:
    """A document number, normalised to 〔〕 after GB/T 9704-2012; None where it is not one."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    plain = re.sub(r"〕第?0*(\d)", r"〕\1", _BRACKETED_YEAR.sub(r"〔\1〕", plain))
    if not (_DOC_NUMBER.fullmatch(plain) or _DECREE.fullmatch(plain)):
        return None
    return DocNumber(text.strip(), plain)


def key_of(number: str) -> str:
    """The form in which two numbers, of either sort, are compared."""
    document = read_doc_number(number)
    return document.normal if document else normal_index(number)
