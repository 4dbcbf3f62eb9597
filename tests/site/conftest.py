"""A site built once from the demo town, through the real command line."""

import hashlib
from pathlib import Path

import pytest

from tests.called import called
from tests.demo import EPOCH, demo

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"


def run(*words, **environment):
    """The command line as people and CI run it."""
    return called(*words, **{"SOURCE_DATE_EPOCH": EPOCH, **environment})


def digests(folder):
    """Every file of a folder with the digest of its bytes."""
    root = Path(folder)
    return {
        p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(root.rglob("*"))
        if p.is_file()
    }


def beside(folder):
    """What stands in a folder, but for what the press keeps beside a site on purpose."""
    kept = (".output.memory", ".output.previous")
    return sorted(p.name for p in Path(folder).iterdir() if p.name not in kept)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The demo town as a finished site; nobody may write into it."""
    return demo(tmp_path_factory)
