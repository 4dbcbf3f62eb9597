"""A disk that is full at any moment, that may not be written, or that takes no more files."""

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.press.faults import hands
from tests.press.faults.conftest import Town

BLOCK = 4096
SIZES = [part / 10 for part in range(10)]
"""How much of the room that a build needs is there."""

ALONE = ("--workers", 1)


@dataclass
class Disk:
    """A small disk of its own, which only commands run by ``call`` can see as ``folder``."""

    keeper: int  # a process in whose namespace it is mounted
    folder: Path

    @property
    def seen(self):
        """The same folder from outside, for the tests to look at."""
        return Path(f"/proc/{self.keeper}/root{self.folder}")

    def call(self, command):
        enter = ["nsenter", "-t", self.keeper, "-m", "sh", "-c", 'cd "$0" && exec "$@"']
        return hands.call([*enter, hands.ROOT, *command])

    def remount(self, options):
        done = self.call(["mount", "-o", f"remount,{options}", self.folder])
        assert done.returncode == 0, done.stderr

    def used(self):
        """Blocks and files in use."""
        done = self.call(["stat", "-f", "-c", "%b %f %c %d", self.folder])
        blocks, free, files, rest = map(int, done.stdout.split())
        return blocks - free, files - rest


@contextmanager
def disk(folder, options):
    """A disk with the options of ``mount``, as long as the context lasts."""
    folder.mkdir()
    script = 'mount -t tmpfs -o "$1" tmpfs "$0" && echo mounted && exec sleep 900'
    command = ["unshare", "-m", "sh", "-c", script, str(folder), options]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as keeper:
        try:
            if keeper.stdout.readline() != "mounted\n":
                pytest.fail(f"no disk to fill: {keeper.stderr.read()} → run the tests as root")
            yield Disk(keeper.pid, folder)
        finally:
            keeper.kill()


@pytest.fixture
def small_disk(editions, tmp_path):
    """The old edition as a site on a disk, edited so that every page has to be written."""
    with disk(tmp_path / "disk", f"size={2000 * BLOCK},nr_inodes=4000") as mounted:
        shutil.copytree(editions.folder, mounted.seen / "town")
        town = Town(mounted.folder / "town", editions.old, editions.new)
        seen = Town(mounted.seen / "town", editions.old, editions.new)
        seen.edit()
        yield mounted, town, seen


def needed(seen):
    """The blocks that the files of the new edition take which are not in the old one."""
    new = seen.new.items() - seen.old.items()
    old = seen.output
    return sum(
        -(-(old / address).stat().st_size // BLOCK)
        for address, _ in new
        if (old / address).exists()
    )


def refused(done, seen):
    """What must hold after a build that found no room."""
    assert done.returncode == 3, done.stderr
    assert "写不进" in hands.one(done.stderr)
    assert hands.whole(seen.output) == seen.old
    assert hands.beside(seen.output) == []


def test_full_at_ten_sizes(small_disk):
    mounted, town, seen = small_disk
    need = needed(seen)
    for turn, part in enumerate(SIZES):
        mounted.remount(f"size={(mounted.used()[0] + int(part * need)) * BLOCK}")
        refused(mounted.call(town.words("site", "--workers", turn % 2)), seen)
    mounted.remount(f"size={3000 * BLOCK}")
    done = mounted.call(town.words())
    assert done.returncode == 0, done.stderr
    assert hands.whole(seen.output) == seen.new
    assert hands.beside(seen.output) == []


@pytest.mark.parametrize("spare", [0, 1, 250])
def test_no_more_files(small_disk, spare):
    mounted, town, seen = small_disk
    mounted.remount(f"nr_inodes={mounted.used()[1] + spare}")
    refused(mounted.call(town.words()), seen)
    mounted.remount("nr_inodes=4000")
    assert mounted.call(town.words("site", *ALONE)).returncode == 0
    assert hands.whole(seen.output) == seen.new


def test_read_only(small_disk):
    mounted, town, seen = small_disk
    mounted.remount("ro")
    refused(mounted.call(town.words("site", *ALONE)), seen)
    mounted.remount("rw")
    assert mounted.call(town.words("site", *ALONE)).returncode == 0
    assert hands.whole(seen.output) == seen.new


def test_a_first_site_on_a_full_disk(editions, tmp_path):
    """Nothing half is left where nothing was."""
    with disk(tmp_path / "disk", f"size={100 * BLOCK}") as mounted:
        words = [
            "site",
            "--content",
            editions.content,
            "--output",
            mounted.folder / "output",
        ]
        done = mounted.call([*hands.PLUGINS, *words])
        assert done.returncode == 3
        assert "写不进" in hands.one(done.stderr)
        left = {p.name for p in mounted.seen.iterdir()}
        assert left <= {".output.memory"}


def test_a_report_that_cannot_be_written(town):
    with open("/dev/full", "w") as full:
        words = [*hands.PLUGINS, "check", "--content", town.content, "--format", "json"]
        done = subprocess.run(
            list(map(str, words)), cwd=hands.ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert "写不出结果" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("most", [0, 20_000])
def test_no_file_may_be_so_large(town, most):
    """A limit of the user's: ``ulimit -f``, in bytes."""
    town.edit()
    done = hands.call(["prlimit", f"--fsize={most}", *town.words()])
    refused(done, town)
    assert hands.call(town.words("site", *ALONE)).returncode == 0
    assert hands.whole(town.output) == town.new
