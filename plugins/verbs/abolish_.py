"""``abolish NOTICE``: shows which documents a notice of abolition ends; ``--write`` marks them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from plugins import day
from plugins.abolition import Abolition, Known, Mark, abolition, find
from plugins.numbering import fill
from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY
from plugins.records.load import load
from plugins.refused import ENVIRONMENT, Refused
from plugins.verbs import folders


@click.command("abolish", help="预览一个废止通知会标明哪些文件；--write 才写入。")
@folders
@click.argument("notice")
@click.option("--write", "really", is_flag=True, help="写入各文件的有效性、废止日期和关系")
@click.option(
    "--date",
    "since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="废止日期，不写就是通知的施行日期或成文日期",
)
def command(content: str, output: str, notice: str, really: bool, since: datetime | None) -> None:
    """Print what would be written, or write it."""
    corpus = load(content, day.of_build(content))
    known = Known(corpus)
    made = abolition(find(corpus, known, notice), known, since.date() if since else None)
    for line in told(made):
        click.echo(line)
    changed = len(list(made.writes()))
    if not changed:
        click.echo("没有要写的。")
    elif really:
        write(content, corpus, made)
        click.echo(f"已写入{changed}个文件 → 运行 make check，再看一遍差别")
    else:
        click.echo(
            f"预览：要改{changed}个文件，还没有写入 → 核对无误后加 --write（make 写 WRITE=1）"
        )


def write(content: str, corpus: Corpus, made: Abolition) -> None:
    """Write what ``made`` holds. Raises Refused where a file cannot be read or written."""
    texts = {}
    try:
        for path, values in made.writes():
            text = Path(content, path).read_text(encoding="utf-8")
            texts[path] = fill(text, corpus.records[path], values)
        for path, text in texts.items():
            Path(content, path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused(f"{error.filename} 写不进去：{error.strerror}", ENVIRONMENT) from error


def told(made: Abolition) -> Iterator[str]:
    """The preview: the notice, then a line a document, those to be marked first."""
    yield f"{made.number} {made.title}（{made.path}），废止日期 {made.day}"
    for mark in sorted(made.marks, key=lambda m: (not m.values, not m.fate)):
        yield f"  {_state(mark)}  {' '.join(filter(None, (mark.number, mark.title)))}{_where(mark)}"
        for key, value in mark.values.items():
            yield f"      {BY_KEY[key].label}: {value}"
    if made.own:
        yield f"  通知本身  {BY_KEY['replaces'].label}: {made.own['replaces']}"


def _state(mark: Mark) -> str:
    if mark.values:
        return f"标为{mark.fate}"
    return "已经标明" if mark.fate else f"不标（{mark.why}）"


def _where(mark: Mark) -> str:
    return f"（{mark.path}；通知第{mark.line}行）" if mark.path else f"（通知第{mark.line}行）"
