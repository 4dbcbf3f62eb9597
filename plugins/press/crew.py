"""Who does the work: this process, the cores of this machine, or a cluster; one interface for all.

Processes are started afresh (forkserver, else spawn), never forked from this one: Pelican may
run a thread beside us. They die with the process that started them.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
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
from typing import Any

from plugins import refused
from plugins.press.work import Done, Job, Shop, work

CHUNK = 48  # jobs a future: long enough to outweigh its journey, short enough for even loads
ALONE = 160  # fewer jobs than this are done before another process has started


def cores() -> int:
    """The cores that this process may use."""
    given = getattr(os, "sched_getaffinity", None)
    return len(given(0)) if given else os.cpu_count() or 1


def _begin() -> None:
    """In a new worker: leave Ctrl-C to the press, end with it, and write files like it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.umask(0o022)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


@dataclass(frozen=True, slots=True)
class Crew:
    """An executor and how many jobs it does at a time."""

    executor: Executor
    width: int


@contextmanager
def crew(jobs: int, workers: int = 0, cluster: str = "") -> Iterator[Crew | None]:
    """A crew for so many jobs; None where this process does best alone.

    ``workers`` 0 means all cores; ``cluster`` is the address of a Dask scheduler. Raises Refused
    where it does not answer.
    """
    if cluster:
        with _cluster(cluster) as found:
            yield found
        return
    count = workers or cores()
    if count < 2 or jobs < ALONE:
        yield None
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["plugins.press.work"])
    executor = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)
    try:
        yield Crew(executor, count)
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
def _cluster(address: str) -> Iterator[Crew]:
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
        yield Crew(client.get_executor(pure=False), width or 1)
    finally:
        client.close()


def chunks(jobs: list[Job]) -> Iterator[tuple[Job, ...]]:
    """The jobs in pieces for the executor."""
    for start in range(0, len(jobs), CHUNK):
        yield tuple(jobs[start : start + CHUNK])


def spread(crew: Crew | None, shop: Shop, jobs: list[Job]) -> Iterator[Done]:
    """What became of each job, in the order in which they end. The first fault ends all.

    Only a few chunks wait at a time, so that no more than these are held in memory. Raises
    Refused where a worker died.
    """
    if crew is None:
        for chunk in chunks(jobs):
            yield from work(shop, chunk)
        return
    try:
        yield from _flow(crew, shop, jobs)
    except BrokenExecutor as error:
        message = "一个工作进程被系统终止，多半是内存不够 → 用 --workers 1 再运行，或者增加内存"
        raise refused.Refused(message, refused.ENVIRONMENT) from error


def _flow(crew: Crew, shop: Shop, jobs: list[Job]) -> Iterator[Done]:
    waiting: set[Future[tuple[Done, ...]]] = set()
    for chunk in chunks(jobs):
        waiting.add(crew.executor.submit(work, shop, chunk))
        if len(waiting) >= 3 * crew.width:
            ended, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in ended:
                yield from future.result()
    while waiting:
        ended, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in ended:
            yield from future.result()
