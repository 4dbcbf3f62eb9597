"""How often Python looks for things that hold each other: with a catalog in memory, seldom."""

from __future__ import annotations

import gc


def seldom() -> None:
    """Look rarely, and never at what is there already.

    Next to nothing of ours goes in circles, and to look for it at Python's usual pace takes a
    quarter of the time; never to look lets templates and parsers fill the memory.
    """
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)
