"""Our press with nothing but the search: its page, its index, the scripts; no rules, no audit."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from pelicanconf import *
from plugins import press, search
from tests.bench.ours import gate

PLUGINS = [gate, press]
ROOMS = [search]


def AUDIT(*_: object, **__: object) -> tuple[()]:  # noqa: N802 - a setting is written in capitals
    """Finds nothing: an audit compares with all rooms of the product."""
    return ()
