"""Where things are, and the surroundings in which every command of the bench runs."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
BROUGHT = ROOT / ".cache" / "bench"
"""What ``prepare`` installs: ``hugo/`` and ``node/``; nothing of it is part of the project."""

DOCUMENT = ROOT / "docs" / "performance.md"
"""Where what was measured is written down."""

WORK = "gongkai-bench-"
"""How the name of the folder begins in which a session makes its towns and sites."""

_OWN = ("CONTENT", "OUTPUT", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "PYTHONPATH", "GONGKAI_KEY")


def environment(work: Path, **more: str) -> dict[str, str]:
    """The caller's variables without those that steer the verbs; one day, one zone, no Git above.

    Keys and caches of all programs stay below ``work``.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    fixed = {
        "SOURCE_DATE_EPOCH": "1795305600",  # 2026-11-22 in Shanghai, after the last of a town
        "TZ": "Asia/Shanghai",
        "LC_ALL": "C.UTF-8",
        "GIT_CEILING_DIRECTORIES": str(work),
        "XDG_STATE_HOME": str(work / "state"),
        "XDG_CACHE_HOME": str(work / "cache"),
        "HUGO_CACHEDIR": str(work / "cache" / "hugo"),
    }
    return {**kept, **fixed, **more}


def write_down(told: str, name: str, document: Path = DOCUMENT) -> None:
    """Put tables between the marks of that name; raises SystemExit where there are none."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->\n"
    before, _, rest = document.read_text(encoding="utf-8").partition(begin)
    _, mark, after = rest.partition(end)
    if not mark:
        raise SystemExit(f"{document.name}: the marks {begin.strip()} … {end.strip()} are gone")
    document.write_text(f"{before}{begin}\n{told}\n{end}{after}", encoding="utf-8")
