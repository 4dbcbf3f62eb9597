"""What two sites differ in, held against what the changed items explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.audit import files, leaks, lists, machines, whole
from plugins.audit.base import Base, Fact
from plugins.audit.change import Change, Unprovable, hidden
from plugins.audit.links import Links
from plugins.audit.look import COPIES, UNSPOKEN
from plugins.audit.mismatch import Mismatch
from plugins.audit.page import Page, is_page, parsed
from plugins.audit.source import PUBLIC
from plugins.audit.words import Words


@dataclass(slots=True)
class View:
    """The two sites and what differs between them; ``titles`` of public items by address."""

    content: str
    before: files.Site
    after: files.Site
    written: frozenset[str]
    base: Base
    change: Change
    titles: Mapping[str, str]
    anchors: dict[str, Sequence[str]] = field(default_factory=dict)
    found: list[Mismatch] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)

    def page(self, address: str) -> Page:
        """The page that stands at an address now."""
        if address not in self.pages:
            self.pages[address] = parsed(whole.bytes_at(self.after.root, address) or b"")
        return self.pages[address]


def fresh(view: View) -> Iterator[tuple[str, Fact, Fact | None]]:
    """The public items that changed: path, what they are, and what they were if public before."""
    for path, item in view.change.fresh.items():
        if item.state == PUBLIC:
            old = view.base.facts.get(path)
            yield path, view.change.facts[path], old if old and old.state == PUBLIC else None


def renamed(view: View) -> bool:
    """Whether any item is new or has another name."""
    return any(not old or old.title != now.title for _, now, old in fresh(view))


def anchored(view: View, seen: Iterable[Links]) -> None:
    """Links of the written pages, and anchors on them that others lead to."""
    view.anchors = dict(view.base.about.anchors)
    for address in view.written & view.anchors.keys():
        if set(view.anchors[address]) - view.page(address).ids:
            raise Unprovable("an anchor is gone")
    for links in seen:
        exists = view.after.files.__contains__
        view.found += links.faults(exists, lambda a: view.page(a).ids)
        for address, fragment in links.anchors:
            if fragment not in (known := view.anchors.get(address, ())):
                view.anchors[address] = [*known, fragment]


def listed(view: View, now: Iterable[tuple[str, str, lists.Rows]]) -> None:
    """The rows of closed list pages that differ, by item; facts learn their new places."""
    tally, before = lists.Tally(view.titles), lists.Tally(view.titles)
    for name, address, rows in now:
        view.found += tally.take(name, address, rows)
        if data := whole.bytes_at(view.before.root, address):
            list(before.take(name, address, lists.rows(address, parsed(data))))
    named = {now.address: (now, old) for _, now, old in fresh(view)}
    for item in sorted(tally.places.keys() | before.places.keys() | named.keys()):
        shown, gone = Counter(tally.places.get(item, ())), Counter(before.places.get(item, ()))
        if shown != gone or item in named:
            _placed(view, item, shown, gone)


def _placed(view: View, item: str, shown: Counter[str], gone: Counter[str]) -> None:
    change, path = view.change, view.change.owners[item]
    fact, old = change.facts[path], view.base.facts.get(path)
    places = Counter(fact.places.split())
    places.update(shown)
    places.subtract(gone)
    if min(places.values(), default=0) < 0:
        raise Unprovable("a list had what nobody knew of")
    view.found += lists.faults(item, path.split("/")[1], places.elements())
    if old and old.title.strip() != fact.title.strip() and +places != shown:
        view.found.append(Mismatch("ledger", item, "有的目录还是原来的名称"))
    change.facts[path] = fact._replace(places=" ".join(sorted(places.elements())))
    change.folders.add(path.rpartition("/")[0])


def chained(view: View, public_url: str) -> dict[str, dict[str, Sequence[str]]]:
    """Items that sitemap and feed have more or less than before; where each document leads now."""
    became = {now.address: now.title for _, now, _ in fresh(view)}
    was = {old.address: old.title for _, _, old in fresh(view) if old}
    found = {}
    for name, start, kind in machines.KINDS:
        known = view.base.about.chains[start]
        if not known and not view.titles:
            continue
        read = machines.reader(kind, view.after.root, public_url)
        same = {a: more for a, more in known.items() if a not in view.written}
        try:
            now = dict(machines.chain(start, read, same))
        except machines.Broken as broken:
            view.found.append(Mismatch("ledger", str(broken), f"{name}不完整或不能读"))
            continue
        counts = Counter(item for made in now.values() if made for item in made.items)
        counts.subtract(_before(view, [a for a in known if now.get(a, True)], kind, public_url))
        wanted = machines.expected(start, became)
        wanted.subtract(machines.expected(start, was))
        view.found += machines.exactly(name, wanted, counts)
        found[start] = {a: made.more if made else known[a] for a, made in now.items()}
    return found


def _before(
    view: View, addresses: Iterable[str], kind: machines.Kind, public_url: str
) -> Iterator[machines.Named]:
    """The items that the documents at ``addresses`` had before."""
    read = machines.reader(kind, view.before.root, public_url)
    try:
        for address in addresses:
            yield from read(address).items
    except machines.Broken as broken:
        raise Unprovable("the site before is not what it was") from broken


def told(
    view: View, words: Mapping[str, str], hits: Sequence[tuple[str, str]]
) -> Mapping[str, str]:
    """Words of hidden items that the site holds, each with the public file that says it too.

    ``hits`` are those found in written files. Raises Unprovable for a word of which no changed
    file of CONTENT says that it is no secret.
    """
    known = {word: p for word, p in view.base.about.told.items() if word in words}
    if not all(_says(view, path, word) for word, path in known.items()):
        raise Unprovable("a word may be a secret now")
    new = words.keys() - hidden(view.base.facts).keys()
    found = {word for word, _ in hits} | set(_elsewhere(view, new))
    if unknown := found - known.keys():
        known |= leaks.tellers(view.content, (path for path, _, _ in fresh(view)), unknown)
        if unknown - known.keys():
            raise Unprovable("a word of a hidden item is in the site")
    return known


def _says(view: View, path: str, word: str) -> bool:
    """Whether the file that said a word still does, where everybody may read it."""
    fact = view.change.facts.get(path)
    if fact and (fact.state != PUBLIC or path not in view.change.fresh):
        return fact.state == PUBLIC
    data = whole.bytes_at(view.content, path)
    return data is not None and any(Words([word]).found(data.decode(errors="replace")))


def _elsewhere(view: View, words: Collection[str]) -> Iterator[str]:
    """Those of ``words`` that files hold which were not written."""
    if not words:
        return
    looked_for, others = Words(words), view.after.files.keys() - view.written
    yield from looked_for.found("\n".join(others))
    for address in others:
        if is_page(address) or not (address.startswith(COPIES) or address in UNSPOKEN):
            data = whole.bytes_at(view.after.root, address) or b""
            yield from looked_for.found(data.decode(errors="replace"))
