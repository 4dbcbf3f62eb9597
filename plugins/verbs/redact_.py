"""``redact ITEM``: nothing of an item stays but its number, whose it was, the day and the ground."""

from __future__ import annotations

from datetime import datetime

import click

from plugins import day as days
from plugins.ending import Desk
from plugins.refused import CONFIGURATION, CONTENT, Refused
from plugins.verbs import dated, folders, reasoned

_SHOWN = 50


@click.command(
    "redact", help="依法删除一条：内容、附件、名称都不留，只留索引号、机构、日期和依据。"
)
@folders
@click.argument("item")
@reasoned
@click.option("--basis", default="", help="依据，写到条，如：《个人信息保护法》第四十七条")
@dated
def command(
    content: str, output: str, item: str, reason: str, basis: str, on: datetime | None
) -> None:
    """Delete, print where that is recorded; exit 1 where CONTENT still speaks of it."""
    if not basis.strip():
        raise Refused("没有写依据 → --basis 写到条，会在网页上公开", CONFIGURATION)
    today = days.of_build(content)
    desk = Desk.of(content, item, today)
    path, mentions = desk.redact(reason, basis, on.date() if on else today)
    click.echo(f"{desk.root / path} 删除")
    click.echo(
        "现在：提交，发布；再照 docs/operators.md“删除以后”清缓存、旧副本和 Git 历史", err=True
    )
    for place in mentions[:_SHOWN]:
        click.echo(f"{place} 还提到它")
    if mentions:
        message = (
            f"内容目录里还有 {len(mentions)} 处提到它（名称、文号或者附件名） → 逐处改掉再提交"
        )
        raise Refused(message, CONTENT)
