"""``SHA256SUMS``: the digest of every file, as ``sha256sum -c`` of coreutils writes and reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from plugins import addresses, refused

OUTSIDE = frozenset({addresses.SUMS, addresses.FACTS})
"""What cannot be listed: the list itself, and the file that holds the digest of the list."""

_LINE = re.compile(rb"(\\?)([0-9a-f]{64})  (.+)", re.DOTALL)
_SPECIAL = re.compile(r"[\\\n\r]")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_MEANT = {rb"\\": b"\\", rb"\n": b"\n", rb"\r": b"\r"}
_ESCAPED = re.compile(rb"\\(?:\\|n|r)|\\")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says: the SHA-256 of each address, and the lines (number, why) that say nothing."""

    digests: Mapping[str, str]
    faults: tuple[tuple[int, str], ...] = ()


def sums(files: Mapping[str, str]) -> bytes:
    """The list of ``files`` (address → SHA-256 in hexadecimal), sorted by address."""
    names = [name for name in sorted(files) if name not in OUTSIDE]
    if _SPECIAL.search("".join(names)):
        lines = [_written(name, files[name]) for name in names]
    else:
        lines = [f"{files[name]}  {name}\n" for name in names]
    return "".join(lines).encode("utf-8", "surrogateescape")


def read(data: bytes) -> Mapping[str, str]:
    """Address → SHA-256; raises Refused (exit 4) naming the first line that is not ours."""
    listed = scan(data)
    for number, what in listed.faults:
        message = f"{addresses.SUMS} 第 {number} 行{what} → 重新取一份完整的副本"
        raise refused.Refused(message, refused.AUDIT)
    return listed.digests


def scan(data: bytes) -> Listed:
    """The same without raising: every line that can be used, and every one that cannot.

    No address leads out of the site: neither up, nor from the root, nor twice to one file.
    """
    digests: dict[str, str] = {}
    faults: list[tuple[int, str]] = []
    lines = data.split(b"\n")
    if lines.pop():
        faults.append((len(lines) + 1, "没有写完"))
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        name = _name(found[3], bool(found[1])) if found else None
        if found is None or name is None:
            faults.append((number, "不是摘要"))
        elif not _inside(name) or name in OUTSIDE:
            faults.append((number, "的地址不在网站之内"))
        elif name in digests:
            faults.append((number, "重复了前面的地址"))
        else:
            digests[name] = found[2].decode()
    return Listed(digests, tuple(faults))


def _written(name: str, digest: str) -> str:
    """One line; a backslash in front says that the name is escaped."""
    if not _SPECIAL.search(name):
        return f"{digest}  {name}\n"
    return f"\\{digest}  {_SPECIAL.sub(lambda m: _ESCAPES[m[0]], name)}\n"


def _name(written: bytes, escaped: bool) -> str | None:
    """The name that a line means; None where it is written in a way that we do not write."""
    if escaped:
        plain = _ESCAPED.sub(lambda m: _MEANT.get(m[0], b"\0"), written)
        if plain == written:
            return None
        written = plain
    elif b"\\" in written or b"\r" in written:
        return None
    return None if b"\0" in written else written.decode("utf-8", "surrogateescape")


def _inside(name: str) -> bool:
    return not {"", ".", ".."} & set(name.split("/"))
