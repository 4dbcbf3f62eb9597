"""``town N DIR``: a deterministic invented town, for benchmarks and tests."""

from __future__ import annotations

import os

import click

from plugins.refused import CONFIGURATION, ENVIRONMENT, Refused
from plugins.town import write
from plugins.verbs import folders


@click.command("town", help="在目录 DIR 生成一座有 N 条信息的虚构城市。")
@folders
@click.argument("n", type=click.IntRange(1, 10_000_000))
@click.argument("folder", metavar="DIR")
@click.option("--seed", default=1, show_default=True, help="同一个数得到同一座城市")
def command(content: str, output: str, n: int, folder: str, seed: int) -> None:
    """Write the town into an empty or new folder."""
    if os.path.isdir(folder) and os.listdir(folder):
        raise Refused(f"{folder} 不是空目录 → 换一个目录", CONFIGURATION)
    try:
        write(n, folder, seed)
    except OSError as error:
        raise Refused(f"写不进 {folder}: {error.strerror}", ENVIRONMENT) from error
    click.echo(f"已在 {folder} 生成 {n} 条信息")
