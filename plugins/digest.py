"""One digest for any value that a page is made from: equal digests mean equal pages.

Taken over types, names and values, in the order they stand in; never over memory addresses,
times or the order of a set, so that it is the same in every process and on every machine.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable, Mapping, Set
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

SIZE = 16
"""Bytes of a digest: 128 bits, far beyond accident; what guards against malice is keyed."""


def of(*values: object) -> bytes:
    """The digest of ``values``; raises TypeError for what has no agreed form."""
    parts: list[bytes] = []
    for value in values:
        _put(value, parts)
    return of_bytes(b"".join(parts))


def of_bytes(data: bytes) -> bytes:
    """The digest of bytes as they are."""
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def _put(value: object, parts: list[bytes]) -> None:
    """Append the one writing of ``value``; every part says its kind and its length."""
    kind = type(value)
    if kind is frozenset and not value:
        parts.append(b"<0:")
    elif kind is str or isinstance(value, str):
        data = str(value).encode("utf-8", "surrogatepass")
        parts.append(b"s%d:" % len(data))
        parts.append(data)
    elif kind is int:
        parts.append(f"int{value};".encode())
    elif value is None or isinstance(value, bool | int | float):
        parts.append(f"{type(value).__name__}{value!r};".encode())
    elif isinstance(value, bytes):
        parts.append(b"b%d:" % len(value))
        parts.append(value)
    elif isinstance(value, tuple | list):
        parts.append(b"(%d:" % len(value))
        for member in value:
            _put(member, parts)
    elif isinstance(own := getattr(value, "digest", None), bytes) and own:
        parts.append(b"d%d:" % len(own))
        parts.append(own)
    else:
        _put_structure(value, parts)


def _put_structure(value: object, parts: list[bytes]) -> None:
    if isinstance(value, date):
        parts.append(b"t" + value.isoformat().encode() + b";")
    elif isinstance(value, Enum):
        parts.append(f"e{type(value).__qualname__}.{value.name};".encode())
    elif isinstance(value, Mapping):
        parts.append(b"{%d:" % len(value))
        for key, member in value.items():
            _put(key, parts)
            _put(member, parts)
    elif isinstance(value, Set):
        parts.append(b"<%d:" % len(value))  # an empty one is written the same above
        parts.extend(sorted(of(member) for member in value))
    elif isinstance(value, re.Pattern):
        parts.append(b"r%d:" % value.flags)
        _put(value.pattern, parts)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        head, fields = _shape(type(value))
        parts.append(head)
        for field in fields:
            _put(getattr(value, field), parts)
    else:
        raise TypeError(f"{type(value).__qualname__} has no digest")


@lru_cache(None)
def _shape(kind: type) -> tuple[bytes, tuple[str, ...]]:
    names = tuple(f.name for f in dataclasses.fields(kind) if f.compare)
    return f"o{kind.__module__}.{kind.__qualname__}{len(names)}:".encode(), names


class Once:
    """Digests of values that nobody changes or throws away, each taken once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """The digest of ``value``, which is told by where it lies."""
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, of(value))  # kept, so that it stays there
        return known[1]


def of_function(function: Callable[..., Any]) -> bytes:
    """The digest of a function's name; what it does is covered by the digest of the code."""
    return of(function.__module__, function.__qualname__)
