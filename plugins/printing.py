"""Papers of the office on A4: one HTML file with its style in it, to be opened from disk and printed."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def html(folder: Path, **given: object) -> str:
    """``sheet.html`` of ``folder`` with ``given``; ``style`` is what stands in its ``sheet.css``.

    Everything given is text: whatever markup it holds stays words.
    """
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (folder / "sheet.css").read_text(encoding="utf-8")
    return environment.get_template("sheet.html").render(given | {"style": style}) + "\n"
