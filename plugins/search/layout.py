"""Into which file a term goes: a pure function of the sizes of a segment, known to the browser.

Terms of one first character stay together. A character with many has files of its own, a power
of two of them, told apart by the hash of what follows it; the others share files, by the hash of
the character. So a change of one document moves next to nothing, and no list of first terms has
to be sent before a search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from plugins.search.hashed import hashed

_SHRUNK = 0.33
"""What deflating leaves of the bytes that are counted here, in the demo town and in larger ones."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``parts`` of the blocks; of each, ``groups`` files for small characters.

    ``splits`` says for the other characters in how many files their terms are.
    """

    parts: int
    groups: int
    splits: Mapping[str, int]

    def file_of(self, term: str) -> str:
        """The name of the file that holds a term."""
        split = self.splits.get(term[0], 0)
        if split:
            return f"{ord(term[0]):04x}-{hashed(term[1:]) % split}"
        first = hashed(term[0])
        return f"{first % self.parts}.{first // self.parts % self.groups}"

    def names(self, part: int) -> Iterator[str]:
        """The names of all files of one part; some may hold nothing."""
        yield from (f"{part}.{group}" for group in range(self.groups))
        for first, split in self.splits.items():
            if hashed(first) % self.parts == part:
                yield from (f"{ord(first):04x}-{number}" for number in range(split))


def parts_of(count: int) -> int:
    """In how many parts the blocks of a segment of ``count`` documents are made: 8 to 1,024."""
    return _two(count / 128, 8, 1024)


def target_of(count: int) -> int:
    """The bytes that a file of a segment of ``count`` documents should have, deflated."""
    return 2048 if count < 2000 else 4096 if count < 16_000 else 8192


def layout(count: int, sizes: Iterable[Mapping[str, int]]) -> Layout:
    """The layout of a segment of ``count`` documents from the ``sizes`` of its blocks."""
    total: dict[str, int] = {}
    for block in sizes:
        for first, size in block.items():
            total[first] = total.get(first, 0) + size
    most, parts = target_of(count) / _SHRUNK, parts_of(count)
    splits = {first: _two(size / most, 1, 4096) for first, size in total.items() if 2 * size > most}
    rest = sum(size for first, size in total.items() if first not in splits)
    return Layout(parts, max(1, ceil(rest / most / parts)), dict(sorted(splits.items())))


def _two(wanted: float, least: int, most: int) -> int:
    """The power of two that is ``wanted`` or the next above it, within bounds that are such."""
    found = least
    while found < wanted and found < most:
        found *= 2
    return found
