"""A memory that may not be believed or written: another key, another owner, nobody's right."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from tests.memory.hostile.pendulum import PAGE, TEXT
from tests.press.same import builds, town
from tests.press.same.builds import replaced


@pytest.mark.parametrize(
    "circumstances",
    [
        {"GONGKAI_KEY": "another"},
        {"XDG_STATE_HOME": "/dev/null"},
        {"XDG_STATE_HOME": None, "HOME": "/dev/null"},
    ],
    ids=["another key", "no state folder", "no home"],
)
def test_the_key_is_another_or_cannot_be_kept(site, circumstances):
    site.swing(**circumstances)
    site.swing()


@pytest.fixture
def unwritable():
    """A site whose memory is right and may be read, and written by nobody; how to build it."""
    with tempfile.TemporaryDirectory(prefix="gongkai-memory-") as name:
        folder = Path(name)
        content, output = town.write(folder / "content"), folder / "output"

        def build(*words):
            place = ("--content", content, "--output", output)
            before = builds.as_nobody()
            done = builds.command("site", *place, *words, before=before, GONGKAI_KEY="ours")
            assert done.returncode == 0, done.stderr
            return builds.site(output)

        builds.given_to_nobody(folder)
        files, memory = build(), builds.memory(output)
        os.chmod(memory, 0o444)
        os.chown(memory, os.geteuid(), os.getegid())
        yield content, output, files, build


def test_read_only(unwritable, anew, tmp_path):
    content, _, _, build = unwritable
    replaced(content / "items/fgw/2025/00002.md", *TEXT)
    (content / f"items/{PAGE}.md").unlink()
    clean = anew.site(content, tmp_path / "clean")
    assert builds.differences(build(), clean.files) == []
    assert builds.differences(build(), clean.files) == []


def test_no_cache_believes_nothing(unwritable):
    """Even a memory that is right and cannot be emptied: content changed in place is mended."""
    _, output, files, build = unwritable
    page = output / "item/990700036/2025-00001.html"
    stat = page.stat()
    with page.open("r+b") as file:
        file.write(b"\0")
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert builds.differences(build("--no-cache"), files) == []
