"""Line numbers for values of a page: parsers give none, so they are looked up in the source."""

from __future__ import annotations

import html
import re
from itertools import chain

_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"[\s\u200b\ufeff]+")


def compact(text: str) -> str:
    """``text`` without any white space, for comparing."""
    return _SPACE.sub("", text)


def _plain(text: str) -> str:
    return compact(html.unescape(text)).casefold()


class Places:
    """Finds the line of a source file on which a value begins."""

    def __init__(self, source: str) -> None:
        lines = source.split("\n")
        self._whole = [_plain(line) for line in lines]
        self._bare = [_plain(_TAG.sub("", line)) for line in lines]

    def line(self, raw: str, after: int = 1) -> int:
        """The first line at or below ``after`` that holds the beginning of ``raw``; else above.

        Tags, case and white space are passed over; where nothing fits the answer is ``after``.
        """
        return self._find(raw, after, (self._bare, self._whole))

    def markup(self, raw: str, after: int = 1) -> int:
        """The like for what stands in a tag: an attribute, an address."""
        return self._find(raw, after, (self._whole,))

    def beside(self, raw: str, label: str, at: int) -> int:
        """The line of a value whose label stands on line ``at``: there behind it, or below."""
        head, words = _plain(label), _plain(raw)
        behind = self._bare[at - 1].partition(head)[2] if at <= len(self._bare) else ""
        return at if words[:12] in behind else self.line(raw, at + 1)

    def _find(self, raw: str, after: int, layers: tuple[list[str], ...]) -> int:
        words = _plain(raw)
        for size in (40, 12, 5):
            probe = words[:size]
            if not probe:
                break
            for lines in layers:
                start = min(after - 1, len(lines))
                for number in chain(range(start, len(lines)), range(start)):
                    if probe in lines[number]:
                        return number + 1
        return max(after, 1)
