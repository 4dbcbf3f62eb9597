"""The command line, many times from one warm interpreter: a fork each, so that nothing is shared.

Reads a JSON list of argument lists, prints a JSON list of ``{exit, stdout, stderr}``; runs
exactly what ``python -m plugins`` runs, only without starting Python and Pelican every time.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import time

import pelican  # noqa: F401 - imported once, before the forks

import pelicanconf  # noqa: F401 - and with it every room
from plugins import __main__ as command_line
from plugins import code, gate, press  # noqa: F401
from plugins.workdays.calendar import calendar


def one(words: list[str], most: float = 0) -> dict:
    """Run one command in a child, and what it said; ended after ``most`` seconds, if any."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            sys.argv = ["plugins", *words]
            code = 70
            try:
                command_line.run()
            except SystemExit as leaving:
                code = leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        status, used = _ended(child, most)
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read().decode("utf-8", "backslashreplace"))
    cpu = used.ru_utime + used.ru_stime
    return {
        "exit": os.waitstatus_to_exitcode(status),
        "stdout": said[0],
        "stderr": said[1],
        "cpu": cpu,
    }


def _ended(child: int, most: float) -> tuple[int, resource.struct_rusage]:
    """How a child ended, and what it used."""
    end = time.monotonic() + most
    while most:
        pid, status, used = os.wait4(child, os.WNOHANG)
        if pid:
            return status, used
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            break
        time.sleep(0.005)
    return os.wait4(child, 0)[1:]


if __name__ == "__main__":
    code.stamp()
    calendar()  # both the same for all, and a third of the work of most
    print(json.dumps([one(words) for words in json.load(sys.stdin)]))
