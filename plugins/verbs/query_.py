"""``query WORDS``: asks the built site through the client that citizens run, in Node."""

from __future__ import annotations

import json

import click

from plugins.search.query import query
from plugins.verbs import folders


@click.command("query", help="用市民的检索程序查询已生成的网站。")
@folders
@click.argument("words", nargs=-1, required=True)
def command(content: str, output: str, words: tuple[str, ...]) -> None:
    """Print the answer as JSON."""
    click.echo(json.dumps(query(output, " ".join(words)), ensure_ascii=False))
