"""``move ITEM --body B``: under the next number of another body; the old address leads there."""

from __future__ import annotations

from datetime import datetime

import click

from plugins import day as days
from plugins.ending import Desk
from plugins.verbs import dated, folders, reasoned


@click.command("move", help="迁移：机构变动后移到另一个机构，编新号；旧地址指向新的页面。")
@folders
@click.argument("item")
@click.option("--body", required=True, help="现在的机构（登记表中的 id）")
@reasoned
@dated
@click.option("--year", type=int, help="编号年度，不写就是今年")
def command(
    content: str,
    output: str,
    item: str,
    body: str,
    reason: str,
    on: datetime | None,
    year: int | None,
) -> None:
    """Move the item and print where it is now, and under what number."""
    today = days.of_build(content)
    desk = Desk.of(content, item, today)
    path, number = desk.move(body, reason, on.date() if on else today, year or today.year)
    click.echo(f"{desk.root / path} {number}")
    if desk.corpus.registry.site.review == "记录":
        click.echo("位置和索引号变了 → 重新审查（approve）", err=True)
