"""``report YEAR``: the table of a year from ledgers and catalog, and what is left to fill in; and
what a table in CONTENT is held against."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sized
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from plugins import counted, day
from plugins.activities.kinds import FORM as WORKING
from plugins.annual import Cell, Table, across, documents, read, wording
from plugins.annual.draft import draft, in_force
from plugins.annual.identity import Identity
from plugins.annual.writing import written
from plugins.examined import needed
from plugins.records.load import load
from plugins.records.read_record import read_file
from plugins.records.source import Fault
from plugins.records.text import decode
from plugins.refused import CONFIGURATION, Refused
from plugins.rules import yearly
from plugins.rules.gk874_report_late import due

_NAMED = 20
_PLACE = re.compile(r"reports/([^/]+)/(\d{4})\.csv", re.ASCII)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A table as a file would have it; ``broken`` is what it contradicts, ``notes`` for people."""

    path: str  # below CONTENT
    text: str
    broken: tuple[Identity, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What a table is held against: its text, last year's table, what ledgers and catalog count,
    the yuan collected by the ledger. Nothing for a table that lies elsewhere than in CONTENT."""

    text: str = ""
    before: Table | None = None
    sources: tuple[Identity, ...] = ()
    fees: int = 0


def around(content: str, path: str, table: Table) -> Around:
    """What stands around the ``table`` at ``path``."""
    inside = Path(os.path.relpath(os.path.realpath(path), os.path.realpath(content)))
    place = _PLACE.fullmatch(inside.as_posix())
    if not place:
        return Around()
    corpus, body, year = load(content, day.of_build(content)), place[1], int(place[2])
    report = next((r for r in corpus.reports if (r.body, r.year) == (body, year)), None)
    if report is None:
        return Around()
    closed = corpus.day > due(corpus.registry, body, year)
    made = counted.made(corpus, [body])[body]
    return Around(
        text=report.record.text,
        before=yearly.before(corpus, report),
        sources=tuple(counted.compared(corpus, body, year, table, made, closed)),
        fees=counted.fees(corpus, body, year),
    )


def drafted(content: str, body: str, year: int) -> Drafted:
    """The table of ``body`` (empty: the lead body) for ``year``; raises Refused without a body."""
    needed(content)
    corpus = load(content, day.of_build(content))
    name = body or corpus.registry.site.lead_body
    if name not in corpus.registry.bodies:
        message = f"机构“{name}”没有登记 → 用 --body 写一个机构的 id"
        raise Refused(message, CONFIGURATION)
    form = in_force(year)
    ledger = counted.ledger(corpus, name, year, form)
    working = counted.working(corpus, name, year, form)
    catalog = counted.catalog(corpus, counted.made(corpus, [name])[name], year, form)
    numbers: dict[Cell, int | Decimal] = {**catalog, **ledger, **working}
    table, lacking = draft(numbers, _table(content, _path(name, year)), form)
    last = _table(content, _path(name, year - 1))
    carried = tuple(across.last_year(table, last)) if last else ()
    notes = (*_sources(form, catalog, ledger, working), *_lacking(table, lacking))
    broken = tuple(i for i in carried if i.fails)
    return Drafted(_path(name, year), written(table, notes), broken, notes)


def _sources(form: str, catalog: Sized, ledger: Sized, working: Sized) -> Iterator[str]:
    """Where the numbers come from, as far as a form asks for what each source knows."""
    if form == WORKING:
        yield (
            "按工作台账计" if working else "这一年没有工作台账，会议、培训、回应、人员、经费没有计"
        )
        return
    if form == documents.FORM:
        none = "目录里没有“规章”“规范性文件”类的栏目，表二的文件数没有计"
        yield documents.RULE if catalog else none
    yield "表三、表四按申请台账计" if ledger else "没有申请台账，表三、表四没有计"


def _path(body: str, year: int) -> str:
    return f"reports/{body}/{year}.csv"


def _lacking(table: Table, cells: tuple[Cell, ...]) -> Iterator[str]:
    """What is left to fill in, the first cells by name."""
    if cells:
        named = "、".join(table.form.says(cell) for cell in cells[:_NAMED])
        yield f"待填 {len(cells)} 格：{named}{'等' if len(cells) > _NAMED else ''}"


def _table(content: str, path: str) -> Table | None:
    """The table that CONTENT has at ``path``, with its text or without."""
    data = read_file(content, path)
    return None if isinstance(data, Fault) else read(decode(data)[0]).table


def told(made: Drafted) -> str:
    """What the notes and contradictions say, a line each."""
    lines = [*made.notes]
    for identity in made.broken:
        sides = f"{wording.figure(identity.left)} ≠ {wording.figure(identity.right)}"
        lines.append(f"{identity.id} {identity.label}：{sides} → {identity.fix}")
    return "".join(f"{line}\n" for line in lines)


def write(content: str, made: Drafted, force: bool) -> str:
    """Put the table where it belongs, and say where; raises Refused over one that is there."""
    path = Path(content, made.path)
    if path.exists() and not force:
        message = f"{path} 已经有了，没有改动 → 确认要盖掉的，加 --force"
        raise Refused(message, CONFIGURATION)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.text, encoding="utf-8")
    return str(path)
