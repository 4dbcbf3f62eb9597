"""Whatever became of the memory, the site is the one that a build without any memory gives."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import pytest

from plugins import code
from plugins.memory import Memory
from tests.press.same import builds, town
from tests.press.same.builds import replaced

PAGE = "fgw/2025/00005"
TEXT = ("第2号报告的正文。", "第2号报告改过的正文。")


class Pendulum:
    """One site that goes to and fro between two states of CONTENT, in one OUTPUT.

    In the second state a text is another, one item is gone, and one file is another of the same
    size: whoever believes an old memory leaves something of the state before.
    """

    def __init__(self, folder: Path, kept, anew) -> None:
        self.content, self.output = town.write(folder / "content"), folder / "output"
        self.memory = builds.memory(self.output)
        self.marker = folder / "unpickled"
        self.state, self.clean, self.kept = 0, [], kept
        self._item = (self.content / f"items/{PAGE}.md").read_bytes()
        self._file = self.content / "items/fgw/2026/00001/进度表.pdf"
        self._file.write_bytes(town.pdf("2020"))
        for _ in range(2):
            self.clean.append(anew.site(self.content, folder / "clean"))
            builds.forget(folder / "clean")
            self.turn()
        self.old: list[list[tuple]] = [[], []]
        for _ in range(2):
            kept.site(self.content, self.output)
            self.old[self.state] = self.rows()
            self.turn()

    def start(self) -> None:
        """Stand in the first state, from which an item goes."""
        if self.state:
            self.swing()

    def turn(self) -> None:
        """CONTENT goes into its other state."""
        replaced(self.content / "items/fgw/2025/00002.md", TEXT[self.state], TEXT[1 - self.state])
        path = self.content / f"items/{PAGE}.md"
        path.write_bytes(self._item) if self.state else path.unlink()
        self.state = 1 - self.state
        self._file.write_bytes(town.pdf(f"202{self.state}"))
        os.utime(self._file, (1, 1))

    def swing(self, *words: object, **how) -> None:
        """Build the other state; it must be the clean one."""
        self.turn()
        done = self.kept.run(
            "site", "--content", self.content, "--output", self.output, "--json", *words, **how
        )
        assert done.returncode == 0, done.stderr
        clean = self.clean[self.state]
        assert builds.differences(clean.files, builds.site(self.output)) == []
        assert builds.told(done.stderr) == clean.findings
        assert not self.marker.exists(), "something was unpickled"

    def rows(self) -> list[tuple]:
        """Everything in the memory, as it stands there."""
        return self.query("SELECT kind, key, value, seal FROM memory")

    def query(self, words: str, *values: object) -> list[tuple]:
        """Anything in SQL, as somebody who has the file but not the key."""
        with closing(sqlite3.connect(self.memory)) as base, base:
            return base.execute(words, values).fetchall()


@pytest.fixture(scope="module")
def _swinging(tmp_path_factory, kept, anew):
    return Pendulum(tmp_path_factory.mktemp("pendulum"), kept, anew)


@pytest.fixture
def site(_swinging):
    """The site with a good memory of the state it is in."""
    if builds.site(_swinging.output) != _swinging.clean[_swinging.state].files:
        builds.forget(_swinging.output)
    if not _swinging.memory.is_file() or not _swinging.memory.stat().st_size:
        _swinging.memory.unlink(missing_ok=True)
    _swinging.kept.site(_swinging.content, _swinging.output)
    return _swinging


def bomb(marker):
    """What touches ``marker`` for whoever unpickles it."""

    return b"cos\nsystem\n(S'touch %s'\ntR." % os.fsencode(marker)


def test_the_bomb_of_these_tests_goes_off(tmp_path):
    command = [sys.executable, "-c", "import pickle, sys; pickle.load(sys.stdin.buffer)"]
    subprocess.run(command, input=bomb(tmp_path / "marker"), check=True)
    assert (tmp_path / "marker").exists()


@pytest.mark.parametrize("part", [0, 0.001, 0.05, 0.3, 0.6, 0.8, 0.999])
def test_cut_off(site, part):
    data = site.memory.read_bytes()
    site.memory.write_bytes(data[: int(part * len(data))])
    site.swing()


def noise_within(site):
    data = bytearray(site.memory.read_bytes())
    data[8192:] = os.urandom(len(data) - 8192)
    site.memory.write_bytes(data)


def pickled(site):
    site.memory.write_bytes(bomb(site.marker) * 500)


def bombs_with_the_seals_kept(site):
    site.query("UPDATE memory SET value = ?", bomb(site.marker))


def bombs_sealed_without_the_key(site):
    """As by this very code, of another user: their key is not ours."""
    rows = site.rows()
    site.memory.unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GONGKAI_KEY", "not ours")
        with Memory(str(site.memory), code.stamp()) as memory:
            for kind, key, _, _ in rows:
                memory.put(kind, {key: bomb(site.marker)})
            memory.save()


def values_of_other_rows(site):
    """Every row has the value and the seal of its neighbour."""
    rows = site.rows()
    for (kind, key, _, _), (_, _, value, seal) in zip(rows, rows[1:] + rows[:1], strict=True):
        words = "UPDATE memory SET value = ?, seal = ? WHERE kind = ? AND key = ?"
        site.query(words, value, seal, kind, key)


def by_other_code(site):
    """The same rows with the same key, sealed by a version of the code that is not this one."""
    rows = site.rows()
    site.memory.unlink()
    with Memory(str(site.memory), b"other code") as memory:
        for kind, key, value, _ in rows:
            memory.put(kind, {key: value})
        memory.save()


def gone(site):
    site.memory.unlink()


def a_folder(site):
    site.memory.unlink()
    site.memory.mkdir()
    (site.memory / "x").write_bytes(b"x")


def a_link(site):
    """The file is elsewhere and somebody else's: it may be read, it is the right one."""
    other = site.memory.with_name("elsewhere")
    site.memory.rename(other)
    site.memory.symlink_to(other)


def a_link_to_a_device(site):
    site.memory.unlink()
    site.memory.symlink_to("/dev/zero")


def a_pipe(site):
    site.memory.unlink()
    os.mkfifo(site.memory)


def with_a_trigger(site):
    site.query("CREATE TRIGGER t AFTER INSERT ON memory BEGIN DELETE FROM memory; END")


DAMAGES = (
    *(noise_within, pickled, bombs_with_the_seals_kept, bombs_sealed_without_the_key),
    *(values_of_other_rows, by_other_code, gone, a_folder, a_link, a_link_to_a_device, a_pipe),
    *(with_a_trigger,),
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged(site, damage):
    damage(site)
    try:
        site.swing(seconds=60)
    finally:
        for path in (site.memory, site.memory.with_name("elsewhere")):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


KINDS = ("made", "tree", "record", "html", "quiet", "audit")


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_vanishes(site, kind):
    site.start()
    site.query(f"DELETE FROM memory WHERE kind = ? AND {MATTERS}", kind)
    site.swing()


MATTERS = "(key LIKE '%2025-00005%' OR key LIKE '%2025/00005%' OR kind NOT IN ('made', 'record'))"


@pytest.mark.parametrize("kinds", [("made",), ("tree", "quiet", "audit"), ("record", "html")])
def test_old_rows_come_back(site, kinds):
    """Rows that were right once, seal and all, from a copy of the memory made two builds ago."""
    site.start()
    for row in site.old[1 - site.state]:
        if row[0] in kinds:
            site.query("INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?)", *row)
    site.swing()


def test_the_whole_memory_is_an_old_one(site):
    site.query("DELETE FROM memory")
    for row in site.old[1 - site.state]:
        site.query("INSERT INTO memory VALUES (?, ?, ?, ?)", *row)
    site.swing()


def test_the_memory_is_that_of_another_site(site, kept, tmp_path):
    content = town.write(tmp_path / "content")
    replaced(content / "items/fgw/2025/00002.md", TEXT[0], "别处的正文。")
    replaced(content / "registry/site.toml", "示例市人民政府", "别处市人民政府")
    kept.site(content, tmp_path / "output")
    shutil.copy(builds.memory(tmp_path / "output"), site.memory)
    site.swing()


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


def test_locked_by_another_process(site):
    with closing(sqlite3.connect(site.memory, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        site.swing()


@pytest.mark.parametrize("what", ["unlink", "noise"])
def test_lost_in_the_middle_of_a_run(site, what):
    ended = threading.Event()

    def spoil():
        while not ended.wait(0.02):
            with contextlib.suppress(OSError):
                if what == "unlink":
                    site.memory.unlink()
                else:
                    site.memory.write_bytes(os.urandom(5000))

    thread = threading.Thread(target=spoil)
    thread.start()
    try:
        site.swing()
    finally:
        ended.set()
        thread.join()
        site.memory.unlink(missing_ok=True)


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
