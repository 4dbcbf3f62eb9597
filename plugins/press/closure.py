"""Which files a template is made of: itself, what it extends, includes and imports."""

from __future__ import annotations

import re
from pathlib import Path

from plugins import digest

_NAMED = re.compile(r"""["']([^"'\n]+\.html)["']""")
"""Every name of a template in quotes: more than is drawn on, perhaps, and never less."""


class Closures:
    """The digest of each template with everything it draws on, read once."""

    def __init__(self, theme: str) -> None:
        self._folders = (Path(theme, "templates"), Path(theme))
        self._texts: dict[str, str] = {}
        self._closures: dict[str, str] = {}

    def of(self, template: str) -> str:
        """The digest of ``template``; of one that is missing, that of its name."""
        if template not in self._closures:
            parts = [(name, self._read(name)) for name in sorted(self._names(template))]
            self._closures[template] = digest.of(parts).hex()
        return self._closures[template]

    def head(self, given: str, templates: tuple[str, ...]) -> str:
        """What a batch was made from, as its row says it."""
        return " ".join((given, *(f"{name}={self.of(name)}" for name in templates)))

    def holds(self, head: str, given: str) -> bool:
        """Whether a batch that was made from ``head`` would be the same today."""
        first, *templates = head.split(" ")
        named = (part.rpartition("=") for part in templates)
        return first == given and all(self.of(name) == known for name, _, known in named)

    def _names(self, template: str) -> set[str]:
        found, waiting = set(), [template]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += _NAMED.findall(self._read(name))
        return found

    def _read(self, name: str) -> str:
        if name not in self._texts:
            found = (folder / name for folder in self._folders)
            path = next((path for path in found if path.is_file()), None)
            self._texts[name] = path.read_text(encoding="utf-8") if path else ""
        return self._texts[name]
