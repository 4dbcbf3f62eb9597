"""变更历史: what versions of an item changed since it became public (条例 art. 26), as Git has them.

Pure: ``plugins/chronicle.py`` asks Git. Only names of what changed are kept, and which notes of
变更记录 came with it; never a value, so that what was redacted does not come back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from plugins import addresses
from plugins.records import changes
from plugins.records.fields import BY_KEY, FIELDS, Show
from plugins.records.numbers import DRAFT, normal_index
from plugins.records.source import Entry, Kind, Record

TEXT, ATTACHED = "正文", BY_KEY["attachments"].label
_SHOWN = tuple(
    field
    for field in FIELDS
    if Kind.ITEM in field.kinds and field.show is not Show.NEVER and field.key != "changes"
)
_PARTS = (*(field.label for field in _SHOWN), TEXT)
_SIZE = 8
_PLACES = {
    key: slice(at * _SIZE, (at + 1) * _SIZE)
    for at, key in enumerate((*(field.key for field in _SHOWN), ""))
}
"""Where the digest of a field stands among the parts of a version; the text has no key."""
_PENDING = 0


@dataclass(frozen=True, slots=True)
class Version:
    """An item as one commit had it: ``key`` as of ``key_of``, ``parts`` a digest of each of what its
    page shows, one behind the other, ``notes`` the digests of its 变更记录."""

    key: str
    parts: bytes
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Touch:
    """A file that a commit changed: its versions in the parents and the one now, empty for none."""

    path: str
    before: tuple[str, ...]
    now: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, its day (ISO) by the clock of who made it, and what it touched: ``items`` are texts,
    ``files`` what is attached to them."""

    id: str
    day: str
    items: tuple[Touch, ...] = ()
    files: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """What one release showed anew of an item: the labels of what had changed, and the digests of
    the notes that came with it. ``release`` is its sequence, 0 where none has shown it yet."""

    release: int
    parts: tuple[str, ...]
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of items since their first release, by ``key_of``, oldest first; or why nothing
    is known of them."""

    of: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Public:
    """Which release showed a commit first, and which an item, by sequence."""

    commits: Mapping[str, int]
    items: Mapping[str, int]


def key_of(record: Record) -> str:
    """What tells an item in all its versions: its number or where it came from; empty for a draft."""
    number, source = record.raw("index_no"), record.raw("imported_from")
    if number not in ("", DRAFT):
        return normal_index(number)
    return addresses.legacy(source) if source else ""


def version(record: Record) -> Version:
    """What is kept of a version. White space makes no difference."""
    values = {e.key: _value(e) for e in record.entries.values() if e.key in _PLACES}
    parts = bytearray(_SIZE * len(_PARTS))
    for key, value in (*values.items(), ("", record.text)):
        if plain := "".join(value.split()):  # an empty line says what no line says
            parts[_PLACES[key]] = _digest(plain)
    entry = record.entries.get("changes")
    found = changes.read(entry)[0] if entry else ()
    return Version(key_of(record), bytes(parts), frozenset(note(c.day, c.what) for c in found))


def note(day: date, what: str) -> str:
    """The digest by which an entry of 变更记录 is found again."""
    return _digest(f"{day.isoformat()} {what}").hex()


def revisions_of(
    commits: Iterable[Commit], versions: Mapping[str, Version], public: Public
) -> dict[str, tuple[Revision, ...]]:
    """What every release but the first of an item showed anew; ``commits`` parents first."""
    found: defaultdict[str, defaultdict[int, tuple[set[str], set[str]]]]
    found = defaultdict(lambda: defaultdict(lambda: (set(), set())))
    for commit, key, parts, notes in _changes(commits, versions):
        release, first = public.commits.get(commit, _PENDING), public.items.get(key)
        if first is not None and (release == _PENDING or release > first):
            names, said = found[key][release]
            names.update(parts)
            said.update(notes)
    return {
        key: tuple(
            Revision(release, tuple(p for p in _PARTS if p in names), frozenset(said))
            for release, (names, said) in sorted(by.items(), key=lambda one: one[0] or 1 << 60)
        )
        for key, by in found.items()
    }


def _changes(
    commits: Iterable[Commit], versions: Mapping[str, Version]
) -> Iterator[tuple[str, str, set[str], frozenset[str]]]:
    """Commit, item, the names of what changed in it, the notes it brought.

    A file that comes anew is compared with what its item was before, wherever that lay: a file that
    was only moved has not changed.
    """
    at, last = dict[str, str](), dict[str, Version]()
    for commit in commits:
        for touch in commit.items:
            now = versions.get(touch.now)
            if now is None or not now.key:
                continue
            known = (versions.get(blob) for blob in touch.before)
            before = [v for v in known if v and v.key == now.key]
            if not before and now.key in last:
                before = [last[now.key]]
            if before:
                parts = set.intersection(*(_differing(old, now) for old in before))
                notes = now.notes.difference(*(old.notes for old in before))
                if parts or notes:
                    yield commit.id, now.key, parts, notes
            at[touch.path], last[now.key] = now.key, now
        for key in _attached(commit.files, at):
            yield commit.id, key, {ATTACHED}, frozenset()


def _differing(old: Version, new: Version) -> set[str]:
    if old.parts == new.parts:
        return set()
    places = zip(_PARTS, _PLACES.values(), strict=True)
    return {name for name, place in places if old.parts[place] != new.parts[place]}


def _attached(files: Sequence[Touch], at: Mapping[str, str]) -> list[str]:
    """The items whose attached files are others than before: by name and content, not by place."""
    came, went = (
        defaultdict[str, set[tuple[str, str]]](set),
        defaultdict[str, set[tuple[str, str]]](set),
    )
    for touch in files:
        *folder, name = touch.path.split("/", 4)
        key = at.get("/".join(folder) + ".md")
        if key and touch.now:
            came[key].add((name, touch.now))
        if key and touch.before and touch.before[0]:
            went[key].add((name, touch.before[0]))
    return [key for key in sorted(came.keys() | went.keys()) if came[key] != went[key]]


def _value(entry: Entry) -> str:
    members = ("\0".join(f"{part.key}\1{part.text}" for part in member) for member in entry.parts)
    return "\2".join((entry.raw, *members))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def shown_first(
    entries: Iterable[tuple[int, date, str]],
    parents: Mapping[str, tuple[str, ...]],
    days: Iterable[tuple[str, str]],
) -> dict[str, int]:
    """The sequence of the release that showed each commit first.

    ``entries`` are sequence, day and commit of the releases, ``days`` the commits with their days
    (ISO), earliest day first. A release whose commit is not in the history any more, as after
    it was rewritten, showed all commits up to its day.
    """
    found, waiting = dict[str, int](), list(days)[::-1]
    for sequence, day, commit in entries:
        if commit in parents:
            above = [commit]
            while above:
                one = above.pop()
                if one not in found:
                    found[one] = sequence
                    above += parents.get(one, ())
        else:
            while waiting and waiting[-1][1] <= day.isoformat():
                found.setdefault(waiting.pop()[0], sequence)
    return found
