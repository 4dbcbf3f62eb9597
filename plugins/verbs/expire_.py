"""``expire ITEM DAY``: the last day on which an item is public; the rest happens by itself."""

from __future__ import annotations

from datetime import datetime

import click

from plugins import day as days
from plugins.ending import Desk
from plugins.verbs import folders


@click.command("expire", help="限时公开：写明公开到哪一天，过了那天自动下网，只留索引号。")
@folders
@click.argument("item")
@click.argument("last", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]))
def command(content: str, output: str, item: str, last: datetime) -> None:
    """Write 公开截止 into the item."""
    today, end = days.of_build(content), last.date()
    desk = Desk.of(content, item, today)
    path = desk.expire(end)
    now = "，已经过了，下次生成就下网" if end < today else ""
    click.echo(f"{desk.root / path} 公开到 {end}{now}")
    if desk.corpus.registry.site.review == "记录":
        click.echo("条目改动过 → 重新审查（approve）", err=True)
