"""领导分工 and 政府信息联络员: who is in office today, with the telephone of the office.

政府信息公开条例 art. 20 (2) asks for the names of those who are responsible; what each of them does, and
how each is reached, offices publish besides. Who has left is on a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins import addresses
from plugins.frame import Head, Link
from plugins.plan import Output, Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.registry import Body
from plugins.steering.tables import Leader, Liaison, former, serving
from plugins.tabled import Cell, Grid, Section, TablesPage, file, words

LEADERS, FORMER, LIAISONS = "领导分工", "历任领导", "政府信息联络员"
_HOME, _UP = Link("首页", addresses.HOME), Link("机构与栏目", addresses.DIRECTORY)
_ALL = Link(LEADERS, addresses.LEADERS)


def pages(corpus: Corpus) -> Iterator[Output]:
    """What there is of leaders; the liaisons only where the site makes them public."""
    steering, day = corpus.registry.steering, corpus.day
    led = [
        (body, own)
        for body in corpus.registry.bodies.values()
        if (own := serving(steering.leaders, day, body.id))
    ]
    if led:
        yield Page(addresses.LEADERS, "tables.html", _leaders(corpus, led))
    for body, own in led:
        yield Page(addresses.leaders_of(body.id), "tables.html", _board(corpus, body, own))
    if gone := former(steering.leaders, day):
        yield Page(addresses.FORMER_LEADERS, "tables.html", _former(corpus, gone))
    if steering.public_liaisons and (reach := serving(steering.liaisons, day)):
        grid = liaison_grid(corpus, reach, addresses.table_file(addresses.LIAISONS))
        yield Page(addresses.LIAISONS, "tables.html", _liaisons(corpus, grid))
        yield file(grid)


def _head(title: str, description: str, *crumbs: Link) -> Head:
    return Head(
        title=title,
        description=description,
        crumbs=(_HOME, _UP, *crumbs),
        column_name=title,
        column_type="负责人信息",
        section=addresses.DIRECTORY,
    )


def _leaders(corpus: Corpus, led: list[tuple[Body, tuple[Leader, ...]]]) -> TablesPage:
    gone = former(corpus.registry.steering.leaders, corpus.day)
    sections = (
        Section(
            grid=_grid(corpus, body, own),
            title=body.name,
            links=(
                Link(f"张贴用的一页（{body.short or body.name}）", addresses.leaders_of(body.id)),
            ),
        )
        for body, own in led
    )
    return TablesPage(
        head=_head(LEADERS, f"{corpus.registry.site.name}各机构领导的职务、分工和办公电话。"),
        lead="各机构的领导和政府信息公开工作的责任人，分管什么，怎样联系。",
        sections=tuple(sections),
        links=(Link(FORMER, addresses.FORMER_LEADERS),) if gone else (),
    )


def _board(corpus: Corpus, body: Body, own: tuple[Leader, ...]) -> TablesPage:
    title = f"{body.name}{LEADERS}"
    office = reached(corpus.registry, body)
    place = (("地址", office.address), ("办公时间", office.hours), ("电话", office.phone))
    return TablesPage(
        head=_head(title, f"{body.name}领导的职务、分工和办公电话，可以打印张贴。", _ALL),
        lead="用A4纸打印，张贴在公开栏；人员变动以后换新的一页。",
        sections=(Section(grid=_grid(corpus, body, own)),),
        notes=tuple(f"{name}：{value}" for name, value in place if value),
        links=(_ALL,),
        sheet=True,
    )


def _grid(corpus: Corpus, body: Body, own: tuple[Leader, ...]) -> Grid:
    phone = reached(corpus.registry, body).phone
    return Grid(
        id=f"leaders-{body.id}",
        caption=f"{body.name}{LEADERS}",
        heads=("职务", "姓名", "分工", "办公电话", "政府信息公开"),
        lines=tuple(
            words(one.post, one.name, one.work, one.phone or phone, "、".join(one.roles))
            for one in own
        ),
    )


def _former(corpus: Corpus, gone: tuple[Leader, ...]) -> TablesPage:
    bodies = corpus.registry.bodies
    lines = (
        words(bodies[one.body].name, one.post, one.name, _term(one.since, one.until), one.work)
        for one in gone
    )
    heads = ("机构", "职务", "姓名", "任职时间", "任职时的分工")
    return TablesPage(
        head=_head(FORMER, f"{corpus.registry.site.name}各机构以前的领导和任职时间。", _ALL),
        lead="已经不在任的，按离任的先后排列。",
        sections=(Section(Grid("former", FORMER, heads, tuple(lines))),),
        links=(_ALL,),
    )


def _term(since: date, until: date) -> str:
    return f"{since if since > date.min else ''}至{until}"


def liaison_grid(corpus: Corpus, reach: tuple[Liaison, ...], address: str = "") -> Grid:
    """The directory of liaisons, in the order of the bodies; ``address`` is that of its CSV."""
    order = {key: place for place, key in enumerate(corpus.registry.bodies)}
    found = sorted(reach, key=lambda one: order[one.body])
    named = any(one.name for one in found)
    lines = (
        (
            Cell(corpus.registry.bodies[one.body].name),
            Cell(one.unit),
            *((Cell(one.name),) if named else ()),
            Cell(one.phone),
        )
        for one in found
    )
    heads = ("机构", "科室", *(("联络员",) if named else ()), "办公电话")
    return Grid("liaisons", LIAISONS, heads, tuple(lines), address)


def _liaisons(corpus: Corpus, grid: Grid) -> TablesPage:
    return TablesPage(
        head=_head(
            LIAISONS, f"{corpus.registry.site.name}各机构政府信息公开的承办科室和办公电话。"
        ),
        lead="各机构负责政府信息公开日常工作的科室和办公电话。",
        sections=(Section(grid),),
    )
