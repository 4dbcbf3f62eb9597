"""``python -m tests.bench.ours CONTENT OUTPUT``: what ``site --json`` is to the product.

Without the verb's look at whether anything has changed at all: here something always has.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path

import pelican
from pelican.settings import read_settings

from plugins import cycles
from plugins.refused import Refused
from plugins.settings import RUN

SETTINGS = Path(__file__).with_name("benchconf.py")


def main(content: str, output: str) -> int:
    """Build the bench's pages and print the outcome as JSON, on a line of its own."""
    folders = {"PATH": os.path.abspath(content), "OUTPUT_PATH": os.path.abspath(output)}
    cycles.seldom()  # as the verb does
    settings = read_settings(str(SETTINGS), override=folders)
    try:
        pelican.Pelican(settings).run()
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return refusal.exitcode
    print(json.dumps(dataclasses.asdict(settings[RUN].outcome)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
