"""``publish``: the site for citizens, by ``publishconf.py``; refused where it may not be public."""

from __future__ import annotations

from typing import Any

import click

from plugins.press.means import Means
from plugins.verbs import folders
from plugins.verbs.site_ import build, steered, tell


@click.command("publish", help="生成供市民访问的网站；没有公开网址或审查记录时拒绝。")
@folders
@steered
@click.option(
    "--sign", default="", help="用这个私钥文件签名（ssh-keygen 的），verify --signers 核对"
)
def command(content: str, output: str, as_json: bool, **how: Any) -> None:  # noqa: ANN401
    """Check, build with the public address, audit."""
    tell(build(content, output, "publishconf.py", Means(**how), as_json), output, as_json)
