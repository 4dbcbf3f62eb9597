"""Where a file lies, as seen from the working directory."""

from __future__ import annotations

import os

from plugins.leaks.veil import veiled_path


def place(content: str, path: str) -> str:
    """``path`` of CONTENT from the working directory, with what no terminal should be sent escaped.

    A CONTENT outside the working directory keeps the name that it was called by.
    """
    folder = os.path.relpath(content) if os.path.isabs(content) else content
    folder = content if folder.startswith("..") else folder
    joined = os.path.normpath(os.path.join(folder, path)).replace(os.sep, "/")
    joined = veiled_path(joined)
    return "".join(c if c.isprintable() else _escaped(c) for c in joined)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
