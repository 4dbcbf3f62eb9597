"""``requests``: what is open in the ledger of applications and by when; the counts of a year."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import click

from plugins import day as days
from plugins import refused, rules
from plugins.annual import form
from plugins.ledger import counts
from plugins.ledger.clock import OPEN_STATES, Standing, State, standing
from plugins.ledger.personal import veiled
from plugins.ledger.request import Request
from plugins.ledger.summary import Summary, outcome_label, summary
from plugins.records import read_registry, tree
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.load import requests
from plugins.refused import CONFIGURATION, Refused
from plugins.reporters import text
from plugins.verbs import folders
from plugins.workdays.calendar import Calendar, calendar

FOLDER = "requests"
OVERLAY = "registry/holidays.toml"


@dataclass(frozen=True, slots=True)
class _Row:
    request: Request
    stands: Standing


def _ledger(content: str) -> tuple[Corpus, tuple[Finding, ...]]:
    """A corpus with the ledger alone, and what the rules say of it; no item is read."""
    root = os.path.abspath(content)
    if not os.path.isdir(root):
        message = f"没有内容目录 {content} → 在项目的目录里运行，或者用 --content 指明"
        raise Refused(message, CONFIGURATION)
    registry = read_registry.read(Path(root, "registry"))
    if OVERLAY in registry.faults:
        raise Refused(f"{OVERLAY} 写错了 → 运行 make check 查看并改正", refused.CONTENT)
    there = os.path.lexists(os.path.join(root, FOLDER))
    found = tree.walk(root, FOLDER) if there else tree.Tree()
    asked = requests(root, found, registry)
    faults = {path: tuple(own) for path, own in found.faults.items()}
    corpus = Corpus(root, days.of_build(content), registry, {}, requests=asked, file_faults=faults)
    said = rules.check(corpus)
    return corpus, tuple(f for f in said if f.path.split("/")[0] == FOLDER)


def _listed(corpus: Corpus, known: Calendar, every: bool) -> tuple[_Row, ...]:
    """The applications that are open, or all; by due day, those without a clock last."""
    rows = [_Row(r, standing(r, known, corpus.day)) for r in corpus.requests]
    kept = [row for row in rows if every or row.stands.state in OPEN_STATES]
    return tuple(sorted(kept, key=lambda r: (r.stands.due or date.max, r.request.number)))


def _document(rows: Sequence[_Row], corpus: Corpus) -> list[dict[str, object]]:
    return [
        {
            "number": row.request.number,
            "due": row.stands.due and row.stands.due.isoformat(),
            "state": row.stands.state.value,
            "provisional": row.stands.provisional,
            "left": row.stands.left,
            "topic": veiled(row.request.topic),
            "body": corpus.registry.bodies[row.request.body].name,
            "received": row.request.received.isoformat(),
            "answered": row.request.answered and row.request.answered.isoformat(),
        }
        for row in rows
    ]


def _lines(rows: Sequence[_Row], corpus: Corpus) -> Iterator[str]:
    yield "编号\t主题\t承办机构\t收到\t到期\t状态\t剩余工作日"
    for row in rows:
        request, stands = row.request, row.stands
        due = f"{stands.due}{'（暂定）' if stands.provisional else ''}" if stands.due else "—"
        body = corpus.registry.bodies[request.body]
        topic, name = veiled(request.topic), body.short or body.name
        cells = (request.number, topic, name, str(request.received))
        left = "—" if stands.left is None else str(stands.left)
        yield "\t".join((*cells, due, stands.state.value, left))
    states = [row.stands.state for row in rows if row.stands.state in OPEN_STATES]
    late = states.count(State.OVERDUE)
    yield f"{corpus.day}：没有办结的 {len(states)} 件，其中逾期 {late} 件"


def _numbers(corpus: Corpus, year: int, found: Summary) -> Iterator[str]:
    """Tables 3 and 4 without their empty rows, then the rest of the year."""
    shape, numbers = form("2021"), counts.cells(corpus.requests, year)
    for name in counts.TABLES:
        section = shape.section(name)
        yield section.title
        yield "\t".join(("", *(c.label for c in section.columns)))
        for row in section.rows:
            cells = [numbers.get((row.key, column.key), 0) for column in section.columns]
            if any(cells) or row.key in (counts.NEW, counts.CARRIED_IN, counts.CARRIED_OUT):
                yield "\t".join((row.label, *map(str, cells)))
    wait = "—" if found.median_days is None else f"{found.median_days:g} 个工作日"
    yield f"从收到到答复（中位数）：{wait}；延期 {found.extended} 件，逾期答复 {found.late} 件"
    yield f"到 {found.day} 没有办结 {found.open} 件，其中逾期 {found.overdue} 件"
    yield f"信息处理费：{found.fees[0]} 件，{found.fees[1]} 元；不满意重办 {found.redone} 件"


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else "□" for c in line)


def _year(corpus: Corpus, year: int, found: Summary) -> dict[str, object]:
    cells = counts.cells(corpus.requests, year).items()
    rows = [{"row": row, "column": column, "value": value} for (row, column), value in cells]
    labels = {key: outcome_label(key) for key in found.outcomes}
    return {"cells": rows, "summary": {**asdict(found), "outcome_labels": labels}}


@click.command("requests", help="依申请公开台账：没有办结的和到期日；某一年的统计数。")
@folders
@click.option("--year", type=click.IntRange(2008, 2040), help="这一年的统计数（年报表三、表四）")
@click.option("--all", "every", is_flag=True, help="已经办结的也列出")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def command(content: str, output: str, year: int | None, every: bool, as_json: bool) -> None:
    """Print what is open, or the counts of a year; exit 1 if the ledger has errors."""
    corpus, findings = _ledger(content)
    known = calendar(corpus.registry.holidays)
    errors = tuple(f for f in findings if f.severity is Severity.ERROR)
    sys.stderr.write("".join(f"{text.line(f, content)}\n" for f in errors))
    if year is not None:
        found = summary(corpus.requests, year, known, corpus.day)
        document: object = _year(corpus, year, found)
        lines = _numbers(corpus, year, found)
    else:
        rows = _listed(corpus, known, every)
        document, lines = _document(rows, corpus), _lines(rows, corpus)
    if as_json:
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        sys.stdout.write("".join(f"{_printable(line)}\n" for line in lines))
    raise click.exceptions.Exit(rules.exit_code(errors))
