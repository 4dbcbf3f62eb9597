"""What became of the source since a site was audited whole: the items that differ, read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from plugins.audit import files, leaks, source
from plugins.audit.base import Base, Fact, fact
from plugins.audit.mismatch import Mismatch
from plugins.audit.source import PUBLIC, Source
from plugins.audit.stamp import stamp

_SHARE = 4
"""Of more than a quarter of the items, the whole audit is as cheap."""

Digests = Mapping[str, str]
"""SHA-256 of every item as the press has read it, by its path below CONTENT."""


class Unprovable(Exception):
    """What the site before was like does not tell what this one must be like."""


@dataclass(slots=True)
class Change:
    """The items now: ``fresh`` are those that differ from the base, by path.

    ``facts`` is all of them; the ``places`` of fresh ones are still those of the base.
    """

    fresh: dict[str, Source]
    facts: dict[str, Fact]
    owners: dict[str, str]  # address of a public item → path
    again: Callable[[list[str]], list[Source]]  # reads items that did not change
    folders: set[str] = field(default_factory=set)  # of items of which any fact differs
    found: list[Mismatch] = field(default_factory=list)


def changed(content: str, base: Base, digests: Digests, keep: source.Ways, day: date) -> Change:
    """The change from ``base`` to CONTENT; raises Unprovable where a page must have gone."""
    present = source.walk(content)
    read_items = {p for p in digests if p.endswith(".md") and p.count("/") == 3}
    differs = sorted(present.keys() ^ read_items)
    if differs:
        message = "内容目录在生成的时候变了，核对的不是同一份内容"
        return Change({}, {}, {}, lambda _: [], found=[Mismatch("ledger", differs[0], message)])
    paths = list(_differing(content, base, present, digests, day))
    gone = base.facts.keys() - present.keys()
    if len(paths) > max(len(present) // _SHARE, 100):
        raise Unprovable("too much has changed")
    if any(base.facts[path].state == PUBLIC for path in gone):
        raise Unprovable("a public item is gone")

    def again(some: list[str]) -> list[Source]:
        return source.read(content, [(path, present[path]) for path in some], keep, day)

    change = Change({s.path: s for s in again(paths)}, dict(base.facts), {}, again)
    for path in gone:
        del change.facts[path]
    for path, item in change.fresh.items():
        change.facts[path] = _fact(item, base.facts.get(path), content)
        if item.sha256 != digests[path]:
            change.found.append(Mismatch("ledger", path, "核对时的内容不是生成时读到的内容"))
    change.folders = {path.rpartition("/")[0] for path in (*paths, *gone)}
    change.owners = {f.address: p for p, f in change.facts.items() if f.state == PUBLIC}
    change.found += _shared(change)
    return change


def hidden(facts: Mapping[str, Fact]) -> dict[str, str]:
    """What only hidden items have, each word with the path of one of them."""
    return leaks.hidden((p, f.state, f.number, f.title) for p, f in facts.items())


def _differing(
    content: str, base: Base, present: source.Found, digests: Digests, day: date
) -> Iterator[str]:
    """Items that are new, or whose file, folder or state is another."""
    for path, names in present.items():
        old = base.facts.get(path)
        if (
            old is None
            or old.sha256 != digests[path]
            or (old.due and old.state != source.state_on(old.state, old.due, day))
            or ((names or old.files) and _files_differ(content, path, names, old))
        ):
            yield path


def _files_differ(content: str, path: str, names: tuple[str, ...], fact: Fact) -> bool:
    """Whether anything in the folder of an item is not as it was."""
    folder = f"{content}/{path.removesuffix('.md')}"
    known = ((f"{folder}/{name}", was) for name, was in fact.files.items() if was.sha256)
    return set(names) != fact.files.keys() or any(
        stamp(file, was).sha256 != was.sha256 for file, was in known
    )


def _fact(item: Source, old: Fact | None, content: str) -> Fact:
    """What is known of a fresh item before the site is looked at."""
    public = item.state == PUBLIC
    if old and old.state == PUBLIC and (not public or old.address != item.address):
        raise Unprovable("a page must have gone")
    own = [path for _, path in files.attached(item)] if public else []
    copies = {path: stamp(f"{content}/{path}") for path in own}
    return fact(item, old.places.split() if old else (), copies)


def _shared(change: Change) -> Iterator[Mismatch]:
    """Two public items at one address."""
    public = [f.address for f in change.facts.values() if f.state == PUBLIC]
    if len(public) != len(change.owners):
        for path, item in change.fresh.items():
            if item.state == PUBLIC and public.count(item.address) > 1:
                message = f"{public.count(item.address)} 个条目共用一个页面"
                yield Mismatch("ledger", path, message)
