"""What an opened attachment says: its texts by place, what is wrong with it, and how far we read."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.leaks import leaks
from plugins.leaks.leak import Kind, Leak, masked

DEEPEST = 4  # a picture in a document in an archive in an archive
MOST_INFLATED = 192 << 20  # bytes, of one attachment with all that is in it
MOST_TEXT = 24 << 20  # characters searched of one attachment
MOST_PARTS = 5_000


class TooMuch(Exception):
    """An attachment that asks for more than honest ones do."""


class Locked(Exception):
    """Something that cannot be read: encrypted, broken, or of a form that nobody here reads."""


@dataclass(slots=True)
class Shared:
    """What all parts of one attachment have in common."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)
    bytes_left: int = MOST_INFLATED
    text_left: int = MOST_TEXT


@dataclass(frozen=True, slots=True)
class Opened:
    """An attachment, or a file within one; ``place`` says which, in Chinese."""

    shared: Shared = field(default_factory=Shared)
    place: str = ""
    depth: int = 0

    def within(self, place: str) -> Opened:
        """The same for a file within this one. Raises TooMuch where files are nested too deep."""
        if self.depth >= DEEPEST:
            raise TooMuch("嵌套太深")
        return Opened(self.shared, self._at(place), self.depth + 1)

    def say(self, where: str, text: str) -> None:
        """Text that stands at ``where``, to be searched. Raises TooMuch behind the limit."""
        if text.strip():
            self.shared.text_left -= len(text)
            if self.shared.text_left < 0:
                raise TooMuch("文字太多")
            self.shared.texts.append((self._at(where), text))

    def tell(self, kind: Kind, where: str = "", value: str = "") -> None:
        """Something that is a leak by itself; of ``value`` only the mask is kept."""
        leak = Leak(kind, self._at(where), masked(kind, value) if value else "")
        if leak not in self.shared.leaks:
            self.shared.leaks.append(leak)

    def take(self, size: int) -> None:
        """Count bytes that were inflated. Raises TooMuch behind the limit."""
        self.shared.bytes_left -= size
        if self.shared.bytes_left < 0:
            raise TooMuch("解开以后太大")

    @staticmethod
    def named(name: str) -> str:
        """A name as a place may show it: not where it holds a leak itself."""
        return "名称不显示" if leaks(name) else name[:30]

    def _at(self, where: str) -> str:
        return "：".join(part for part in (self.place, where) if part)
