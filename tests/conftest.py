"""What every test needs: Pelican's process-wide state put back as it was."""

from __future__ import annotations

import logging
import os
import random
import sys
from pathlib import Path

import pytest

from tests import tools
from tests.called import SEED

LONG = tuple(Path(__file__).with_name(name) for name in ("press", "theme", "leaks"))
"""Whose files take longest: they begin first, so that at the end nobody waits for one of them."""


def pytest_configure():
    os.environ.setdefault(SEED, str(random.randrange(2**32)))  # before other processes are started


def pytest_report_header():
    return f"{SEED}={os.environ[SEED]}"


def pytest_collection_modifyitems(items):
    def rank(item):
        return next(
            (n for n, folder in enumerate(LONG) if item.path.is_relative_to(folder)), len(LONG)
        )

    items.sort(key=rank)


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


@pytest.fixture(scope="session")
def chromium():
    """The one browser of a run: Playwright takes a whole process and will not start twice in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=str(tools.chromium()),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()
