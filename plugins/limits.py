"""How long one thing may take: a parser of somebody else's file is called back when time is up."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class TooLong(BaseException):
    """Time is up. No ``except Exception`` of a parser holds it back."""


def _up(number: int, frame: object) -> NoReturn:
    raise TooLong


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooLong in its block after ``seconds`` on the clock.

    Signals reach the main thread alone; in another one, and on a system without this clock, there
    is no limit.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return
    before = signal.signal(signal.SIGALRM, _up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
