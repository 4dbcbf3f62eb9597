"""How often Python looks for things that hold each other: with a catalog in memory, seldom."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress


def seldom() -> None:
    """Look rarely, and never at what is there already.

    Next to nothing of ours goes in circles, and to look for it at Python's usual pace takes a
    quarter of the time; never to look lets templates and parsers fill the memory.
    """
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def swept() -> None:
    """Between two pieces of long work: give the system back what the first one took and left."""
    gc.collect()
    with suppress(OSError, AttributeError, TypeError):  # only the C library of GNU has it
        ctypes.CDLL(None).malloc_trim(0)
