"""A long text is tried before anybody reads it: in a process of its own, with limits.

What a small file may ask for is bounded by its size and by GK902. A large one may still ask for
minutes, or for all memory there is; so everything that would be done with it is done once in a
process that the system ends at its limits. Whether a text at the very edge passes depends on the
machine, therefore; honest ones stay far below it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

from plugins import markup, rules
from plugins.records import read_registry, tree
from plugins.records.load import load_items
from plugins.records.names import Names
from plugins.rules.gk902_too_many_marks import CODE as MANY

WEIGHTY = 128 * 1024  # bytes: some forty thousand characters
_SECONDS = 4  # of CPU; a megabyte of plain text takes one
_MEMORY = 1 << 30  # of addresses
_WAIT = 60  # seconds on the clock, in case the machine is busy
_ENDED = 9

_HOUSE = str(Path(__file__).resolve().parents[1])
_BEGIN = f"import sys; sys.path.insert(0, {_HOUSE!r}); from plugins.trial import main; main()"


def withstands(root: str, path: str, size: int) -> bool:
    """Whether the file of ``size`` bytes at ``path`` below CONTENT can be read, judged and shown
    within four seconds and a gigabyte. A small one is taken for good without a trial."""
    if size < WEIGHTY:
        return True
    command = [sys.executable, "-P", "-c", _BEGIN, root, path]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_WAIT, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode >= 0 and done.returncode != _ENDED


def main() -> None:
    """Do with one file all that a build does, and end with 9 where it asks for too much."""
    for name, value in (("CPU", _SECONDS), ("AS", _MEMORY), ("CORE", 0)):
        with suppress(ValueError, OSError):  # some systems know no such limit
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))
    root, path = sys.argv[1:]
    try:
        _whole(root, path)
    except (MemoryError, RecursionError):
        sys.exit(_ENDED)


def _whole(root: str, path: str) -> None:
    found = tree.walk(root, path.rpartition("/")[0])
    names = Names(read_registry.read(Path(root, "registry")))
    places = [place for place in found.places if place.path == path]
    corpus = load_items(root, date.today(), names, places)
    told = {finding.path for finding in rules.examine(corpus) if finding.code == MANY}
    for record in corpus.records.values():
        if record.path not in told:
            markup.to_html(record.text, record.text_format)
