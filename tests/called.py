"""The command line as people call it, in copies of a process that has read our code already.

What a process of its own would do otherwise (its environment while Python starts) is asked of one.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import tempfile
import threading
from functools import cache
from pathlib import Path

from tests.press.same.builds import Warmed

_ONE = threading.Lock()  # one request at a time


@cache
def _process() -> Warmed:
    folder = tempfile.TemporaryDirectory()
    made = Warmed(Path(folder.name), seed=0)
    atexit.register(folder.cleanup)
    atexit.register(made.close)
    return made


def called(*words: object, module: str = "plugins", **env: str) -> subprocess.CompletedProcess[str]:
    """One command line, from the folder of the project, with the state of whoever runs the tests."""
    with _ONE:
        state = os.environ.get("XDG_STATE_HOME")
        return _process().run(*words, module=module, XDG_STATE_HOME=state, seconds=600, **env)
