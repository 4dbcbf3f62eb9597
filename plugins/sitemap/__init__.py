"""网站地图, for people and for robots, and the files by which hosts know how to serve the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins import addresses
from plugins.activities import summary as working
from plugins.frame import Build, Head, Link, navigation, tallied
from plugins.ledger.summary import years
from plugins.plan import Batch, Blob, Output, Page
from plugins.records.corpus import Corpus
from plugins.shapes import Count, Node, column_tree, with_parents
from plugins.sitemap import files
from plugins.sitemap.context import SitemapPage
from plugins.sitemap.grouped import Grouped, grouped, latest, lines, read_lines
from plugins.sitemap.newest import newest
from plugins.steering.checklist import checklist
from plugins.steering.enterprises import served
from plugins.steering.tables import former, serving

INDEX = "sitemap.xml"
ROOMS = "sitemap-pages.xml"


def plan(corpus: Corpus, build: Build) -> Iterator[Output | Batch]:
    """The page, the index, one sitemap a year and one for the rest, and the hosts' files."""
    found = grouped(corpus)
    page = _page(corpus, found)
    yield Page(addresses.SITEMAP_PAGE, "sitemap.html", page)
    days = newest(corpus, found)
    rooms = _rooms(page)
    maps = [(ROOMS, latest(map(days.get, rooms)))]
    yield _map(ROOMS, lines((address, days.get(address)) for address in rooms), build)
    for number, year in found.years.items():
        name = f"sitemap-{number}.xml"
        maps.append((name, year.latest))
        yield _map(name, year.lines, build)
    yield Blob(INDEX, files.index(maps, build.public_url))
    yield Blob("robots.txt", files.robots(build.public_url, INDEX))
    yield Blob("_headers", files.headers(build.public_url))
    yield Blob(".nojekyll", b"")


def _map(name: str, written: str, build: Build) -> Batch:
    return Batch(name, url_set, (name, written, build.public_url))


def url_set(name: str, written: str, public_url: str) -> Iterator[Blob]:
    """One sitemap, of the addresses and days that ``grouped.lines`` wrote."""
    yield Blob(name, files.url_set(read_lines(written), public_url))


def _rooms(page: SitemapPage) -> tuple[str, ...]:
    """The addresses that are not items: everything the page for people leads to but feeds."""
    links = (*page.rooms, *page.documents)
    lists = (*page.bodies, *page.years)
    found = (
        *(link.address for link in links),
        *(entry.address for entry in lists),
        *_flat(page.columns),
        addresses.SITEMAP_PAGE,
    )
    return tuple(dict.fromkeys(found))


def _flat(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        yield node.address
        yield from _flat(node.children)


def _page(corpus: Corpus, found: Grouped) -> SitemapPage:
    registry = corpus.registry
    bodies = found.counts(lambda item: item.publisher.id)
    columns = found.counts(lambda item: item.column.id)
    return SitemapPage(
        head=Head(
            title="网站地图",
            description=f"{registry.site.name}{registry.site.platform}的全部栏目、机构和年度。",
            crumbs=(Link("首页", addresses.HOME),),
            column_name="网站地图",
            column_type="信息公开目录",
        ),
        rooms=_doors(corpus),
        columns=column_tree(registry, with_parents(registry, columns)),
        bodies=tuple(
            Count(body.name, addresses.listing("body", body.id), bodies[body.id])
            for body in registry.bodies.values()
            if bodies[body.id]
        ),
        years=tuple(
            Count(f"{number}年", addresses.listing("year", str(number)), year.count)
            for number, year in reversed(tuple(found.years.items()))
        ),
        documents=_documents(corpus),
        feeds=_feeds(corpus, bodies),
    )


def _doors(corpus: Corpus) -> tuple[Link, ...]:
    """The rooms, as the navigation has them, and those that it does not name."""
    doors = (
        ("机构与栏目", addresses.DIRECTORY, True),
        ("按主题", addresses.THEMES, any(item.theme_code for item in corpus.items)),
        ("按年度", addresses.YEARS, bool(corpus.items)),
        ("基层政务公开标准目录", addresses.STANDARDS, bool(corpus.registry.matters)),
        ("公开统计", addresses.TALLIES, tallied(corpus)),
        ("公民申请表", addresses.FORM_CITIZEN, True),
        ("法人或者其他组织申请表", addresses.FORM_LEGAL, True),
        ("期限计算", addresses.DEADLINE, True),
        ("办理文书", addresses.PAPERS, True),
        *(
            (f"{year}年依申请公开办理情况", addresses.request_year(year), True)
            for year in years(corpus.requests)
        ),
        *_supervision(corpus),
        *_topics(corpus),
        *_steering(corpus),
    )
    first = (Link("首页", addresses.HOME), Link("搜索", addresses.SEARCH))
    return (*first, *navigation(corpus), *(Link(name, a) for name, a, there in doors if there))


def _supervision(corpus: Corpus) -> Iterator[tuple[str, str, bool]]:
    """The pages that the working ledger has."""
    known = working.years(corpus.activities, corpus.day)
    yield "监督和评议", addresses.SUPERVISION, bool(known)
    for year in known:
        yield f"{year}年监督评议和公开工作情况", addresses.supervision_year(year), True


def _topics(corpus: Corpus) -> Iterator[tuple[str, str, bool]]:
    """Special topics and serials that have items."""
    used = {topic for item in corpus.items for topic in item.topics}
    yield "专栏和刊物", addresses.TOPICS, bool(used)
    for topic in corpus.registry.topics.values():
        yield topic.name, addresses.topic(topic.id), topic.id in used


def _steering(corpus: Corpus) -> Iterator[tuple[str, str, bool]]:
    """The pages of leaders, liaisons, enterprises, rules and key points that are there."""
    found, day = corpus.registry.steering, corpus.day
    yield "领导分工", addresses.LEADERS, bool(serving(found.leaders, day))
    yield "历任领导", addresses.FORMER_LEADERS, bool(former(found.leaders, day))
    reach = found.public_liaisons and serving(found.liaisons, day)
    yield "政府信息联络员", addresses.LIAISONS, bool(reach)
    yield "公共企事业单位信息公开", addresses.ENTERPRISES, bool(served(corpus))
    yield "配套制度清单", addresses.CHECKLIST, bool(checklist(corpus))
    yield "要点落实", addresses.KEYPOINTS, bool(found.documents)
    for year in sorted({document.year for document in found.documents}, reverse=True):
        yield f"{year}年要点任务落实情况", addresses.keypoints_year(year), True


def _documents(corpus: Corpus) -> tuple[Link, ...]:
    """Guides, rules, leaders and yearly reports, each with the name of its body."""
    bodies = corpus.registry.bodies
    led = dict.fromkeys(one.body for one in serving(corpus.registry.steering.leaders, corpus.day))
    found = (
        *((body, "领导分工", addresses.leaders_of(body)) for body in led),
        *((d.record.body, d.title, d.address) for d in (*corpus.guides, *corpus.rules)),
        *((r.body, r.title, r.address) for r in corpus.public_reports()),
    )
    return tuple(
        Link(f"{bodies[body].name}：{title}", address)
        for body, title, address in found
        if body in bodies
    )


def _feeds(corpus: Corpus, bodies: Mapping[str, int]) -> tuple[Link, ...]:
    if not corpus.items:
        return ()
    each = (b for b in corpus.registry.bodies.values() if bodies.get(b.id))
    every = Link("全部信息", addresses.feed())
    return (every, *(Link(b.name, addresses.feed("body", b.id)) for b in each))
