"""What the audit says of a text and of what became of it."""

from __future__ import annotations

from plugins.audit import fidelity


def faults(text: str, html: str, literal: bool = False):
    """Where the HTML of a text says something else than the text."""
    return fidelity(text, f'<div class="gk-official">{html}</div>', literal=literal)
