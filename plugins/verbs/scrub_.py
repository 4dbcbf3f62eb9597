"""``scrub PATHS``: attached pictures without EXIF, thumbnails and comments, before they are reviewed."""

from __future__ import annotations

import click

from plugins import day as days
from plugins import examined, scrubbing
from plugins.refused import CONFIGURATION, CONTENT, Refused
from plugins.reporters.place import place
from plugins.verbs import folders


@click.command("scrub", help="送审以前去掉图片附件里的拍摄地点、设备、缩略图和注释；像素不变。")
@folders
@click.argument("paths", nargs=-1)
def command(content: str, output: str, paths: tuple[str, ...]) -> None:
    """Free the pictures of items, folders or files; exit 1 if one of them could not be."""
    examined.needed(content)
    if not paths:
        message = "没有写条目 → scrub items/机构/年份/流水号.md，或者 scrub items"
        raise Refused(message, CONFIGURATION)
    done = scrubbing.run(content, paths, days.of_build(content))
    for one in done:
        what = f"去掉{'、'.join(one.removed)}" if one.removed else one.refused
        turned = "；横放的，转正了，重新编码" if one.turned else ""
        click.echo(f"{place(content, one.path)}: {what}{turned}")
    count, left = sum(bool(one.removed) for one in done), sum(bool(one.refused) for one in done)
    click.echo(f"清理了 {count} 个图片，{left} 个清理不了", err=True)
    if count:
        click.echo("附件变了 → 看一遍，提交到 Git；审查过的，重新审查", err=True)
    raise click.exceptions.Exit(CONTENT if left else 0)
