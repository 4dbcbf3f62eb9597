"""``publish``: the site for citizens, by ``publishconf.py``; refused where it may not be public."""

from __future__ import annotations

import click

from plugins.verbs import folders
from plugins.verbs.site_ import build, tell


@click.command("publish", help="生成供市民访问的网站；没有公开网址或审查记录时拒绝。")
@folders
@click.option("--json", "as_json", is_flag=True, help="结果写成 JSON")
def command(content: str, output: str, as_json: bool) -> None:
    """Check, build with the public address, audit."""
    tell(build(content, output, "publishconf.py", as_json), output, as_json)
