"""``serve``: the built site on this machine, below the path it will have, rebuilt on change."""

from __future__ import annotations

import functools
import io
import os
import subprocess
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import click

from plugins import examined, refused
from plugins.records import read_registry
from plugins.verbs import folders
from plugins.verbs.site_ import ROOT


class Handler(SimpleHTTPRequestHandler):
    """Files of the site below ``prefix``, and the site's own page for what is not there."""

    prefix = "/"

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """Lead from outside the prefix to the home page."""
        if not self.path.startswith(self.prefix):
            self.send_response(302)
            self.send_header("Location", self.prefix + "index.html")
            self.end_headers()
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """The file of an address, without the prefix."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show 404.html, as every host is told to."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *words: object) -> None:  # noqa: A002 - its name upstream
        """Say nothing of each request."""


@click.command("serve", help="在本机浏览网站，改动即重建（Ctrl-C 结束）。")
@folders
@click.option("--port", default=8000, show_default=True, help="端口")
@click.option("--bind", default="127.0.0.1", show_default=True, help="地址")
def command(content: str, output: str, port: int, bind: str) -> None:
    """Serve OUTPUT while Pelican rebuilds it whenever CONTENT or the theme changes."""
    examined.needed(content)
    site = read_registry.read(Path(content, "registry")).site
    Handler.prefix = urlsplit(site.public_url or "/").path.rstrip("/") + "/"
    try:
        server = ThreadingHTTPServer((bind, port), functools.partial(Handler, directory=output))
    except OSError as error:
        message = f"端口 {port} 用不了: {error.strerror} → 换一个: make serve PORT=8001"
        raise refused.Refused(message, refused.ENVIRONMENT) from error
    words = [
        "-m",
        "pelican",
        "-r",
        os.path.abspath(content),
        "-o",
        os.path.abspath(output),
        "-s",
        str(ROOT / "pelicanconf.py"),
    ]
    builder = subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    click.echo(f"浏览 http://{bind}:{server.server_port}{Handler.prefix}index.html ，Ctrl-C 结束")
    try:
        server.serve_forever()
    finally:
        server.server_close()
        builder.terminate()
        builder.wait()
