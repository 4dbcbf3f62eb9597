"""The work that can be done anywhere: planned things become files. One pure function for all cores.

``work`` is what the executor maps over chunks of jobs, in this process, in another or on another
machine. It knows the plan's things, the theme and the memory of converted texts; nothing of what
a page is about, and nothing of where the site will stand.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from plugins import code, refused
from plugins.frame import Build, Frame
from plugins.memory import Memory
from plugins.plan import Output
from plugins.press.render import Renderer, drawn

_COMPRESSED = (".html", ".css", ".js", ".json", ".jsonl", ".svg", ".txt", ".xml")
_WORTH = 1024  # bytes: below that a copy costs more than it saves


@dataclass(frozen=True, slots=True, eq=False)
class Shop:
    """What every job needs: made once a build and the same for all of them.

    ``build`` has neither day nor commit: what shows them says so in its context. ``memory`` is
    the path of the memory and ``stamp`` the code's; ``target`` the folder for new files, empty
    where they are to be sent back; ``warm`` says that the memory has converted texts;
    ``identity`` is the digest of all that pages can see.
    """

    build: Build
    frame: Frame
    assets: MappingProxyType[str, str]
    standing: frozenset[str]  # addresses that every site has, to which texts may lead
    memory: str
    stamp: bytes
    warm: bool
    target: str
    identity: bytes
    drawn: bytes  # of all templates, which may change while a process lives

    def __hash__(self) -> int:
        return hash((self.identity, self.drawn))

    def __eq__(self, other: object) -> bool:
        mine = (self.identity, self.drawn)
        return isinstance(other, Shop) and mine == (other.identity, other.drawn)


class Job(NamedTuple):
    """One batch to make. ``had`` maps addresses to the SHA-256 of what stands there now."""

    key: str
    owner: str
    make: Callable[..., Iterable[Output]]
    inputs: tuple[Any, ...]
    had: tuple[tuple[str, str], ...] = ()


class Made(NamedTuple):
    """One file of a job: written, unless it is what stood there; ``data`` where it is sent back."""

    address: str
    sha256: str
    size: int
    page: bool
    data: bytes | None = None


class Done(NamedTuple):
    """What became of a job: its files in the order planned, and the templates they came from."""

    key: str
    files: tuple[Made, ...]
    templates: tuple[str, ...]


def work(shop: Shop, jobs: tuple[Job, ...]) -> tuple[Done, ...]:
    """Make every job of a chunk.

    Raises Refused for a fault of a template or a picture, and where the code or theme here is
    not the press's own: pages of two versions must never stand in one site.
    """
    if not shop.target and code.stamp() != shop.stamp:
        message = "集群节点上的程序、Python 或软件包与本机不同 → 在每个节点装好同一版本再运行"
        raise refused.Refused(message, refused.CONFIGURATION)
    renderer = _renderer(shop)
    with Memory(shop.memory, shop.stamp) as memory:
        renderer.begin(memory, shop.warm)
        done = tuple(_do(shop, job, renderer) for job in jobs)
        renderer.end()
    return done


@lru_cache(1)
def _renderer(shop: Shop) -> Renderer:
    if not shop.target and drawn(shop.build.theme) != shop.drawn:
        message = f"集群节点上的主题 {shop.build.theme} 与本机不同 → 在每个节点放好同一份再运行"
        raise refused.Refused(message, refused.CONFIGURATION)
    return Renderer(shop.build, shop.frame, shop.assets, shop.standing)


def _do(shop: Shop, job: Job, renderer: Renderer) -> Done:
    had, files = dict(job.had), []
    renderer.templates = set()
    for output in job.make(*job.inputs):
        inside(output.address, job.owner)
        for address, data in _copies(shop, output.address, renderer.bytes_of(output, job.owner)):
            made = hashlib.sha256(data).hexdigest()
            back = None
            if had.get(address) != made:
                if shop.target:
                    with suppress(FileExistsError):  # two of one address: the press names both
                        write(shop.target, address, data)
                else:
                    back = data
            files.append(Made(address, made, len(data), address.endswith(".html"), back))
    return Done(job.key, tuple(files), tuple(sorted(renderer.templates)))


def _copies(shop: Shop, address: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and, where it is to be published and grows smaller by it, its compressed copy."""
    yield address, data
    if shop.build.publish and len(data) >= _WORTH and address.endswith(_COMPRESSED):
        yield f"{address}.gz", gzip.compress(data, 6, mtime=0)


def inside(address: str, owner: str) -> None:
    """Raise Refused for what is no address below the site."""
    odd = {"", ".", ".."} & set(address.split("/"))
    if not address or odd or "\\" in address or "\n" in address:
        message = f"{owner} 给出的地址不在网站之内: {address}"
        raise refused.Refused(message, refused.BUG)


def write(folder: str, address: str, data: bytes) -> None:
    """Write one file below ``folder``."""
    path = f"{folder}/{address}"
    try:
        file = open(path, "xb", buffering=0)  # noqa: SIM115
    except FileNotFoundError:
        with suppress(FileExistsError):
            os.makedirs(os.path.dirname(path))
        file = open(path, "xb", buffering=0)  # noqa: SIM115
    with file:
        view = memoryview(data)
        while view:  # one call may write a part, on a disk that is nearly full
            view = view[file.write(view) :]
