"""A site as it is published, and an nginx of the tests' own that serves it by the shipped examples."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import tools
from tests.press.same import builds, town
from tests.press.same.conftest import kept

__all__ = ["kept"]

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
BASE = """\
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/temp/body;
    proxy_temp_path {folder}/temp/proxy;
    fastcgi_temp_path {folder}/temp/fastcgi;
    uwsgi_temp_path {folder}/temp/uwsgi;
    scgi_temp_path {folder}/temp/scgi;
{inside}
}}
"""


class Answer:
    """What a server said to one request."""

    def __init__(self, reply: http.client.HTTPResponse) -> None:
        self.status, self.body = reply.status, reply.read()
        self.headers = {name.lower(): value for name, value in reply.getheaders()}

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name, "")


class Server:
    """A running nginx and the site that it serves below ``prefix``."""

    def __init__(self, port: int, prefix: str, site: Path) -> None:
        self.port, self.prefix, self.site = port, prefix, site
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def get(self, address: str, **headers: str) -> Answer:
        """Ask for an address of the site (``/x``: of the host)."""
        path = address if address.startswith("/") else self.prefix + address
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request("GET", path, headers=named)
        return Answer(self._connection.getresponse())

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


@contextmanager
def open_folder():
    """A folder that every user may read, as a site's has to be."""
    with tempfile.TemporaryDirectory(prefix="gongkai-nginx-") as name:
        os.chmod(name, 0o755)
        yield Path(name)


def shipped(name: str, changes: dict[str, str], target: Path) -> Path:
    """An example with the changes that its head tells to make, made by ``sed`` as it tells."""
    words = [word for old, new in changes.items() for word in ("-e", f"s#{old}#{new}#g")]
    head = (DEPLOY / name).read_text(encoding="utf-8").split("\n\n")[0]
    assert all(f"s#{old}#" in head for old in changes)
    assert head.count("-e 's#") == len(changes)
    with target.open("wb") as file:
        subprocess.run(["sed", *words, str(DEPLOY / name)], stdout=file, check=True)
    return target


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def nginx(folder: Path, inside: str, port: int):
    """Run nginx until the end of the block."""
    program = str(tools.nginx())
    (folder / "temp").mkdir()
    os.chmod(folder / "temp", 0o777)
    conf = folder / "nginx.conf"
    conf.write_text(BASE.format(folder=folder, inside=inside), encoding="utf-8")
    words = [program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(conf)]
    tried = subprocess.run([*words, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr, tried.stderr
    with subprocess.Popen(words) as process:
        try:
            _wait_for(port)
            yield
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def published(kept, folder: Path, url: str) -> Path:
    """The small town, published under ``url`` by somebody who keeps his files to himself."""
    content = town.write(folder / "content")
    builds.replaced(content / "registry/site.toml", "https://www.shili.example/zwgk/", url)
    done = kept.run("publish", "--content", content, "--output", folder / "output", umask=0o077)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(content)
    return folder / "output"


@pytest.fixture(scope="session")
def at_root(kept):
    """deploy/nginx.conf."""
    with open_folder() as folder:
        port, site = free_port(), published(kept, folder, "https://www.shili.example/")
        (site / ".well-known").mkdir()
        (site / ".well-known/security.txt").write_text("Contact: x\n", encoding="utf-8")
        (site / ".well-known/.secret").write_text("x", encoding="utf-8")
        changes = {
            "www.shili.example": "localhost",
            "/srv/gongkai/output": str(site),
            "listen 80": f"listen 127.0.0.1:{port}",
        }
        conf = shipped("nginx.conf", changes, folder / "gongkai.conf")
        with nginx(folder, f"include {conf};", port):
            server = Server(port, "/", site)
            yield server
            server.close()


@pytest.fixture(scope="session")
def below(kept):
    """deploy/nginx-subpath.conf, in the server of somebody else's site."""
    with open_folder() as folder:
        site = published(kept, folder, "https://www.shili.example/a/b/")
        (folder / "main").mkdir()
        (folder / "main/index.html").write_text("another site", encoding="utf-8")
        changes = {"zwgk/zfxxgk": "a/b", "/srv/gongkai/output": str(site)}
        conf = shipped("nginx-subpath.conf", changes, folder / "gongkai.conf")
        port = free_port()
        block = (
            f"server {{ listen 127.0.0.1:{port}; root {folder}/main; "
            f"location ~ \\.(css|js|xml|svg|png)$ {{ return 418; }} include {conf}; }}"
        )
        with nginx(folder, block, port):
            server = Server(port, "/a/b/", site)
            yield server
            server.close()


@pytest.fixture(params=["at_root", "below"])
def server(request):
    """Both examples."""
    return request.getfixturevalue(request.param)
