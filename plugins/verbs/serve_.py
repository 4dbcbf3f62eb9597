"""``serve``: the built site on this machine, rebuilt when something changes."""

from __future__ import annotations

import os
import sys

import click

from plugins.verbs import folders
from plugins.verbs.site_ import ROOT


@click.command("serve", help="在本机浏览网站，改动即重建（Ctrl-C 结束）。")
@folders
@click.option("--port", default=8000, show_default=True, help="端口")
@click.option("--bind", default="127.0.0.1", show_default=True, help="地址")
def command(content: str, output: str, port: int, bind: str) -> None:
    """Hand over to Pelican's own development server with autoreload."""
    words = ["-m", "pelican", "-lr", content, "-o", output, "-s", str(ROOT / "pelicanconf.py")]
    os.execv(sys.executable, [sys.executable, *words, "-p", str(port), "-b", bind])
