"""What a whole audit has proved of a site, kept so that the next one need only prove what changed.

Rows of kind ``audit``: one for each folder of items (``items/<body>/<year>``), and one, ABOUT,
that says which site they speak of and binds them together. A row that is lost, older or younger
than the others makes all of them worthless, never wrong.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from plugins.audit.look import SUMS
from plugins.audit.manifest import RELEASE, Counts
from plugins.audit.source import PUBLIC, Source
from plugins.audit.stamp import Stamp

KIND, ABOUT = "audit", "about"
_FORMAT = 1


class Memory(Protocol):
    """Rows of bytes by kind and key, which may vanish at any time."""

    def all(self, kind: str) -> Mapping[str, bytes]:
        """Every row of a kind, by key."""

    def put(self, kind: str, rows: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Keep ``rows``, forget ``gone``."""


class Fact(NamedTuple):
    """What was read of an item and found in the site.

    ``number`` only of hidden items; ``places`` the closed lists it stands in, with a blank
    between, once for each time; ``files`` the stamp of each file in its folder, empty where
    nothing was made from it.
    """

    sha256: str
    address: str
    title: str
    state: str
    due: str
    month: str
    number: str
    places: str
    files: Mapping[str, Stamp]


@dataclass(slots=True)
class About:
    """Of the site as a whole.

    ``day``, ``public_url`` and ``keep`` (``source.Ways``) are those it was audited with; ``files`` how many it has;
    ``chains`` the documents of sitemap and feed with those that each leads on to; ``anchors`` the
    places on pages that other pages lead to; ``told`` words of hidden items that stand in the
    site, with the public file that says them too.
    """

    day: str
    public_url: str
    keep: Sequence[bool]
    files: int
    chains: Mapping[str, Mapping[str, Sequence[str]]]
    anchors: Mapping[str, Sequence[str]]
    told: Mapping[str, str]


@dataclass(slots=True)
class Base:
    """What is known of a site: facts by path of the item, and the rows they were read from."""

    about: About
    facts: dict[str, Fact]
    rows: dict[str, bytes] = field(default_factory=dict)


def fact(item: Source, places: Iterable[str], copies: Mapping[str, Stamp]) -> Fact:
    """What to keep of an item; ``copies`` are the stamps of published files by path."""
    folder = item.path.removesuffix(".md")
    return Fact(
        *(item.sha256, item.address, item.title, item.state, item.due, item.month),
        number="" if item.state == PUBLIC else item.number,
        places=" ".join(sorted(places)),
        files={name: copies.get(f"{folder}/{name}", Stamp()) for name in item.files},
    )


def proof(site: str) -> str:
    """The name of a site by what it says of itself; empty where it says nothing."""
    found = [Path(site, name) for name in (RELEASE, SUMS)]
    if not found[0].is_file():
        return ""
    digests = (hashlib.sha256(p.read_bytes() if p.is_file() else b"").digest() for p in found)
    return hashlib.sha256(b"".join(digests)).hexdigest()


def load(memory: Memory, site: str) -> Base | None:
    """What is known of the site at the folder ``site``, or None."""
    rows = dict(memory.all(KIND))
    try:
        head = json.loads(rows.pop(ABOUT, b"null"))
        if not head or head[:-1] != _head(proof(site), rows):
            return None
        facts = {
            f"{folder}/{name}": _fact(values)
            for folder, row in rows.items()
            for name, values in json.loads(row).items()
        }
        return Base(About(**head[-1]), facts, rows)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def store(memory: Memory, site: str, base: Base, folders: Container[str] | None = None) -> None:
    """Keep what is known of the site at the folder ``site``, at the next save of ``memory``.

    ``folders`` are those of which anything differs from ``base.rows``; None means all.
    """
    if not (named := proof(site)):
        return
    fresh: dict[str, dict[str, Fact]] = defaultdict(dict)
    for path, fact in base.facts.items():
        folder, _, name = path.rpartition("/")
        if folders is None or folder in folders:
            fresh[folder][name] = fact
    written = {folder: _bytes(row) for folder, row in fresh.items()}
    left = {f: row for f, row in base.rows.items() if folders is not None and f not in folders}
    rows = {**left, **written}
    about = _bytes([*_head(named, rows), asdict(base.about)])
    memory.put(KIND, {**written, ABOUT: about}, base.rows.keys() - rows.keys())


def count(facts: Mapping[str, Fact]) -> Counts:
    """The numbers that ``release.json`` must have."""
    kinds = Counter(
        (fact.state, path.split("/", 2)[1], fact.month, fact.places) for path, fact in facts.items()
    )
    counts = Counts(Counter(), Counter(), Counter(), Counter())
    for (state, body, month, places), count in kinds.items():
        counts.states[state] += count
        if state == PUBLIC:
            counts.bodies[body] += count
            counts.months[month] += count
            for place in places.split():
                counts.columns[place.removeprefix("column/")] += count
    return counts


def _fact(values: list[Any]) -> Fact:
    if values[-1]:
        values[-1] = {name: Stamp(*stamp) for name, stamp in values[-1].items()}
    return Fact(*values)


def _head(named: str, rows: Mapping[str, bytes]) -> list[object]:
    """Which site, and the digest of all that is said of it."""
    bound = hashlib.sha256()
    for folder in sorted(rows):
        bound.update(f"{folder}\0".encode())
        bound.update(hashlib.sha256(rows[folder]).digest())
    return [_FORMAT, named, bound.hexdigest()]


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
