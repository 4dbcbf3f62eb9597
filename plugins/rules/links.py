"""Which addresses, written in an item, leave the item's own folder."""

from __future__ import annotations

import re
from urllib.parse import unquote

from plugins.markup import targets

_HIDDEN = re.compile(r"(?:^|/)\.[^./]")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def plain(address: str) -> str:
    """``address`` without percent-encoding, however often it was encoded."""
    while (decoded := unquote(address)) != address:
        address = decoded
    return address


def local(address: str) -> bool:
    """Whether an address leads to a file or a page of this site."""
    return not (targets.external(address) or address.startswith(("#", "//")))


def climbs(address: str) -> bool:
    """Whether a path goes up, starts at a root or a drive, or uses backslashes."""
    path = plain(address)
    steps = path.replace("\\", "/").split("/")
    return ".." in steps or "\\" in path or path.startswith("/") or bool(_DRIVE.match(path))


def foreign(address: str) -> bool:
    """Whether an address that does not climb still names what is not the item's to give."""
    return targets.fault(address) == "unsafe-link" or bool(_HIDDEN.search(plain(address)))


def disguised(address: str) -> bool:
    """Whether an address is one of a script once what hides its scheme is taken out."""
    return targets.fault(address) == "raw-html"
