"""要点落实: what documents from above ask of a year, and what of it is done, with the evidence.

A year is one page, by document; who did not do what by when can be seen there, and so can what
shows that the rest was done. Its context is ``tabled.TablesPage``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plugins import addresses
from plugins.frame import Build, Head, Link
from plugins.plan import Output, Page
from plugins.records.corpus import Corpus
from plugins.shapes import Count
from plugins.steering.progress import Board, Progress, State, boards
from plugins.tabled import Cell, Grid, Line, Section, TablesPage, file, words

TITLE = "要点落实"


def plan(corpus: Corpus, build: Build) -> Iterator[Output]:
    """The index and a page for each year, with its table as CSV; nothing where there is none."""
    by_year: dict[int, list[Board]] = {}
    for board in boards(corpus):
        by_year.setdefault(board.document.year, []).append(board)
    if not by_year:
        return
    site = corpus.registry.site.name
    yield Page(addresses.KEYPOINTS, "tables.html", _index(site, by_year))
    for year, found in by_year.items():
        address = addresses.keypoints_year(year)
        tasks = [task for board in found for task in board.tasks]
        several = len(found) > 1
        yield Page(address, "tables.html", _year(site, year, found, tasks))
        lines = tuple(_line(task, told=several) for task in tasks)
        yield file(Grid("tasks", TITLE, _heads(several), lines, addresses.table_file(address)))


def _index(site: str, by_year: dict[int, list[Board]]) -> TablesPage:
    lines = []
    for year, found in sorted(by_year.items(), reverse=True):
        states = Counter(task.state for board in found for task in board.tasks)
        counts = (str(number) for number in (states.total(), *(states[s] for s in State)))
        name = Cell(links=(Link(f"{year}年", addresses.keypoints_year(year)),))
        lines.append((name, *words(*counts)))
    grid = Grid("years", "各年度的任务和落实情况", ("年度", "任务", *State), tuple(lines))
    return TablesPage(
        head=_head(TITLE, f"{site}落实上级政务公开工作要点的年度任务和完成情况。"),
        lead="上级机关每年印发的工作要点，分解成哪些任务，由谁负责，办完了没有。",
        sections=(Section(grid),),
    )


def _year(site: str, year: int, found: Sequence[Board], tasks: Sequence[Progress]) -> TablesPage:
    states = Counter(task.state for task in tasks)
    title = f"{year}年要点任务落实情况"
    said = f"{site}{year}年政务公开工作要点的任务、责任单位、期限、完成情况和佐证。"
    csv = Link("下载表格（CSV）", addresses.table_file(addresses.keypoints_year(year)))
    return TablesPage(
        head=_head(title, said, Link(TITLE, addresses.KEYPOINTS)),
        lead=f"共{len(tasks)}项任务。有佐证可以查看的算作已完成。",
        sections=tuple(_section(board, place) for place, board in enumerate(found, 1)),
        figures=tuple(Count(state.value, "", states[state]) for state in State),
        links=(csv, Link(TITLE, addresses.KEYPOINTS)),
    )


def _head(title: str, description: str, *crumbs: Link) -> Head:
    return Head(
        title=title,
        description=description,
        crumbs=(Link("首页", addresses.HOME), *crumbs),
        column_name=TITLE,
        column_type="工作动态",
        section=addresses.KEYPOINTS,
    )


def _section(board: Board, place: int) -> Section:
    document = board.document
    from_whom = "".join((document.issuer, f"（{document.number}）" if document.number else ""))
    return Section(
        grid=Grid(
            id=f"tasks-{place}",
            caption=f"{document.title}的任务",
            heads=_heads(False),
            lines=tuple(_line(task) for task in board.tasks),
        ),
        title=document.title,
        text=from_whom,
        links=(Link("要点原文", board.source.address),) if board.source else (),
    )


def _heads(told: bool) -> tuple[str, ...]:
    return ("任务", *(("要点",) if told else ()), "责任单位", "完成期限", "状态", "佐证")


def _line(one: Progress, told: bool = False) -> Line:
    """A task; with ``told`` the document that asks for it stands beside it."""
    names = "、".join(body.short or body.name for body in one.bodies)
    unit = f"（{one.task.unit}）" if one.task.unit else ""
    return (
        Cell(f"{one.number}. {one.task.text}"),
        *((Cell(one.document.title),) if told else ()),
        Cell(f"{names}{unit}"),
        Cell(one.task.due.isoformat()),
        Cell(one.state.value, alert=one.state is State.OVERDUE),
        Cell(links=tuple(Link(proof.label, proof.address) for proof in one.proofs)),
    )
