"""A copy of a site as it stands in a folder: its three lists read, and what is wrong with each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from plugins import addresses, refused
from plugins.manifest import facts, log, sums
from plugins.manifest.fault import SITE, Fault, Kind
from plugins.manifest.files import Found, content, walk

LEAST, EACH = 1 << 25, 512
"""A list may have LEAST bytes and EACH for every file: several times what an honest one has."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Copy:
    """A folder with what it says of itself; None where that is missing or not readable.

    ``marks`` are the SHA-256 of the three lists as they stand there, by address.
    """

    root: str
    found: Found
    facts: facts.Facts | None
    listed: sums.Listed | None
    log: log.Log | None  # an empty one where the site has none and claims none
    marks: dict[str, str]
    faults: tuple[Fault, ...]


def examine(root: str) -> Copy:
    """Read the folder ``root``: names of all files, the three lists; nothing else is opened."""
    found, marks = walk(root), dict[str, str]()
    faults = [*_strange(found)]

    def take(address: str, reader: Callable[[bytes], T]) -> T | None:
        if address not in found.regular:
            return None
        try:
            data = content(root, address, LEAST + EACH * len(found.regular))
            marks[address] = hashlib.sha256(data).hexdigest()
            return reader(data)
        except OSError as error:
            faults.append(Fault(address, Kind.UNREADABLE, f"不能读: {error.strerror or error}"))
        except refused.Refused as refusal:
            kind = Kind.LOG if address == addresses.LOG else Kind.MANIFEST
            faults.append(Fault(address, kind, str(refusal).partition(" → ")[0]))
        except (ValueError, MemoryError):
            faults.append(Fault(address, Kind.MANIFEST, "太大，不像本系统写的"))
        return None

    said = take(addresses.FACTS, facts.read)
    listed = take(addresses.SUMS, sums.scan)
    known = take(addresses.LOG, log.read)
    if known is None and addresses.LOG not in found.regular and said and not said.log:
        known = log.Log()
    for address, what in ((addresses.FACTS, "发布清单"), (addresses.SUMS, "文件摘要")):
        if address not in found.regular and not found.unreadable.get(""):
            faults.append(Fault(address, Kind.MANIFEST, f"没有{what}，不能核对"))
    for number, what in (listed.faults if listed else ())[:20]:
        faults.append(Fault(addresses.SUMS, Kind.MANIFEST, f"第 {number} 行{what}"))
    return Copy(root, found, said, listed, known, marks, tuple(faults))


def _strange(found: Found) -> Iterator[Fault]:
    for address in found.special:
        yield Fault(address, Kind.SPECIAL, "是符号链接、管道或者设备，不是普通文件")
    for folder, why in found.unreadable.items():
        yield Fault(folder.rstrip("/") or SITE, Kind.UNREADABLE, f"目录不能读: {why}")
