"""Two warmed-up command lines with different hash seeds, and a small town to build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.press.same import builds, town


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """The command line that builds again and again into one folder."""
    warmed = builds.Warmed(tmp_path_factory.mktemp("kept"), seed=1)
    yield warmed
    warmed.close()


@pytest.fixture(scope="session")
def anew(tmp_path_factory):
    """The command line, of another hash seed and another key, that builds everything anew."""
    warmed = builds.Warmed(tmp_path_factory.mktemp("anew"), seed=2)
    yield warmed
    warmed.close()


@pytest.fixture(scope="session")
def _town(tmp_path_factory):
    return town.write(tmp_path_factory.mktemp("town") / "content")


@pytest.fixture
def content(_town, tmp_path):
    """A small town of one's own."""
    return shutil.copytree(_town, tmp_path / "content")


@pytest.fixture
def clean(anew, tmp_path):
    """What a build of CONTENT without any memory gives, into a folder that was never there."""
    folder = tmp_path / "clean"

    def build(content, *words, **how):
        built = anew.site(content, folder / "site", *words, **how)
        builds.forget(folder / "site")
        return built

    return build


@contextmanager
def running(folder, workers):
    """The address of a cluster whose code is the one in ``folder``."""
    words = [sys.executable, str(builds.ROOT / "tests/press/same/cluster.py"), str(workers)]
    env = {**os.environ, "PYTHONPATH": str(folder)}
    with subprocess.Popen(
        words, cwd=folder, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process.stdout.readline().strip()
        process.communicate()


@pytest.fixture(scope="session")
def cluster():
    """Two worker processes that have our code."""
    with running(builds.ROOT, 2) as address:
        yield address
