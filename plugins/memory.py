"""What the last run knew, kept beside OUTPUT: it may save time and can never change a result.

One SQLite file of rows ``(kind, key) -> bytes``, each with a keyed digest over both and over the
stamp of the code that wrote it. A row that was cut off, altered, made by other code or by
another hand is not there. The key stays outside the file, in the user's own state folder
(or in ``GONGKAI_KEY``), so that nobody who can only write the file can speak for it; no row is
ever unpickled. A file that is no database is put aside and begun anew.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

_SCHEMA = (
    "CREATE TABLE memory (kind TEXT, key TEXT, value BLOB, seal BLOB, PRIMARY KEY (kind, key))"
)
_SEAL = 16
_WAIT = 5.0  # seconds for another run to finish writing


def place(output: str) -> str:
    """Where the memory of the site at ``output`` is kept: ``.output.memory`` beside it."""
    real = Path(os.path.realpath(output))
    return str(real.with_name(f".{real.name}.memory"))


def secret() -> bytes:
    """The key of this user on this machine, made at first use; a fresh one where it cannot be kept."""
    if given := os.environ.get("GONGKAI_KEY", ""):
        return hashlib.sha256(given.encode()).digest()
    try:
        base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        path = Path(base, "gongkai", "key")
        with suppress(FileNotFoundError):
            if len(known := path.read_bytes()) == 32:
                return known
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(f"key.{secrets.token_hex(8)}")
        fresh.touch(mode=0o600)
        fresh.write_bytes(secrets.token_bytes(32))
        fresh.replace(path)
        return path.read_bytes()
    except (OSError, RuntimeError):
        return secrets.token_bytes(32)


class Memory:
    """The rows of one file. Reading and writing never raise for what is wrong with the file."""

    def __init__(self, path: str, stamp: bytes = b"") -> None:
        """``path`` as of ``place``, empty for none; ``stamp`` of the code that asks."""
        self._path = path
        self._key = hashlib.blake2b(stamp, key=secret(), digest_size=32).digest()
        self._waiting: list[tuple[str, str, bytes | None]] = []
        self._base = self._open()

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2 if self._path else 0):
            try:
                flags = os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW
                os.close(os.open(self._path, flags, 0o600))  # it knows drafts
                base = sqlite3.connect(self._path, timeout=_WAIT)
                base.execute("PRAGMA trusted_schema = OFF")
                # What is lost with the power or a kill is only time; sealed rows are never wrong.
                base.execute("PRAGMA synchronous = OFF")
                base.execute("PRAGMA journal_mode = MEMORY")
                found = base.execute("SELECT sql FROM sqlite_master").fetchall()
                if not found:
                    base.execute(_SCHEMA)
                    return base
                if found == [(_SCHEMA,), (None,)]:  # the second is its key's own
                    return base
                base.close()
            except (sqlite3.Error, UnicodeDecodeError, OSError):
                pass
            with suppress(OSError):
                os.unlink(self._path)
        return None

    def _seal(self, kind: str, key: str, value: bytes) -> bytes:
        head = f"{kind}\0{key}\0".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(head + value, key=self._key, digest_size=_SEAL).digest()

    def get(self, kind: str, key: str) -> bytes | None:
        """One row, or None."""
        return self._select("kind = ? AND key = ?", (kind, key)).get(key)

    def all(self, kind: str) -> dict[str, bytes]:
        """Every row of a kind, by key."""
        return self._select("kind = ?", (kind,))

    def names(self, kind: str) -> set[str]:
        """The keys of a kind, whoever wrote their rows."""
        if self._base is None:
            return set()
        with suppress(sqlite3.Error, UnicodeError):
            found = self._base.execute("SELECT key FROM memory WHERE kind = ?", (kind,))
            return {key for (key,) in found if isinstance(key, str)}
        return set()

    def has(self, kind: str) -> bool:
        """Whether there is any row of a kind, whoever wrote it."""
        if self._base is None:
            return False
        with suppress(sqlite3.Error):
            query = "SELECT 1 FROM memory WHERE kind = ? LIMIT 1"
            return self._base.execute(query, (kind,)).fetchone() is not None
        return False

    def _select(self, where: str, values: tuple[str, ...]) -> dict[str, bytes]:
        if self._base is None:
            return {}
        query = f"SELECT kind, key, value, seal FROM memory WHERE {where}"
        found: dict[str, bytes] = {}
        try:
            for kind, key, value, seal in self._base.execute(query, values):
                if (
                    isinstance(value, bytes)
                    and isinstance(seal, bytes)
                    and hmac.compare_digest(seal, self._seal(kind, key, value))
                ):
                    found[key] = value
        except (sqlite3.Error, UnicodeError):
            return {}
        return found

    def put(self, kind: str, rows: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Keep ``rows`` and forget ``gone``, at the next ``save``."""
        self._waiting += ((kind, key, value) for key, value in rows.items())
        self._waiting += ((kind, key, None) for key in gone)

    def clear(self) -> None:
        """Forget everything."""
        if self._base is not None:
            with suppress(sqlite3.Error), self._base:
                self._base.execute("DELETE FROM memory")

    def trim(self, kind: str, most: int) -> None:
        """Forget all rows of a kind that has more than ``most``: old ones outweigh the new."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            query = "SELECT count(*) FROM memory WHERE kind = ?"
            if self._base.execute(query, (kind,)).fetchone()[0] > most:
                with self._base:
                    self._base.execute("DELETE FROM memory WHERE kind = ?", (kind,))

    def save(self) -> None:
        """Write what waits, all of it or nothing; a file that cannot be written is left as it is."""
        waiting, self._waiting = self._waiting, []
        if self._base is None or not waiting:
            return
        kept = [(k, n, v, self._seal(k, n, v)) for k, n, v in waiting if v is not None]
        lost = [(k, n) for k, n, v in waiting if v is None]
        for _ in range(2):
            try:
                with self._base:
                    self._base.executemany("DELETE FROM memory WHERE kind = ? AND key = ?", lost)
                    self._base.executemany(
                        "INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?)", kept
                    )
                return
            except (sqlite3.OperationalError, UnicodeError):
                return  # locked by another run, or the disk is full
            except sqlite3.Error:
                self._begin_anew()
                if self._base is None:
                    return

    def _begin_anew(self) -> None:
        """Put a file that was cut off or written over aside, and open a new one."""
        self.close()
        with suppress(OSError):
            os.unlink(self._path)
        self._base = self._open()

    def close(self) -> None:
        """Close the file; what was not saved is forgotten."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
