"""Two builds at once, and an older one after a newer: the site is whole and the newer stays."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.press.faults import hands

ALONE = ("--workers", 1)
DRIVER = hands.ROOT / "tests/press/faults/driver.py"


@contextmanager
def stopped(town, event, text, verb="site"):
    """A build that holds still at a file event (see driver.py) until it is sent SIGCONT."""
    words = [*town.words(verb, *ALONE)[3:]]
    with hands.started([sys.executable, DRIVER, "SIGSTOP", event, text, 0, *words]) as (process, _):
        state = os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        assert state.si_code == os.CLD_STOPPED
        yield process


@pytest.mark.parametrize(
    ("event", "text"),
    [("os.mkdir", ".output.fresh-"), ("ctypes.dlsym", "renameat2"), ("os.remove", ".output.lock")],
)
def test_a_second_build_is_told_to_wait(town, event, text):
    town.edit()
    with stopped(town, event, text) as first:
        before = hands.digests(town.output)
        second = hands.call(town.words("site", "--no-cache"))
        assert second.returncode == 3
        assert "另一次生成" in hands.one(second.stderr)
        assert hands.digests(town.output) == before
        first.send_signal(signal.SIGCONT)
        said = first.communicate(timeout=60)[1]
        assert first.returncode == 0, said
    assert hands.whole(town.output) == town.new
    assert hands.beside(town.output) == []


def test_many_builds_at_once(town):
    """Whoever comes first, the site is whole, and nobody says anything but yes or wait."""
    town.edit()
    with (
        hands.started(town.words()) as (one, _),
        hands.started(town.words()) as (two, _),
        hands.started(town.words()) as (three, _),
    ):
        for process in (one, two, three):
            said = process.communicate(timeout=120)[1]
            assert process.returncode in (0, 3), said
            assert process.returncode == 0 or "另一次生成" in hands.one(said)
        assert 0 in (one.returncode, two.returncode, three.returncode)
    assert hands.whole(town.output) == town.new
    assert hands.beside(town.output) == []


def test_what_was_read_first_is_not_published_last(town):
    """One build has read the old text; before it takes the lock, another publishes the new one."""
    path = town.content / "items/fgw/2026/00001.md"
    good = path.read_text(encoding="utf-8")
    hands.edit_item(town.content, "不该公开的内容。")
    with stopped(town, "open", ".output.lock") as first:
        path.write_text(good.replace("23.6", "23.7"), encoding="utf-8")
        assert hands.call(town.words("site", *ALONE)).returncode == 0
        newer = hands.whole(town.output)
        first.send_signal(signal.SIGCONT)
        said = first.communicate(timeout=60)[1]
    assert hands.whole(town.output) == newer
    assert first.returncode in (3, 4), said


@pytest.mark.parametrize("again", [False, True], ids=["alone", "with another build"])
def test_a_text_that_changes_after_it_was_checked(town, again):
    """It does not come into the site by the build that has not checked it, and the press does not
    take its page for that of the text before."""
    path = town.content / "items/fgw/2026/00001.md"
    hands.edit_item(town.content, "甲。")
    good = path.read_text(encoding="utf-8")
    with stopped(town, "open", ".output.lock") as first:
        hands.edit_item(town.content, "乙。")
        if again:
            assert hands.call(town.words("site", *ALONE)).returncode == 0
        before = hands.whole(town.output)
        first.send_signal(signal.SIGCONT)
        said = first.communicate(timeout=60)[1]
    assert hands.whole(town.output) == before
    assert first.returncode in (3, 4) or again, said
    path.write_text(good, encoding="utf-8")
    assert hands.call(town.words("site", *ALONE)).returncode == 0
    (page,) = town.output.glob("item/*/2026-00001.html")
    text = page.read_text(encoding="utf-8")
    assert ("甲。" in text, "乙。" in text) == (True, False)


def test_two_publications_at_once_are_two_lines_of_the_log(town):
    """Two machines publish to one place: neither takes the other's line out of the release log."""
    hands.publishable(town.content)
    shutil.copytree(town.content, town.folder / "other")
    shutil.rmtree(town.folder / "other/items/fgw/2021")
    log = town.output / "releases.jsonl"
    with stopped(town, "open", ".output.lock", "publish") as first:
        words = ["--content", town.folder / "other", "--output", town.output, *ALONE]
        done = hands.call([*hands.PLUGINS, "publish", *words, "--allow-shrink", "另一份"])
        assert done.returncode == 0, done.stderr
        lines = log.read_bytes()
        assert lines.count(b"\n") == 1
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=60)
    assert log.read_bytes().startswith(lines)
    hands.whole(town.output)


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@shili.example", *map(str, words)]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_an_older_commit_never_replaces_a_newer(town, tmp_path):
    git(town.folder, "init", "-q", "-b", "main")
    git(town.folder, "add", "content")
    git(town.folder, "commit", "-qm", "old")
    old = git(town.folder, "rev-parse", "HEAD")
    git(tmp_path, "clone", "-q", town.folder, "clone")
    town.edit()
    git(town.folder, "commit", "-qam", "new")
    assert hands.call(town.words()).returncode == 0
    newer = hands.whole(town.output)

    git(tmp_path / "clone", "fetch", "-q")  # it knows of the new one and stands at the old
    words = ["site", "--content", tmp_path / "clone/content", "--output", town.output]
    done = hands.call([*hands.PLUGINS, *words])
    assert done.returncode == 3
    assert old[:12] in hands.one(done.stderr)
    assert "--allow-older" in done.stderr
    assert hands.whole(town.output) == newer

    done = hands.call([*hands.PLUGINS, *words, "--allow-older"])
    assert done.returncode == 0, done.stderr
    assert hands.whole(town.output) != newer
    assert f'"{old}"' in (town.output / "release.json").read_text(encoding="utf-8")


def test_a_shallow_clone_that_cannot_tell_replaces_nothing(town, tmp_path):
    git(town.folder, "init", "-q", "-b", "main")
    git(town.folder, "add", "content")
    git(town.folder, "commit", "-qm", "old")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{town.folder}", "clone")
    town.edit()
    git(town.folder, "commit", "-qam", "new")
    assert hands.call(town.words()).returncode == 0
    newer = hands.whole(town.output)

    words = ["site", "--content", tmp_path / "clone/content", "--output", town.output]
    done = hands.call([*hands.PLUGINS, *words])
    assert done.returncode == 3
    assert "git fetch --unshallow" in hands.one(done.stderr)
    assert hands.whole(town.output) == newer

    git(tmp_path / "clone", "fetch", "-q", "--depth", "1")  # it knows both and not their order
    done = hands.call([*hands.PLUGINS, *words])
    assert done.returncode == 3
    assert hands.whole(town.output) == newer

    git(tmp_path / "clone", "reset", "-q", "--hard", "origin/main")
    assert hands.call([*hands.PLUGINS, *words]).returncode == 0


def test_a_lock_that_nobody_holds_is_no_lock(town):
    town.edit()
    lock = town.output.with_name(".output.lock")
    lock.write_text("12345\n", encoding="utf-8")
    with lock.open() as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        assert hands.call(town.words("site", *ALONE)).returncode == 3
    assert hands.whole(town.output) == town.old
    assert hands.call(town.words("site", *ALONE)).returncode == 0
    assert hands.whole(town.output) == town.new
    assert hands.beside(town.output) == []
