"""Pelican's writer, made harmless: whatever calls it hands its file to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2

from plugins.plan import Blob
from plugins.settings import RUN

if TYPE_CHECKING:
    from plugins.press.run import Run


class PressWriter:
    """Takes what stock and third-party generators write; nothing reaches the disk from here."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        self.output_path = output_path
        self.settings = settings

    def write_file(
        self,
        name: str,
        template: jinja2.Template,
        context: dict[str, Any],
        relative_urls: bool = False,
        **kw: object,
    ) -> None:
        """Render a stock generator's page here: its Template object cannot leave the process."""
        run: Run = self.settings[RUN]
        if name:
            kw = {k: v for k, v in kw.items() if k not in ("override_output", "url", "paginated")}
            text = template.render({**context, **kw, "output_file": name})
            run.take(Blob(name, text.encode()), "pelican")

    def write_feed(self, *_: object, **__: object) -> None:
        """Feeds are a room of their own; Pelican's are switched off in the settings."""
