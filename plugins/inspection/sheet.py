"""The 自查表 on A4: one HTML file with everything in it, to be opened from disk and printed."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.inspection.found import Inspection, url
from plugins.owed.periods import label
from plugins.owed.standing import FAULTS, State

SHOWN = 30
"""More pieces of evidence than this nobody reads on paper; JSON has all of them."""
_FOLDER = Path(__file__).parent


def html(found: Inspection) -> str:
    """The sheet; its style stands in it, it asks for nothing and runs nothing."""
    loader = FileSystemLoader(_FOLDER)
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "sheet.css").read_text(encoding="utf-8")
    given = {
        "found": found,
        "shown": SHOWN,
        "state": State,
        "faults": FAULTS,
        "style": style,
        "url": url,
        "label": label,
    }
    return environment.get_template("sheet.html").render(given) + "\n"
