"""One command, measured from outside: wall clock, CPU of all its processes, memory at its peak.

CPU is user plus system time as the kernel bills it to the process, to its children and theirs
(wait4), workers that outlived their parent included. Memory is the greatest sum, over samples,
of the proportional set sizes of all processes of the command's session, where pages shared by
several processes count once, but never less than the largest resident set that one of them had
when it was sampled. (What wait4 tells of that counts the process we forked from, too.)
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)
_PATIENCE = 10.0  # seconds that what a command left running may take to end by itself
_SHORTEST, _SHARE = 0.05, 25  # a sample at most every 50 ms and at most 1/25 of one core's time


@dataclass(frozen=True, slots=True)
class Usage:
    """What one command took. Seconds; megabytes of 1,000,000 bytes."""

    wall: float
    cpu: float
    peak_mb: float
    code: int
    out: str
    err: str


class Failed(RuntimeError):
    """A command that did not end well, with the last lines of what it said."""


class _Watch(threading.Thread):
    """Samples the memory of a session, and ends it when its time is over."""

    def __init__(self, session: int, limit: float) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.late = False
        self._session, self._end = session, time.monotonic() + limit
        self._over = threading.Event()

    def run(self) -> None:
        pause = _SHORTEST
        while not self._over.wait(pause):
            begun = time.thread_time()
            now = [_memory(pid) for pid in members(self._session)]
            self.peak = max(self.peak, sum(pss for pss, _ in now), *(most for _, most in now))
            pause = max(_SHORTEST, (time.thread_time() - begun) * _SHARE)
            if time.monotonic() > self._end and not self.late:
                self.late = True
                with suppress(ProcessLookupError):
                    os.killpg(self._session, signal.SIGKILL)

    def stop(self) -> None:
        self._over.set()
        self.join()


def run(
    command: Sequence[str | os.PathLike[str]],
    cwd: str | os.PathLike[str],
    env: Mapping[str, str],
    limit: float = 7200.0,
) -> Usage:
    """Run ``command`` to its end. Raises Failed where it exits with another code than 0."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    os.sync()  # what the run before left to be written is not billed to this one
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        watch = _Watch(process.pid, limit)
        watch.start()
        try:
            _, status, spent = os.wait4(process.pid, 0)
        except BaseException:  # Ctrl-C does not reach another session
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        cpu = spent.ru_utime + spent.ru_stime + _left_behind(process.pid)
        texts = [_text(file.fileno()) for file in (out, err)]
    usage = Usage(wall, cpu, watch.peak / 1e6, process.returncode, *texts)
    if process.returncode:
        why = f"stopped after {limit:.0f} s" if watch.late else f"exit {process.returncode}"
        said = "\n".join((usage.err or usage.out).strip().splitlines()[-12:])
        raise Failed(f"{why}: {' '.join(map(str, command))}\n{said}")
    return usage


def members(session: int) -> Iterator[int]:
    """The processes of a session."""
    for name in os.listdir("/proc"):
        if name.isdigit():
            with suppress(OSError, IndexError):
                stat = Path("/proc", name, "stat").read_text(errors="replace")
                if int(stat.rpartition(")")[2].split()[3]) == session:
                    yield int(name)


def _memory(pid: int) -> tuple[int, int]:
    """Bytes of a process, what it shares counted in part, and its most so far; 0 when gone."""
    return _size(pid, "smaps_rollup", "Pss:"), _size(pid, "status", "VmHWM:")


def _size(pid: int, file: str, name: str) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/{file}").read_text(errors="replace").splitlines():
            if line.startswith(name):
                return int(line.split()[1]) * 1024
    return 0


def _left_behind(session: int) -> float:
    """CPU of the processes that the command left to us; those that stay are ended."""
    cpu, end = 0.0, time.monotonic() + _PATIENCE
    while left := list(members(session)):
        for pid in left:
            with suppress(ChildProcessError):
                done, _, spent = os.wait4(pid, os.WNOHANG)
                cpu += (spent.ru_utime + spent.ru_stime) if done else 0.0
        if time.monotonic() > end:
            with suppress(ProcessLookupError):
                os.killpg(session, signal.SIGKILL)
        time.sleep(0.02)
    return cpu


def _text(file: int) -> str:
    size = os.fstat(file).st_size
    return os.pread(file, size, 0).decode(errors="replace")
