"""Is everything accounted for? What goes in is on its page, in lists, search, feeds and sitemap."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser

from plugins.audit.mismatch import Mismatch
from plugins.audit.pages import Site, target
from plugins.audit.source import Source

_CLOSED = re.compile(r"(year|column|body)/([^/]+)/\d{4}-\d+\.html")
_ITEM = re.compile(r"(?:item/.+|legacy/[0-9a-f]{12})\.html")
_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

"""How often each list, by kind and key, has each item on its closed pages."""


class Lists:
    """Collects the rows of closed list pages while the pages go by."""

    def __init__(self, public: Iterable[Source]) -> None:
        self._titles = {s.address: s.title for s in public}
        self._bodies = {s.address: s.body for s in public}
        self._rows: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def take(self, address: str, tree: LexborHTMLParser) -> Iterator[Mismatch]:
        """Note the items that a list page has, and check the titles that it gives them."""
        found = _CLOSED.fullmatch(address)
        if not found:
            return
        for link in tree.css("main a[href]"):
            item = target(link.attributes.get("href") or "", address)
            if item in self._titles:
                self._rows[found[1], found[2]][item] += 1
                title = link.text().strip()
                if title != self._titles[item].strip():
                    message = f"目录中的名称“{title}”不是“{self._titles[item]}”"
                    yield Mismatch("ledger", address, message)

    def faults(self) -> Iterator[Mismatch]:
        """Items that a list lacks or has twice; every item once by year, column and body."""
        for kind, name in (("year", "年度目录"), ("column", "栏目目录"), ("body", "机构目录")):
            lists = {key: rows for (k, key), rows in self._rows.items() if k == kind}
            total = Counter(item for rows in lists.values() for item in rows)
            for item, body in self._bodies.items():
                wrong = kind != "column" and total[item] > 1
                if not total[item] or wrong or (kind == "body" and item not in lists.get(body, ())):
                    message = f"{name}列出 {total[item]} 次，应为本处一次"
                    yield Mismatch("ledger", item, message)
            for key, rows in lists.items():
                for item, count in rows.items():
                    if count > 1:
                        message = f"{name} {kind}/{key} 重复列出 {count} 次"
                        yield Mismatch("ledger", item, message)


def pages(site: Site, sources: tuple[Source, ...]) -> Iterator[Mismatch]:
    """Items without a page, pages without an item, two items for one page."""
    public = [s for s in sources if s.state == "public"]
    for address, count in Counter(s.address for s in public).items():
        if count > 1:
            yield Mismatch("ledger", address, f"{count} 个条目共用一个页面")
    for source in public:
        if source.address not in site.files:
            yield Mismatch("ledger", source.path, f"没有生成页面 {source.address}")
    known = {s.address for s in public}
    folders = {a.removesuffix(".html") for a in known}
    for address in sorted(site.files - known):
        if _ITEM.fullmatch(address) and address.rpartition("/")[0] not in folders:
            yield Mismatch("ledger", address, "页面没有对应的公开条目")


def identity(source: Source, tree: LexborHTMLParser) -> Iterator[Mismatch]:
    """Does the page of an item bear its title and its number?"""
    heading = tree.css_first("h1")
    title = heading.text().strip() if heading else ""
    if title != source.title.strip():
        message = f"页面名称“{title}”不是原文的“{source.title}”（{source.path}）"
        yield Mismatch("ledger", source.address, message)
    main = tree.css_first("main")
    if source.number and (main is None or source.number not in main.text()):
        yield Mismatch("ledger", source.address, f"页面上没有索引号 {source.number}")


def published(site: Site, public: tuple[Source, ...], public_url: str) -> Iterator[Mismatch]:
    """Sitemap, feed and search hold exactly the public items."""
    expected = Counter(s.address for s in public)
    yield from _exactly("站点地图 sitemap.xml", expected, _sitemap(site, public_url))
    if public or "feeds/all.xml" in site.files:
        yield from _exactly("订阅源 feeds/all.xml", expected, _feed(site, public_url))


def _exactly(name: str, expected: Counter[str], found: Counter[str] | str) -> Iterator[Mismatch]:
    if isinstance(found, str):
        yield Mismatch("ledger", found, f"{name}不完整或不能读")
        return
    for item in sorted(expected.keys() | found.keys()):
        if found[item] != expected[item]:
            yield Mismatch("ledger", item, f"{name}有 {found[item]} 次，应有 {expected[item]} 次")


def _below(url: str, public_url: str, page: str) -> str:
    """The address below the site to which a full or relative URL leads."""
    if public_url and url.startswith(public_url):
        return target(url[len(public_url) :], "index.html")
    if "://" in url:
        return target(re.sub(r"^[a-z]+://[^/]*/", "", url), "index.html")
    return target(url, page)


def _sitemap(site: Site, public_url: str) -> Counter[str] | str:
    found: Counter[str] = Counter()
    waiting, seen = ["sitemap.xml"], set[str]()
    while waiting:
        address = waiting.pop()
        root = _xml(site, address)
        if root is None or address in seen:
            return address
        seen.add(address)
        targets = [_below(n.text or "", public_url, address) for n in root.iter(f"{_MAP}loc")]
        if root.tag == f"{_MAP}sitemapindex":
            waiting += targets
        else:
            found.update(t for t in targets if _ITEM.fullmatch(t))
    return found


def _feed(site: Site, public_url: str) -> Counter[str] | str:
    """The entries met by following ``prev-archive`` from the newest page."""
    found: Counter[str] = Counter()
    address, seen = "feeds/all.xml", set[str]()
    while address:
        root = _xml(site, address)
        if root is None or address in seen:
            return address
        seen.add(address)
        for entry in root.iter(f"{_ATOM}entry"):
            found.update([_below(_href(entry, "alternate"), public_url, address)])
        previous = _href(root, "prev-archive")
        address = _below(previous, public_url, address) if previous else ""
    return found


def _xml(site: Site, address: str) -> ElementTree.Element | None:
    if address not in site.files:
        return None
    try:
        return ElementTree.fromstring(site.data(address))
    except ElementTree.ParseError:
        return None


def _href(element: ElementTree.Element, rel: str) -> str:
    links = (n for n in element.findall(f"{_ATOM}link") if n.get("rel") == rel)
    return next((n.get("href") or "" for n in links), "")
