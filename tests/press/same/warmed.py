"""Runs command lines in copies of one process that has read our code already: same code, less waiting.

One request a line on standard input; its exit code and seconds of CPU a line on standard output.
Every run is a fork that has done nothing yet but read, so that it is as new as a process of its own.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import signal
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import markdown.extensions.footnotes
import markdown.extensions.tables
import nh3
import opencc
import pelican
import PIL.PngImagePlugin
import pypdfium2
import pypinyin

import pelicanconf
from plugins import code
from plugins.audit import audit
from plugins.frame import Build
from plugins.hanzi import fold
from plugins.markup import marked
from plugins.press import render, run, work, writer
from plugins.verbs import publish_, site_, verify_
from plugins.workdays.calendar import calendar

READ = (
    *(markdown, nh3, opencc, pelican, PIL, pypdfium2, pypinyin, pelicanconf, audit, marked),
    *(run, work, writer, publish_, site_, verify_),
)
"""What every run would read first."""
KNOWN = (fold.changes(), code.stamp(), calendar())
THEME = render.environment(
    Build(date.min, str(Path(pelicanconf.THEME).absolute())), None, {}, render.Texts(), frozenset()
)
COMPILED = [
    THEME.get_template(name)
    for name in THEME.list_templates(["html"])
    if not name.startswith("templates/")
]


def _become(request: dict[str, Any]) -> NoReturn:
    """In the copy: take on the circumstances of the request, and run its module as ``-m`` does."""
    os.setsid()  # so that all that it starts can be ended with it
    for number, path in enumerate(("/dev/null", request["out"], request["err"])):
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    os.umask(request["umask"])
    sys.argv = [request["module"], *request["words"]]
    try:
        runpy.run_module(request["module"], run_name="__main__", alter_sys=True)
        _leave(0)
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            raise
        _leave(end.code or 0)


def _leave(code: int) -> NoReturn:
    """End as Python does, but for taking apart what the copy has of the process it is a copy of."""
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code & 0xFF)


def _wait(child: int, seconds: int) -> tuple[int, float]:
    """The exit code of the copy, which has so many seconds, and the CPU that it used."""
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(seconds)
    _, status, used = os.wait4(child, 0)
    signal.alarm(0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def main() -> None:
    """Serve requests until standard input ends."""
    for line in sys.stdin:
        request = json.loads(line)
        if not (child := os.fork()):
            _become(request)
        print(json.dumps(_wait(child, request["seconds"])), flush=True)


if __name__ == "__main__":
    main()
