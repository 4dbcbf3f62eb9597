"""A site that goes to and fro between two states, so that an old memory betrays itself."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.press.same import builds, town
from tests.press.same.builds import replaced

PAGE = "fgw/2025/00005"
TEXT = ("第2号报告的正文。", "第2号报告改过的正文。")


class Pendulum:
    """One site that goes to and fro between two states of CONTENT, in one OUTPUT.

    In the second state a text is another, one item is gone, and one file is another of the same
    size: whoever believes an old memory leaves something of the state before.
    """

    def __init__(self, folder: Path, kept, anew) -> None:
        self.content, self.output = town.write(folder / "content"), folder / "output"
        self.memory = builds.memory(self.output)
        self.marker = folder / "unpickled"
        self.state, self.clean, self.kept = 0, [], kept
        self._item = (self.content / f"items/{PAGE}.md").read_bytes()
        self._file = self.content / "items/fgw/2026/00001/进度表.pdf"
        self._file.write_bytes(town.pdf("2020"))
        for _ in range(2):
            self.clean.append(anew.site(self.content, folder / "clean"))
            builds.forget(folder / "clean")
            self.turn()
        self.old: list[list[tuple]] = [[], []]
        for _ in range(2):
            kept.site(self.content, self.output)
            self.old[self.state] = self.rows()
            self.turn()

    def start(self) -> None:
        """Stand in the first state, from which an item goes."""
        if self.state:
            self.swing()

    def turn(self) -> None:
        """CONTENT goes into its other state."""
        replaced(self.content / "items/fgw/2025/00002.md", TEXT[self.state], TEXT[1 - self.state])
        path = self.content / f"items/{PAGE}.md"
        path.write_bytes(self._item) if self.state else path.unlink()
        self.state = 1 - self.state
        self._file.write_bytes(town.pdf(f"202{self.state}"))
        os.utime(self._file, (1, 1))

    def swing(self, *words: object, **how) -> None:
        """Build the other state; it must be the clean one."""
        self.turn()
        done = self.kept.run(
            "site", "--content", self.content, "--output", self.output, "--json", *words, **how
        )
        assert done.returncode == 0, done.stderr
        clean = self.clean[self.state]
        assert builds.differences(clean.files, builds.site(self.output)) == []
        assert builds.told(done.stderr) == clean.findings
        assert not self.marker.exists(), "something was unpickled"

    def rows(self) -> list[tuple]:
        """Everything in the memory, as it stands there."""
        return self.query("SELECT kind, key, value, seal FROM memory")

    def query(self, words: str, *values: object) -> list[tuple]:
        """Anything in SQL, as somebody who has the file but not the key."""
        with closing(sqlite3.connect(self.memory)) as base, base:
            return base.execute(words, values).fetchall()
