"""The scripts of the search page, running in Node and asked line by line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from plugins.search.library import minified
from tests.tools import node

ROOT = Path(__file__).parents[2]
SCRIPTS = [
    ROOT / "theme/static/search" / f"{n}.js"
    for n in ("hanzi", "source", "typed", "pinyin", "engine", "snippet")
]


class Host:
    """One Node process; ``ask(name, …)`` calls the function of that name in ``host.js``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, name: str, *arguments: object) -> Any:
        """What the function answers; AssertionError where it threw."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([name, *arguments]) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer


@contextmanager
def running(folder: Path, data: bytes) -> Iterator[Host]:
    """The page's scripts over ``data``, as search/data.js holds it."""
    (folder / "lunr.min.js").write_bytes(minified())
    (folder / "data.js").write_bytes(data)
    files = [*SCRIPTS, folder / "lunr.min.js", folder / "data.js"]
    command = [node(), Path(__file__).with_name("host.js"), *files]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Host(process)
        assert process.stdin
        process.stdin.close()
