"""``today``: what falls due this week and who owes it; documents that lapse in sixty days."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date

import click

from plugins import cycles, examined, rules
from plugins.agenda import LAPSE, WEEK, Kind, Task, agenda
from plugins.records.corpus import Corpus
from plugins.verbs import folders

_WEEKDAYS = "一二三四五六日"
_EVERYBODY = "各机构"


def _who(task: Task) -> str:
    return (task.body.short or task.body.name) if task.body else _EVERYBODY


def _line(task: Task, day: date) -> str:
    left = (task.due - day).days
    when = "逾期" if task.overdue else "今天" if not left else f"还有{left}日"
    due = f"{task.due}（周{_WEEKDAYS[task.due.weekday()]}{'，暂定' if task.provisional else ''}）"
    who = f"{_who(task)}{f' {task.unit}' if task.unit else ''}"
    return "\t".join((due, when, task.kind.value, who, task.what, task.path))


def _lines(tasks: Sequence[Task], corpus: Corpus, days: int, lapse: int) -> Iterator[str]:
    yield "到期\t还有\t事项\t机构\t内容\t在哪里"
    yield from (_line(task, corpus.day) for task in tasks)
    late = sum(task.overdue for task in tasks)
    lapsing = sum(task.kind is Kind.LAPSE for task in tasks)
    soon = len(tasks) - late - lapsing
    yield (
        f"{corpus.day}：逾期 {late} 项，{days}日内到期 {soon} 项；{lapse}日内有效期届满的文件 {lapsing} 件"
    )


def _document(tasks: Sequence[Task], corpus: Corpus) -> dict[str, object]:
    rows = [
        {
            "due": task.due,
            "kind": task.kind.value,
            "what": task.what,
            "body": task.body.id if task.body else None,
            "name": task.body.name if task.body else _EVERYBODY,
            "unit": task.unit,
            "overdue": task.overdue,
            "provisional": task.provisional,
            "left": (task.due - corpus.day).days,
            "path": task.path,
            "address": task.address,
        }
        for task in tasks
    ]
    return {"day": corpus.day, "tasks": rows}


@click.command("today", help="这一周到期的事和逾期的事，由谁办；60日内有效期届满的文件。")
@folders
@click.option("--days", type=click.IntRange(1, 366), default=WEEK, show_default=True, help="看几日")
@click.option(
    "--lapse", type=click.IntRange(1, 3660), default=LAPSE, show_default=True, help="有效期看几日"
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def command(content: str, output: str, days: int, lapse: int, as_json: bool) -> None:
    """Print the agenda; exit 1 if the content has errors, whose items may be missing."""
    cycles.seldom()
    with examined.remembered(content, output) as memory:
        corpus, findings = examined.read(content, memory, output=output)
        tasks = agenda(corpus, days, lapse)
    if code := rules.exit_code(findings):
        sys.stderr.write("内容有错误，出错的条目可能没有列出 → 运行 make check 查看并改正\n")
    if as_json:
        document = _document(tasks, corpus)
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        lines = _lines(tasks, corpus, days, lapse)
        shown = (
            "".join(c if c.isprintable() or c == "\t" else "□" for c in line) for line in lines
        )
        sys.stdout.write("".join(f"{line}\n" for line in shown))
    raise click.exceptions.Exit(code)
