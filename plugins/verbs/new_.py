"""``new``: a new item from its column's profile, with the next index number of its body."""

from __future__ import annotations

import os

import click

from plugins import day
from plugins.drafting import new
from plugins.verbs import folders


@click.command("new", help="按栏目新建一条信息，写好下一个索引号。")
@folders
@click.option("--body", default="", help="发布机构（登记表中的 id）；有 --from 时可以不写")
@click.option("--column", default="", help="栏目名称；有 --from 时可以不写")
@click.option("--from", "source", help="从旧条目复制，换新的索引号")
def command(content: str, output: str, body: str, column: str, source: str | None) -> None:
    """Write the item and print its path."""
    path = new(content, body, column, day.of_build(content), source)
    click.echo(os.path.join(content, path))
