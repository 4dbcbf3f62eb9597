"""变更历史: what each release showed anew of items that were public before it (条例 art. 26).

Pure: ``plugins/compared.py`` asks Git. Only names of what changed are kept, and which notes of
变更记录 came with it; never a value, so that what was redacted does not come back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from plugins import addresses
from plugins.records import changes, dates
from plugins.records.fields import BY_KEY, FIELDS, Show, Type
from plugins.records.numbers import DRAFT, normal_index
from plugins.records.source import Entry, Kind, Record
from plugins.records.values import members

TEXT, ATTACHED = "正文", BY_KEY["attachments"].label
_OTHERWISE = frozenset(("changes", "publisher"))  # told as notes; told by the folder
_SHOWN = tuple(
    field
    for field in FIELDS
    if Kind.ITEM in field.kinds and field.show is not Show.NEVER and field.key not in _OTHERWISE
)
_PARTS = (*(field.label for field in _SHOWN), TEXT)
_SIZE = 8
_PLACES = {
    key: slice(at * _SIZE, (at + 1) * _SIZE)
    for at, key in enumerate((*(field.key for field in _SHOWN), ""))
}
"""Where the digest of a field stands among the parts of a version; the text has no key."""
PENDING = 0
"""In the place of a release: what none has shown yet."""


@dataclass(frozen=True, slots=True)
class Version:
    """An item as its file had it: ``key`` as of ``key_of``, ``parts`` a digest of each of what its page
    shows, one behind the other, ``notes`` the digests of its 变更记录."""

    key: str
    parts: bytes
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class State:
    """What a release (by its sequence, or PENDING) had other than the one before: paths below items
    and their versions, empty for none."""

    release: int
    changed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """What one release (or PENDING) showed anew of an item: the labels of what had changed, in the
    order of the schema, and the digests of the notes that came with it."""

    release: int
    parts: tuple[str, ...]
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """All revisions of an item since the first release of it that Git has, oldest first."""

    since: int
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True)
class Revisions:
    """What is told of every item that was released, by ``key_of``; or why nothing is known."""

    of: Mapping[str, Told] = field(default_factory=dict)
    unknown: str = ""


def key_of(record: Record) -> str:
    """What tells an item in all its versions: its number or where it came from; empty for a draft."""
    number, source = record.raw("index_no"), record.raw("imported_from")
    if number not in ("", DRAFT):
        return normal_index(number)
    return normal_index(addresses.legacy(source)) if source else ""


def version(record: Record) -> Version:
    """What is kept of a version. White space, the form of a date or of a list make no difference."""
    values = {e.key: _value(e) for e in record.entries.values() if e.key in _PLACES}
    parts = bytearray(_SIZE * len(_PARTS))
    for key, value in (*values.items(), ("", record.raw("markup") + record.text)):
        if plain := "".join(value.split()):  # an empty line says what no line says
            parts[_PLACES[key]] = _digest(plain)
    entry = record.entries.get("changes")
    found = changes.read(entry)[0] if entry else ()
    return Version(key_of(record), bytes(parts), frozenset(note(c.day, c.what) for c in found))


def note(day: date, what: str) -> str:
    """The digest by which an entry of 变更记录 is found again."""
    return _digest(f"{day.isoformat()} {what}").hex()


def is_item(path: str) -> bool:
    """Whether a file below items is the text of one, and not attached to one."""
    return path.endswith(".md") and path.count("/") == 2


def revisions_of(
    states: Iterable[State], versions: Mapping[str, Version], first: Mapping[str, int]
) -> dict[str, Told]:
    """What is told of the items whose ``first`` release is given; ``states`` in their order.

    Releases are compared with each other, so that what was taken back in between, on whatever
    branch, is not told, and a release that went back is.
    """
    tree, since, gone = _Tree(versions), dict[str, int](), dict[str, _Seen]()
    found: defaultdict[str, list[Revision]] = defaultdict(list)
    waiting = sorted(first, key=lambda key: first[key], reverse=True)
    late = set[str]()
    for state in states:
        for key, old, new in tree.turn(state.changed):
            if key not in since:
                continue
            if new is None:
                gone |= {key: old} if old else {}
            elif was := old or gone.get(key):
                parts, notes = was.differing(new), new.version.notes - was.version.notes
                if parts or notes:
                    found[key].append(Revision(state.release, parts, notes))
        while waiting and (not state.release or first[waiting[-1]] <= state.release):
            late.add(waiting.pop())
        there = {key for key in late if key in tree.paths}
        since |= dict.fromkeys(there, state.release)
        late -= there
    return {key: Told(release, tuple(found[key])) for key, release in since.items()}


@dataclass(frozen=True, slots=True)
class _Seen:
    """An item in one state: its text and what is attached to it, by name."""

    version: Version
    files: frozenset[tuple[str, str]]

    def differing(self, new: _Seen) -> tuple[str, ...]:
        one, other = self.version.parts, new.version.parts
        places = zip(_PARTS, _PLACES.values(), strict=True)
        names = {name for name, place in places if one[place] != other[place]}
        if self.files != new.files:
            names.add(ATTACHED)
        return tuple(part for part in _PARTS if part in names)


class _Tree:
    """The items of one state after the other: ``paths`` by their keys."""

    def __init__(self, versions: Mapping[str, Version]) -> None:
        self.paths: dict[str, str] = {}
        self._versions = versions
        self._texts: dict[str, Version] = {}
        self._files: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def turn(
        self, changed: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[str, _Seen | None, _Seen | None]]:
        """Go on to the next state: every item that is concerned, before and after."""
        texts, files = dict[str, Version | None](), list[tuple[str, str, str]]()
        for path, blob in changed:
            folders = path.split("/", 3)
            if len(folders) > 3:
                files.append(("/".join(folders[:3]) + ".md", folders[3], blob))
            elif is_item(path):
                texts[path] = self._versions.get(blob)
        keys = {self._key(path) for path in (*texts, *(owner for owner, *_ in files))}
        keys |= {now.key for now in texts.values() if now}
        old = {key: self._seen(key) for key in sorted(keys - {""})}
        self._take(texts)
        for owner, name, blob in files:
            self._files[owner][name] = blob
        for key, before in old.items():
            yield key, before, self._seen(key)

    def _take(self, texts: Mapping[str, Version | None]) -> None:
        """Put new texts in the place of old ones; a number is its item's as long as that stands."""
        for path in texts:
            if self.paths.get(self._key(path)) == path:
                del self.paths[self._key(path)]
            self._texts.pop(path, None)
        for path, now in texts.items():
            if now and now.key:
                self._texts[path] = now
                self.paths.setdefault(now.key, path)

    def _key(self, path: str) -> str:
        known = self._texts.get(path)
        return known.key if known else ""

    def _seen(self, key: str) -> _Seen | None:
        path = self.paths.get(key)
        if path is None:
            return None
        files = self._files.get(path, {}).items()
        return _Seen(self._texts[path], frozenset((name, blob) for name, blob in files if blob))


def _value(entry: Entry) -> str:
    """The value as it is meant, as far as the line alone tells."""
    kind = BY_KEY[entry.key].type
    if kind is Type.DATE:
        read = dates.read(entry.raw)
        return read.day.isoformat() if isinstance(read, dates.Written) else entry.raw
    if kind is Type.LIST:
        return "\0".join(members(entry))
    lines = ("\0".join(f"{part.key}\1{part.text}" for part in member) for member in entry.parts)
    return "\2".join((entry.raw, *lines))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
