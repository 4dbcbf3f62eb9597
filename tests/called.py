"""The command line as people call it, in copies of a process that has read our code already.

What a process of its own would do otherwise (its environment while Python starts) is asked of one.
"""

from __future__ import annotations

import atexit
import os
import tempfile
import threading
from functools import cache
from pathlib import Path

from tests.press.same.builds import Done, Warmed

SEED = "TESTED_HASH_SEED"
"""The variable that says in which order sets are met; each run of the tests has its own."""

_ONE = threading.Lock()  # one request at a time


@cache
def _process(before: tuple[str, ...]) -> Warmed:
    folder = tempfile.TemporaryDirectory()
    made = Warmed(Path(folder.name), int(os.environ.get(SEED, "0")), before)
    atexit.register(folder.cleanup)
    atexit.register(made.close)
    return made


def called(
    *words: object,
    module: str = "plugins",
    before: tuple[str, ...] = (),
    seconds: int = 600,
    **env: str,
) -> Done:
    """One command line, from the folder of the project, with the state of whoever runs the tests."""
    with _ONE:
        state = os.environ.get("XDG_STATE_HOME")
        if _process(before).ended:
            _process.cache_clear()
        process = _process(before)
        return process.run(*words, module=module, seconds=seconds, XDG_STATE_HOME=state, **env)
