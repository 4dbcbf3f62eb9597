"""The text of a body as the search holds it."""

from __future__ import annotations

from plugins.markup import plain


def reading_text(text: str, text_format: str) -> str:
    """The lines of a body as they are read, single blanks between words."""
    lines = (" ".join(line.split()) for line in plain(text, text_format))
    return "\n".join(filter(None, lines))
