"""``inspect``: the points of an inspection with pages and evidence; to read, to print, for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

import click

from plugins import cycles, examined, rules
from plugins.inspection.found import Inspection, Judged, inspection, url
from plugins.named import find_body
from plugins.owed.coverage import Covered
from plugins.owed.periods import label
from plugins.owed.standing import FAULTS, Standing, State
from plugins.reporters import json_document
from plugins.verbs import folders

SHOWN = 30
"""Pieces of evidence a point in the text; JSON has all of them."""


def _point(number: int, judged: Judged, found: Inspection) -> Iterator[str]:
    point, count = judged.point, len(judged.evidence)
    said = (
        f"{count} 处" if count else f"未判断（{judged.lacking}）" if judged.lacking else "没有发现"
    )
    yield f"{number}. {point.name}（{point.basis}）：{said}"
    for one in judged.evidence[:SHOWN]:
        who = f"{one.body.short or one.body.name}，" if one.body else ""
        where = url(found, one.page) or one.place
        yield f"   {who}{where}：{one.finding.code} {one.finding.message}"
    if count > SHOWN:
        yield f"   另有 {count - SHOWN} 处没有列出，运行 make check 查看"


def _task(task: Standing) -> str:
    line = task.assignment
    cells = [task.body.short or task.body.name, task.column.name, line.frequency, line.deadline]
    states = (State.PUBLISHED, State.LATE, State.OWED)
    counts = [str(len(task.of(state))) if task.turns else "—" for state in states]
    return "\t".join((*cells, *counts, str(task.newest or "—"), task.state.value))


def _lines(found: Inspection) -> Iterator[str]:
    yield f"{found.site}政府信息公开自查 {found.day}"
    for number, judged in enumerate(found.points, 1):
        yield from _point(number, judged, found)
    if found.tasks:
        yield "机构\t栏目\t频率\t期限\t按期\t逾期\t没有\t最近一条\t状态"
        yield from map(_task, found.tasks)
    if blank := [one.duty.name for one in found.duties if not one.items + one.said]:
        yield f"没有公开的法定内容：{'；'.join(blank)}"
    if blank := [area.name for area in found.areas if not area.items]:
        yield f"没有信息的重点领域：{'、'.join(blank)}"
    if found.liaisons:
        yield "机构\t联络科室\t联络员\t办公电话"
    for body, one in found.liaisons:
        yield "\t".join((body.short or body.name, one.unit, one.name or "—", one.phone))
    undone = sum(task.state in FAULTS for task in found.tasks)
    yield f"发现问题 {found.number} 处；任务 {len(found.tasks)} 项，没有完成 {undone} 项"


def _evidence(judged: Judged) -> list[dict[str, object]]:
    return [
        {
            **json_document.row(one.finding),
            "page": one.page,
            "title": one.title,
            "body": one.body.id if one.body else None,
        }
        for one in judged.evidence
    ]


def _standing(task: Standing) -> dict[str, object]:
    line = task.assignment
    turns = [
        {
            "period": label(line.frequency, turn.period),
            "due": turn.due,
            "provisional": turn.provisional,
            "state": turn.state.value,
            "published": turn.day,
            "pages": [thing.address for thing in turn.things],
        }
        for turn in task.turns
    ]
    return {
        "body": task.body.id,
        "column": task.column.id,
        "frequency": line.frequency,
        "deadline": line.deadline,
        "unit": line.unit,
        "state": task.state.value,
        "items": task.number,
        "newest": task.newest,
        "turns": turns,
    }


def _document(found: Inspection) -> dict[str, object]:
    points = [
        {
            "key": judged.point.key,
            "name": judged.point.name,
            "basis": judged.point.basis,
            "lacking": judged.lacking,
            "findings": _evidence(judged),
        }
        for judged in found.points
    ]
    return {
        "day": found.day,
        "points": points,
        "tasks": [_standing(task) for task in found.tasks],
        "duties": [_covered(one) for one in found.duties],
        "key_areas": [asdict(area) for area in found.areas],
        "liaisons": [
            {"body": body.id, "unit": one.unit, "name": one.name, "phone": one.phone}
            for body, one in found.liaisons
        ],
    }


def _covered(one: Covered) -> dict[str, object]:
    duty = {"code": one.duty.code, "name": one.duty.name, "level": one.duty.level}
    return {**duty, "items": one.items, "bodies": one.bodies, "said": one.said}


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else "□" for c in line)


@click.command("inspect", help="自查：按检查项目列出问题、页面、证据和责任单位，任务落实情况。")
@folders
@click.option("--body", default="", metavar="机构", help="只看一个机构：id、名称或简称")
@click.option("--html", "as_html", is_flag=True, help="输出可以打印的自查表（A4）")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def command(content: str, output: str, body: str, as_html: bool, as_json: bool) -> None:
    """Print the inspection; exit 1 if the content has errors."""
    if as_html and as_json:
        raise click.UsageError("--html 和 --json 只能写一个")
    cycles.seldom()
    with examined.remembered(content, output) as memory:
        corpus, findings = examined.read(content, memory, output=output)
        only = find_body(corpus.registry, body) if body else None
        found = inspection(corpus, findings, only)
    if as_html:
        from plugins.inspection.sheet import html  # with Jinja: only who prints waits for it

        sys.stdout.write(html(found))
    elif as_json:
        document = json.dumps(_document(found), ensure_ascii=False, indent=1, default=str)
        sys.stdout.write(f"{document}\n")
    else:
        sys.stdout.write("".join(f"{_printable(line)}\n" for line in _lines(found)))
    raise click.exceptions.Exit(rules.exit_code(findings))
