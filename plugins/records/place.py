"""Where a record lies."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.records.source import Attachment, Kind


@dataclass(frozen=True, slots=True)
class Place:
    """A Markdown file of CONTENT by its path, and the files that lie in its own folder."""

    kind: Kind
    path: str
    body: str
    year: str = ""
    serial: str = ""
    files: tuple[Attachment, ...] = ()
