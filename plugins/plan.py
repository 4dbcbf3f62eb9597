"""What a room may ask of the press: pages, copies, bytes, pictures. Pure; rooms write nothing.

Addresses are POSIX paths below the site's root, without a leading slash and ending in a real
file name (``item/990700036/2021-00008.html``); links between pages are made from addresses
by the press, relative to the page that holds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A template rendered with one frozen dataclass, which it receives as ``page``.

    ``known`` are the addresses to which links in its official text may lead, besides the pages
    that every site has.
    """

    address: str
    template: str
    context: Any
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of CONTENT or of the theme, served byte for byte."""

    address: str
    source: str  # absolute path


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that a room made itself: an index, a feed archive, a list for machines."""

    address: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture, at most ``width`` wide, without anything but its pixels."""

    address: str
    source: str  # absolute path
    width: int


Output = Page | Copy | Blob | Picture
"""Anything that becomes exactly one file of the site."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Outputs that follow from ``inputs`` alone: made only where those changed, on any core.

    ``name`` is unique in its room and the same in every build. ``make`` is a pure function of a
    module, called as ``make(*inputs)``, maybe in another process or on another machine.
    ``inputs`` are what ``plugins.digest`` can take the digest of: words, numbers, dates, tuples,
    mappings, frozen dataclasses; an Item, a Record or a Registry brings its own digest with it.
    ``here`` keeps a batch in the press's own process, where its inputs are too many to send.
    """

    name: str
    make: Callable[..., Iterable[Output]]
    inputs: tuple[Any, ...]
    here: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a Gathering's work: bytes that follow from ``inputs``, as of Batch, alone.

    What it ``needs`` is done first and follows the inputs: ``make(*inputs, *bytes)``. Each need is
    a piece of some Gathering itself, so that it is remembered as long.
    """

    make: Callable[..., bytes]
    inputs: tuple[Any, ...]
    needs: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathering:
    """Batches that can be planned only from work which is done first, anywhere, and remembered.

    ``plan(results, *inputs)`` takes the bytes of ``pieces`` in their order, each once, and gives
    batches of blobs, which show nothing of the frame. Nothing of it is done where pieces and
    inputs are as they were.
    """

    name: str
    pieces: tuple[Piece, ...]
    plan: Callable[..., Iterable[Blob | Batch]]
    inputs: tuple[Any, ...] = ()


Plan = Iterable[Output | Batch | Gathering]
Room = Callable[..., Plan]
"""``plan(corpus, build) -> Plan``; the press notes who planned what, to name both in a clash."""
