"""What a file of the site says: the words of a page, of a list for machines, of a script.

What only draws or counts is left out, for in coordinates, digests and weights any number stands
somewhere: the attributes of tags but those that readers get to see, numbers with a point, and data
that are deflated, which are inflated instead. Addresses are looked at by themselves.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from plugins.audit.packed import unpacked

MARKUP = (".html", ".htm", ".xml", ".svg", ".atom", ".rss", ".xhtml")
SCRIPTS = (".js", ".json", ".geojson", ".jsonld", ".webmanifest", ".jsonl")
PLAIN = (".csv", ".txt", ".tsv", ".md", ".toml", ".css", "")
APART = "\n"
"""Between pieces. A number over two lines is the gate's to find; here lines are cells of figures,
or the signs of a table, and no number together."""

_BLOCK = 1 << 20  # signs looked at in one go
_SHARED = 400  # signs at the end of a block that are looked at again with the next

_QUIET = re.compile(r"</?(?:strong|b|em|i|u|wbr|mark|font|sup|sub)\b[^>]*>", re.IGNORECASE)
_AROUND = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")  # of what only looks like a tag
_TAG = re.compile(r"<[/!?A-Za-z][^>]*>")
_SAYS = re.compile(
    r"\s(?:(?:alt|title|content|value|placeholder|label|summary|aria-label|data-[a-z-]+)="
    r"|href=(?=[\"'](?:tel|sms|mailto):))(?:\"([^\"]*)\"|'([^']*)')"
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_POINT = re.compile(r"[0-9]*\.[0-9]+(?:[eE][-+]?[0-9]+)?")
_LIFTED = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": " "}


def says(path: str, address: str, data: bytes | None = None) -> Iterator[str]:
    """The words of the file at ``path``, block by block, its pieces APART; nothing of what is no text.

    ``data`` is what stands there, where it was read already. Raises OSError. Office files and
    archives are for ``plugins.leaks.papers``.
    """
    suffix = Path(address).suffix.lower()
    if suffix in MARKUP:
        yield _marked((Path(path).read_bytes() if data is None else data).decode(errors="replace"))
    elif suffix in SCRIPTS:
        yield from _scripted(path)
    elif suffix in PLAIN:
        yield from _blocks(path)


def _marked(text: str) -> str:
    """What stands between tags and what some attributes say; in a feed pages stand escaped."""
    for _ in range(2):
        said = [one or other for one, other in _SAYS.findall(text)]
        bare = _AROUND.sub(APART, _QUIET.sub("", text))
        text = html.unescape(APART.join((_TAG.sub(APART, bare), *said)))
        if "<" not in text:
            break
    return _lifted(text)


def _scripted(path: str) -> Iterator[str]:
    with suppress(ValueError):
        yield _lifted(unpacked(Path(path)).decode(errors="replace").replace('"', APART))
        return
    for block in _blocks(path):
        yield _lifted(_POINT.sub("0", block).replace('","', APART))


def _lifted(text: str) -> str:
    """``text`` with what JSON escapes as it is meant: ``\\n138`` is no word."""
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return _LIFTED.get(found[2], found[2])


def _blocks(path: str) -> Iterator[str]:
    before = ""
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        while more := file.read(_BLOCK):
            yield before + more
            before = more[-_SHARED:]
