"""Every file of the site by its address, and the owner that each file of an item must have."""

from __future__ import annotations

import filecmp
import os
import unicodedata
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field

from plugins.audit.lists import is_item
from plugins.audit.look import COPIES, Entry, Kind
from plugins.audit.mismatch import Mismatch
from plugins.audit.source import PUBLIC, Source

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")


@dataclass(slots=True)
class Site:
    """The addresses of regular files below ``root``, each with the number of its inode.

    ``faults`` are what no host could serve as it is.
    """

    root: str
    files: dict[str, int] = field(default_factory=dict)
    faults: list[Mismatch] = field(default_factory=list)


def read(root: str) -> Site:
    """The site at ``root``; no link is followed."""
    site, waiting = Site(root), [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    site.files[f"{folder}{entry.name}"] = entry.inode()
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{folder}{entry.name}/")
                else:
                    link = "符号链接" if entry.is_symlink() else "不是普通文件，"
                    fault = Mismatch("link", f"{folder}{entry.name}", f"{link}不能发布")
                    site.faults.append(fault)
    site.faults += _twins(site.files)
    return site


def _twins(files: Collection[str]) -> Iterator[Mismatch]:
    """Addresses that differ in case or form alone."""
    seen = dict[str, str]()
    for address in sorted(a for a in files if not (a.isascii() and a.islower())):
        plain = _folded(address)
        twin = plain if plain in files else seen.setdefault(plain, address)
        if twin != address:
            yield Mismatch("link", address, f"地址与 {twin} 只差大小写或字形")


def differ(one: Site, other: Site) -> Iterator[str]:
    """The addresses at which both sites have a file, and not the same, byte for byte.

    Two names of one file are not read.
    """
    linked = os.stat(one.root).st_dev == os.stat(other.root).st_dev
    apart = one.files.items() - other.files.items() if linked else one.files.items()
    for address, _ in sorted(apart):
        paths = f"{one.root}/{address}", f"{other.root}/{address}"
        if address in other.files and not filecmp.cmp(*paths, False):
            yield address


def _folded(address: str) -> str:
    """An address as a file system sees it that tells neither case nor form apart."""
    return unicodedata.normalize("NFC", address).casefold()


def claims(sources: Iterable[Source]) -> Iterator[Entry]:
    """What public items have in the site: their pages and, where published, their files."""
    for item in sources:
        if item.state == PUBLIC:
            yield Entry(
                *(item.address, Kind.ITEM, "", item.path),
                *(item.title, item.number, item.literal),
            )
            for name, path in attached(item):
                yield from _files(item.address, name, path)


def attached(item: Source) -> Iterator[tuple[str, str]]:
    """The files in the folder of an item: the name each is published under, and its path."""
    for name in item.files:
        yield unicodedata.normalize("NFC", name), f"{item.path.removesuffix('.md')}/{name}"


def _files(address: str, name: str, path: str) -> Iterator[Entry]:
    folder = address.removesuffix(".html")
    yield Entry(f"{folder}/{name}", Kind.COPY, "", path)
    if name.lower().endswith(_PICTURES):
        yield Entry(f"{folder}/thumb/{name}", Kind.PICTURE, "", path)


def compressed(address: str, files: Container[str]) -> Entry | None:
    """The file at ``address`` as the compressed copy of another; None where it is none."""
    original = address.removesuffix(".gz")
    if original != address and original in files:
        return Entry(address, Kind.COMPRESSED, "", original)
    return None


def ownerless(addresses: Iterable[str], claimed: Container[str]) -> Iterator[Mismatch]:
    """Files where items have theirs that belong to no public item.

    What belongs to one is its page, its files, its QR code, and compressed copies of these.
    """
    for address in addresses:
        if address.startswith(COPIES) and address not in claimed:
            own = address.removesuffix(".gz")
            code = own.removesuffix(".svg")
            if is_item(address):
                yield Mismatch("ledger", address, "页面没有对应的公开条目")
            elif own not in claimed and (code == own or f"{code}.html" not in claimed):
                yield Mismatch("ledger", address, "文件没有对应的公开条目")


def lost(sources: Iterable[Source], exists: Container[str]) -> Iterator[Mismatch]:
    """Files that a public item names and the site has not."""
    for item in sources:
        if item.state == PUBLIC and item.named:
            folder = item.address.removesuffix(".html")
            for name, path in attached(item):
                own = path.rpartition("/")[2] in item.named
                if own and f"{folder}/{name}" not in exists:
                    yield Mismatch("ledger", path, f"附件没有发布：{folder}/{name}")
