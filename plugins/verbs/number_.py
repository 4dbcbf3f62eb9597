"""``number``: gives the numbers that drafts marked 待编 wait for."""

from __future__ import annotations

import os

import click

from plugins import day
from plugins.numbering import number
from plugins.verbs import folders


@click.command("number", help="给“待编”的条目编索引号并放到应在的位置；可以只给出其中几个文件。")
@folders
@click.argument("paths", nargs=-1)
@click.option("--body", help="同时写明发布机构（登记表中的 id）")
@click.option("--column", help="同时写明栏目")
@click.option("--year", type=int, help="编号年度，不写就是今年")
def command(
    content: str, output: str, paths: tuple[str, ...], body: str, column: str, year: int | None
) -> None:
    """Number the drafts and print where each of them is now."""
    today = day.of_build(content)
    for path, text in number(content, paths or None, body, column, today, year):
        click.echo(f"{os.path.join(content, path)} {text}")
