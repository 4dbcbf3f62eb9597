"""``asof DATE``: which policy documents were in force on a day, which had been amended or had ended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

import click

from plugins import day as days
from plugins.named import find_body
from plugins.records.corpus import Corpus
from plugins.records.in_force import ENDED, NOT_YET, turns, word_on
from plugins.records.item import Item
from plugins.records.load import load
from plugins.verbs import folders

Row = tuple[str, Item]


@click.command("asof", help="某一天有效的规章、规范性文件和政策文件；--all 连废止、失效的。")
@folders
@click.argument("on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--body", default="", help="只看一个机构的（登记表中的 id）")
@click.option("--all", "every", is_flag=True, help="连尚未施行、废止、失效的也列出")
@click.option("--json", "as_json", is_flag=True, help="写成 JSON")
def command(content: str, output: str, on: datetime, body: str, every: bool, as_json: bool) -> None:
    """Print one line a document: what it was, number, title, and its turns."""
    corpus = load(content, days.of_build(content))
    whose = find_body(corpus.registry, body).id if body else ""
    rows = sorted(
        ((word, item) for word, item in _rows(corpus, on, whose) if every or _counts(word)),
        key=lambda row: (row[1].publisher.id, row[1].key),
    )
    if as_json:
        click.echo(json.dumps([_document(*row) for row in rows], ensure_ascii=False))
        return
    for word, item in rows:
        number = item.doc_number.written or item.index_no
        ways = "；".join(f"{turn.day}{turn.word}" for turn in turns(item))
        click.echo(f"{word}  {number}  {item.title}（{ways}）")
    click.echo(f"{on.date()}：{len(rows)} 件")


def _rows(corpus: Corpus, on: datetime, body: str) -> Iterator[Row]:
    """The policy documents that were there on the day."""
    for item in corpus.items:
        asked = item.profile.validity and item.validity.word != "不适用" and not item.withdrawn
        if asked and body in ("", item.publisher.id) and (word := word_on(item, on.date())):
            yield word, item


def _counts(word: str) -> bool:
    """Whether a document may have been in force: what nobody knows is not left out."""
    return word not in (*ENDED, NOT_YET)


def _document(word: str, item: Item) -> dict[str, object]:
    return {
        "index_no": item.index_no,
        "doc_number": item.doc_number.written,
        "title": item.title,
        "publisher": item.publisher.name,
        "validity": word,
        "turns": [{"day": t.day.isoformat(), "validity": t.word} for t in turns(item)],
    }
