"""What the figures were taken on, by kind and never by name."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.place import HERE, ROOT


def facts() -> dict[str, str]:
    """Processor, cores, memory, system, Python, versions of the builders, commit and day."""
    return {
        "processor": _first(_field("/proc/cpuinfo", "model name"), platform.machine),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "system": f"{_first(_release, platform.system)}, Linux {_kernel()}",
        "python": platform.python_version(),
        "pelican": version("pelican"),
        "hugo": _locked(ROOT / "requirements-bench.lock", r"hugo==([\d.]+)"),
        "eleventy": _locked(HERE / "package.json", r'eleventy": "([\d.]+)"'),
        "commit": _commit(),
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
    }


def load() -> str:
    """How many processes want a core at this moment: figures of a busy machine say little."""
    return f"{os.getloadavg()[0]:.1f}"


def _first(*ways: Callable[[], str]) -> str:
    for way in ways:
        try:
            if found := way():
                return found
        except OSError:
            continue
    return "unknown"


def _field(path: str, name: str) -> Callable[[], str]:
    def find() -> str:
        found = re.search(rf"(?m)^{name}\s*[:=]\s*(.+)$", Path(path).read_text(errors="replace"))
        return found[1].strip().strip('"') if found else ""

    return find


_release = _field("/etc/os-release", "PRETTY_NAME")


def _kernel() -> str:
    return ".".join(re.findall(r"\d+", platform.release())[:2])


def _locked(path: Path, pattern: str) -> str:
    found = re.search(pattern, path.read_text(encoding="utf-8"))
    return found[1] if found else "unknown"


def _commit() -> str:
    """The commit of the project, with a plus where files differ from it."""

    def git(*words: str) -> str:
        done = subprocess.run(
            ("git", "-C", str(ROOT), *words), capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    commit = git("rev-parse", "--short", "HEAD") or "unknown"
    return f"{commit}+" if git("status", "--porcelain") else commit
