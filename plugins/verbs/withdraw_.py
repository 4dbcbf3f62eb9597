"""``withdraw ITEM``: the page stays and says why; ``--no-content`` leaves number, reason and day."""

from __future__ import annotations

from datetime import datetime

import click

from plugins import day as days
from plugins.ending import Desk
from plugins.verbs import dated, folders, reasoned


@click.command("withdraw", help="撤回一条：页面留着，写明理由；--no-content 连正文和附件一起撤下。")
@folders
@click.argument("item")
@reasoned
@click.option("--basis", default="", help="依据，写到条；行政处罚决定不用写")
@dated
@click.option("--no-content", "bare", is_flag=True, help="撤下正文和附件，只留索引号、理由和日期")
@click.option("--undo", is_flag=True, help="恢复公开")
def command(
    content: str,
    output: str,
    item: str,
    reason: str,
    basis: str,
    on: datetime | None,
    bare: bool,
    undo: bool,
) -> None:
    """Write the step, print where."""
    today = days.of_build(content)
    desk = Desk.of(content, item, today)
    on_day = on.date() if on else today
    if undo:
        click.echo(f"{desk.root / desk.restore(reason, on_day)} 恢复公开")
    else:
        path = desk.withdraw(reason, basis, on_day, bare)
        click.echo(f"{desk.root / path} {'撤下正文和附件' if bare else '撤回'}")
    click.echo("已写入 → 运行 make check，提交，再发布", err=True)
