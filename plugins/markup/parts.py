"""A line of official text and the part that it plays."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The part that a line plays."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"  # of a list
    MORE = "more"  # a second line of an item
    HEAD = "head"  # of a table
    RULE = "rule"  # the line below a table's head
    ROW = "row"
    NOTE = "note"  # a footnote


class Line(NamedTuple):
    """A line that is not blank: ``content`` is what a reader sees of it, from ``column`` on.

    ``depth`` is that of a heading or list item within its like, from 0; ``label`` a footnote's;
    ``gap`` says that a blank line stands before it.
    """

    kind: Kind
    content: str
    number: int
    column: int = 1
    depth: int = 0
    label: str = ""
    gap: bool = False

    def played(self, kind: Kind) -> Line:
        """The same line in another part."""
        return Line(kind, self.content, self.number, self.column, self.depth, self.label, self.gap)
