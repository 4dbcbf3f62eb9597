"""What every test needs: Pelican's process-wide state put back as it was."""

from __future__ import annotations

import logging
import sys

import pytest


@pytest.fixture(autouse=True)
def pelican_as_new():
    """Signals, log memory and the fatal level are global in Pelican; each test starts clean."""
    yield
    if "pelican" not in sys.modules:
        return
    from blinker import Signal
    from pelican import signals
    from pelican.log import FatalLogger

    for signal in vars(signals).values():
        if isinstance(signal, Signal):
            signal._clear_state()
    FatalLogger.fatal_lvl = logging.CRITICAL + 1
