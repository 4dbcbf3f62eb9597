"""The demo town as a finished site, built once in a run of the tests, for all who only read it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from tests.called import called

EPOCH = "1795305600"  # 2026-11-22 in Shanghai


def demo(tmp_path_factory) -> Path:
    """The site, in a folder that a host could serve: below ``zwgk/zfxxgk``."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # which the processes of a run share
    site = root / "demo" / "zwgk" / "zfxxgk"
    with (root / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            site.parent.mkdir(parents=True, exist_ok=True)
            done = called("site", "--output", site, SOURCE_DATE_EPOCH=EPOCH)
            assert done.returncode == 0, done.stdout + done.stderr
    return site
