"""The 自查表 on A4: one HTML file with everything in it, to be opened from disk and printed."""

from __future__ import annotations

from pathlib import Path

from plugins import printing
from plugins.inspection.found import Inspection, url
from plugins.owed.periods import label
from plugins.owed.standing import FAULTS, State

SHOWN = 30
"""More pieces of evidence than this nobody reads on paper; JSON has all of them."""


def html(found: Inspection) -> str:
    """The sheet; its style stands in it, it asks for nothing and runs nothing."""
    return printing.html(
        Path(__file__).parent,
        found=found,
        shown=SHOWN,
        state=State,
        faults=FAULTS,
        url=url,
        label=label,
    )
