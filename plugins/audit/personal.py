"""Personal numbers in the files of the site: the scan of the gate once more, over what came out.

What the source says where it is public was looked at before the build: it was let pass, or it is
no leak. So only what no public file says is one here. Values are held in memory as long as the
audit lasts; what is told is the mask.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plugins.audit.mismatch import Mismatch
from plugins.audit.readable import APART, says
from plugins.audit.source import told
from plugins.leaks import leaks
from plugins.leaks.leak import Kind, Leak
from plugins.leaks.papers import open_into
from plugins.leaks.papers.opened import Opened
from plugins.leaks.plain import plain

TOLD = frozenset(
    (Kind.IDENTITY, Kind.MOBILE, Kind.CARD, Kind.PASSPORT, Kind.ADDRESS, Kind.MINOR, Kind.KEY)
)
"""What is an error wherever it stands. Marks of secrecy are words, which forms and menus have."""
PACKAGES = (".xlsx", ".docx", ".zip", ".ods", ".pdf")
_SHUT = ("registry/leaks.toml", "registry/roles.toml", "registry/assignments.toml")
"""What is public of no registry."""

_MAY = re.compile(
    r"\d(?:[\W_]{0,3}\d){6}|[A-Za-z0-9_.-]{16}|[住单岁]|监护|姓\s?名|[患孤]儿"
    r"|密[码钥]|口令|授权码|(?i:pass?wo?r?d|pwd|secret|token|key)|://"
)
"""What every one of them has some of: most texts have nothing of it."""
_CONTEXT = re.compile(r"[卡账帐證证户行]|身份|手机|电话|微信|密[码钥]|口令|监护|姓\s?名|住|家")
"""Words by which a number that stands apart from them is known for what it is."""

_NUMBER = re.compile(r"\d(?:[\W_]{0,3}\d){8}")
"""What a word on another page may make a number of somebody."""
_LABEL = 40  # signs
_FAR = "\n\n\n\n"
"""Further apart than any number may be parted."""

_CALLED = {
    Kind.MOBILE: re.compile(r"手机|电话|联系|致电|微信|移动|短信|Tel|Mobile|Phone", re.IGNORECASE),
    Kind.CARD: re.compile(r"[卡账帐]号|账户|帐户|开户"),
}
"""What must stand before a number that blanks part."""

_SEEN: set[int] = set()
"""Pieces without a find: menus and footers stand on every page."""
_MOST_SEEN = 500_000


class Hit(NamedTuple):
    """Something found: ``bare`` is its letters and digits alone, ``address`` where."""

    bare: str
    kind: str
    masked: str
    address: str


def hits(path: str, address: str, data: bytes | None = None) -> Iterator[Hit]:
    """All that is found in the file at ``path``. Raises OSError."""
    if address.lower().endswith(PACKAGES):
        opened = Opened()
        content = Path(path).read_bytes() if data is None else data
        open_into(content, os.path.basename(address), opened)
        texts: Iterable[str] = (text for _, text in opened.shared.texts)
    else:
        texts = says(path, address, data)
    for text in texts:
        yield from found(text, address)


def found(text: str, address: str) -> Iterator[Hit]:
    """All that is found in a text whose pieces stand APART; a piece without a number is read once."""
    pieces = dict.fromkeys(piece for piece in text.split(APART) if len(piece) > 1)
    fresh = [p for p in pieces if hash(p) not in _SEEN or (len(p) < _LABEL and _CONTEXT.search(p))]
    new = _FAR.join(fresh)
    clean = True
    if _MAY.search(new):
        for leak in leaks(new):
            if leak.kind in TOLD and not _figures(new, leak):
                clean = False
                bare = _bare(new[leak.start : leak.start + leak.length])
                yield Hit(bare, leak.kind.value, leak.masked, address)
    if clean:
        if len(_SEEN) > _MOST_SEEN:
            _SEEN.clear()
        _SEEN.update(hash(piece) for piece in fresh if not _NUMBER.search(piece))


def _figures(text: str, leak: Leak) -> bool:
    """Whether it is rather cells of figures: search joins those of a row with blanks."""
    end = leak.start + leak.length
    if leak.kind not in _CALLED or not any(map(str.isspace, text[leak.start : end])):
        return False
    return not _CALLED[leak.kind].search(text, max(0, leak.start - _LABEL), leak.start)


def leaked(content: str, items: Iterable[str], found: Iterable[Hit]) -> Iterator[Mismatch]:
    """What was found and no public file says; ``items`` are the paths of public items."""
    every = dict.fromkeys(found)
    said = public(content, items, {hit.bare for hit in every}) if every else ()
    for hit in every:
        if hit.bare not in said:
            message = f"含有公开的内容里没有的{hit.kind}“{hit.masked}”"
            yield Mismatch("leak", hit.address, message)


def public(content: str, items: Iterable[str], values: Collection[str]) -> frozenset[str]:
    """Those of ``values`` that a public file of CONTENT says, or an attachment that was let pass.

    ``items`` are the paths of public items.
    """
    left, said = set(values), set[str]()
    paths = list(items)
    for path, text in told(content, paths):
        if not left:
            break
        if not path.startswith(_SHUT):
            bare = _bare(text)
            said |= {value for value in left if value in bare}
            left -= said
    for path in _allowed(content, paths) if left else ():
        opened = Opened()
        with suppress(OSError):
            open_into(Path(content, path).read_bytes(), os.path.basename(path), opened)
        bare = _bare("\n".join((path, *(text for _, text in opened.shared.texts))))
        said |= {value for value in left if value in bare}
        left -= said
    return frozenset(said)


def _allowed(content: str, items: Iterable[str]) -> list[str]:
    """The attachments of these items that ``registry/leaks.toml`` names."""
    folders = {item.removesuffix(".md") for item in items}
    with suppress(OSError, ValueError):
        rows = tomllib.loads(Path(content, _SHUT[0]).read_text(encoding="utf-8")).get("allow", [])
        named = (str(row.get("file", "")) for row in rows if isinstance(row, dict))
        return sorted({file for file in named if os.path.dirname(file) in folders})
    return []


def _bare(text: str) -> str:
    return "".join(c for c in plain(text).text if c.isalnum()).upper()
