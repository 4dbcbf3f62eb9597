"""How far a build is: one line that renews itself on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
from typing import TextIO

_TERMINAL, _LOG = 0.1, 10.0  # seconds between two reports


class Progress:
    """Says on standard error how much is done; silent for work that is over at once."""

    def __init__(self, items: int, jobs: int, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._items, self._jobs = items, jobs
        self._terminal = self._stream.isatty()
        self._began = self._told = time.monotonic()
        self._shown = False
        self.done = self.pages = self.files = 0

    def tell(self, pages: int, files: int) -> None:
        """One more batch is done, with so many pages and files."""
        self.done += 1
        self.pages += pages
        self.files += files
        now = time.monotonic()
        if now - self._told >= (_TERMINAL if self._terminal else _LOG):
            self._told = now
            self._say(now - self._began)

    def _say(self, gone: float) -> None:
        left = gone / self.done * (self._jobs - self.done)
        line = (
            f"生成中：{self._items} 条信息，已完成 {self.done}/{self._jobs} 项，"
            f"{self.pages} 个页面，{self.files} 个文件，还需约 {left:.0f} 秒"
        )
        self._stream.write(f"\r\x1b[K{line}" if self._terminal else f"{line}\n")
        self._stream.flush()
        self._shown = True

    def end(self) -> None:
        """Take the line off the terminal."""
        if self._shown and self._terminal:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
