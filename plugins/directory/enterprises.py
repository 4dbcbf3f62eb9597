"""公共企事业单位: what they disclose and by what, and whom to turn to where they do not (art. 55)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.frame import Head, Link
from plugins.plan import Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.steering.enterprises import Served, served
from plugins.tabled import Cell, Grid, Section, TablesPage

TITLE = "公共企事业单位信息公开"
_NOTES = (
    "教育、卫生健康、供水、供电、供气、供热、环境保护、公共交通等与人民群众利益密切相关的公共企事业单位，公开在"
    "提供社会公共服务过程中制作、获取的信息，依照相关法律、法规和国务院有关主管部门或者机构的规定执行"
    "（政府信息公开条例第五十五条第一款）。",
    "没有依照这些规定公开的，可以向有关主管部门或者机构申诉；接受申诉的部门或者机构应当及时调查处理，并把处理"
    "结果告诉申诉人（政府信息公开条例第五十五条第二款）。",
)


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one page, where the site has any of them."""
    if found := served(corpus):
        yield Page(addresses.ENTERPRISES, "tables.html", _page(corpus, found))


def _page(corpus: Corpus, found: tuple[Served, ...]) -> TablesPage:
    site = corpus.registry.site.name
    return TablesPage(
        head=Head(
            title=TITLE,
            description=f"{site}公共企事业单位公开信息的依据、栏目和主管部门。",
            crumbs=(Link("首页", addresses.HOME), Link("机构与栏目", addresses.DIRECTORY)),
            column_name=TITLE,
            column_type="办事服务",
            section=addresses.DIRECTORY,
        ),
        lead="这些单位依照国务院有关主管部门的规定公开信息，公开什么、由谁监督，列在下面。",
        sections=tuple(_section(corpus, one) for one in found),
        notes=_NOTES,
    )


def _section(corpus: Corpus, one: Served) -> Section:
    lines = (
        (
            Cell("/".join(step.name for step in corpus.registry.trail(column.id))),
            Cell(f"{count}条" if count else signed or "还没有", alert=not count and not signed),
            Cell(links=(Link(f"查看{column.name}", addresses.listing("column", column.id)),))
            if count
            else Cell(),
        )
        for column, count, signed in one.columns
    )
    office = reached(corpus.registry, one.regulator)
    phone = f"（申诉电话{office.phone}）" if office.phone else ""
    text = (
        f"{one.entry.sector}。依据：{'；'.join(one.entry.provisions)}。"
        f"主管部门：{one.regulator.name}{phone}。"
    )
    own = addresses.listing("body", one.body.id)
    return Section(
        grid=Grid(
            id=f"columns-{one.body.id}",
            caption=f"{one.body.name}公开的栏目",
            heads=("栏目", "公开情况", "信息"),
            lines=tuple(lines),
        ),
        title=one.body.name,
        text=text,
        links=(Link(f"{one.body.short or one.body.name}的全部信息", own),)
        if any(count for _, count, _ in one.columns)
        else (),
    )
