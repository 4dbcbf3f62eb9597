"""What a build is made by: one digest over our code and data, Python, and the libraries in use."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

from plugins import digest

_PLUGINS = Path(__file__).resolve().parent
_SUFFIXES = (".py", ".toml", ".json", ".js")


@lru_cache(1)
def stamp() -> bytes:
    """Changes with any file below ``plugins/``, with Python, and with any installed library."""
    files = sorted(p for p in _PLUGINS.rglob("*") if p.suffix in _SUFFIXES)
    code = [(p.relative_to(_PLUGINS).as_posix(), p.read_bytes()) for p in files]
    return digest.of(code, sys.version, _libraries())


def _libraries() -> tuple[str, ...]:
    """The names of the installed distributions, which hold their versions."""
    found: set[str] = set()
    for folder in sys.path:
        if folder.endswith("-packages") and os.path.isdir(folder):
            found.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return tuple(sorted(found))
