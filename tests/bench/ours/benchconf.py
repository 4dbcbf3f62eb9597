"""Our press with the peers' pages: one room, a minimal theme, neither rules nor audit."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

from pelicanconf import *  # noqa: E402
from plugins import press  # noqa: E402
from tests.bench.ours import gate, room  # noqa: E402

PLUGINS = [gate, press]
ROOMS = [room]
# The bench works on a copy, which it changes to have every page drawn anew.
THEME = os.environ.get("GONGKAI_BENCH_THEME") or str(HERE / "theme")
THEME_TEMPLATES_OVERRIDES = [THEME]


def AUDIT(*_: object, **__: object) -> tuple[()]:  # noqa: N802 - a setting is written in capitals
    """Finds nothing: an audit compares with the rooms of the product, and the peers have none."""
    return ()
