"""Who does the work: this process, the cores of this machine, or a cluster; one interface for all.

Processes are started afresh (forkserver, else spawn), never forked from this one: Pelican may
run a thread beside us. They die with the process that started them.
"""

from __future__ import annotations

import copyreg
import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from types import MappingProxyType
from typing import Any, TypeVar

from plugins import cycles, refused

T = TypeVar("T")

_PRELOADED = ["plugins.press.parcel", "plugins.ahead", "pypinyin"]
"""What every worker needs, imported once by the process that they are forked from.

The dictionary of pypinyin is 60 MB, which they share in this way.
"""


def _view(data: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(data)


# Registries hold read-only views, which do not travel by themselves.
copyreg.pickle(MappingProxyType, lambda view: (_view, (dict(view),)))


def cores() -> int:
    """The cores that this process may use."""
    given = getattr(os, "sched_getaffinity", None)
    return len(given(0)) if given else os.cpu_count() or 1


def _begin(ready: Callable[..., None] | None, *given: object) -> None:
    """In a new worker: leave Ctrl-C to who started it, end with it, and write files like it."""
    cycles.seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.umask(0o022)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    if ready:
        ready(*given)


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


@dataclass(frozen=True, slots=True)
class Crew:
    """An executor and how many pieces of work it does at a time; ``near`` on this machine."""

    executor: Executor
    width: int
    near: bool

    def done(self, work: Callable[..., T], pieces: Iterator[tuple[Any, ...]]) -> Iterator[T]:
        """``work(*piece)`` of every piece, in the order in which they end; a fault ends all.

        Only a few pieces wait at a time, so that no more than these are held in memory. Raises
        Refused where a worker died.
        """
        waiting: set[Future[T]] = set()
        try:
            for piece in pieces:
                waiting.add(self.executor.submit(work, *piece))
                if len(waiting) >= 3 * self.width:
                    yield from _ended(waiting)
            while waiting:
                yield from _ended(waiting)
        except BrokenExecutor as error:
            message = "一个工作进程被系统终止，多半是内存不够 → 用 --workers 1 再运行，或者增加内存"
            raise refused.Refused(message, refused.ENVIRONMENT) from error


def _ended(waiting: set[Future[T]]) -> list[T]:
    """Wait until something has ended; it waits no more."""
    ended, _ = wait(waiting, return_when=FIRST_COMPLETED)
    waiting -= ended
    return [future.result() for future in ended]


def apart(pieces: Sequence[T], width: int) -> Iterator[T]:
    """The pieces in an order in which ``width`` workers begin far from each other.

    Neighbours write into one folder, and two processes that do wait for each other.
    """
    step = -(-len(pieces) // width)
    for start in range(step):
        yield from pieces[start::step]


@contextmanager
def cores_at_work(
    workers: int = 0, ready: Callable[..., None] | None = None, *given: object
) -> Iterator[Crew | None]:
    """A crew of processes on this machine; None where there would be only one.

    ``workers`` 0 means all cores; each begins with ``ready(*given)``.
    """
    count = workers or cores()
    if count < 2:
        yield None
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(_PRELOADED)
    begin: Any = _begin
    executor = ProcessPoolExecutor(count, context, begin, (ready, *given))
    try:
        yield Crew(executor, count, near=True)
    except BaseException:
        working = list((executor._processes or {}).values())  # shutdown forgets them
        executor.shutdown(wait=False, cancel_futures=True)
        for process in working:
            process.terminate()
        for process in working:
            process.join()  # or it would write on into folders that are being swept
        raise
    executor.shutdown()


@contextmanager
def cluster_at_work(address: str) -> Iterator[Crew]:
    """A crew on the cluster of the Dask scheduler at ``address``; Refused if it does not answer."""
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        message = "这台机器没有安装 Dask → pip install distributed，或者不写 --cluster"
        raise refused.Refused(message, refused.CONFIGURATION) from error
    try:
        client = distributed.Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        message = f"Dask 调度器 {address} 没有回答: {error} → 核对地址，或者不写 --cluster"
        raise refused.Refused(message, refused.ENVIRONMENT) from error
    try:
        width = sum(client.nthreads().values())
        yield Crew(client.get_executor(pure=False), width or 1, near=False)
    finally:
        client.close()
