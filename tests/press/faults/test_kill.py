"""Ctrl-C, TERM and KILL at any moment: the site is the old one or the new one, and the next run heals."""

import os
import random
import signal
import sys
import time

import pytest

from tests.press.faults import hands
from tests.press.faults.conftest import Town

DRIVER = hands.ROOT / "tests/press/faults/driver.py"
SIGNALS = ("SIGINT", "SIGTERM", "SIGKILL")
CHANCE = random.Random(20261122)
MOMENTS = [(SIGNALS[i % 3], (i + CHANCE.random()) / 6) for i in range(6)]
"""A signal, and when it comes, as a part of the duration of a build: spread, and by chance."""

POINTS = [
    ("first", "SIGKILL", "os.mkdir", ".output.fresh-", 0),
    ("first", "SIGINT", "os.mkdir", ".output.staging-", CHANCE.randrange(1, 40)),  # the clone
    ("first", "SIGTERM", "os.rename", ".output.fresh-", CHANCE.randrange(100)),  # new files
    ("first", "SIGKILL", "os.rename", "release.json", 0),  # the manifest
    ("first", "SIGTERM", "ctypes.dlsym", "syncfs", 0),
    ("first", "SIGKILL", "ctypes.dlsym", "renameat2", 0),  # just before the switch
    ("first", "SIGTERM", "os.remove", ".output.lock", 0),
    ("quick", "SIGINT", "os.rename", ".output.previous", 0),
    ("quick", "SIGKILL", "os.rename", ".output.previous", CHANCE.randrange(1, 9)),  # catching up
    ("quick", "SIGINT", "ctypes.dlsym", "renameat2", 0),
    ("quick", "SIGKILL", "shutil.rmtree", ".output.previous", 0),  # just after the switch
    ("quick", "SIGTERM", "shutil.rmtree", ".output.previous", 1),
    ("slow", "SIGKILL", "shutil.rmtree", ".output.previous", CHANCE.randrange(1, 99)),
    ("slow", "SIGTERM", "shutil.rmtree", ".output.previous", CHANCE.randrange(1, 99)),
]
"""How the site stands, a signal, and the file event before which it comes: see driver.py.

``first`` is the first build after a whole one; at the ``quick`` the press knows how the site
before became the site; at the ``slow`` it has forgotten all and has to take that one away.
"""

ALONE = ("--workers", 1)
"""One process: the same events in the same order in every run."""


def check(town, number, process, mark, said):
    """What must hold at once after a kill."""
    code = hands.status(process.returncode)
    assert code == 128 + number, said
    # A worker that is only just starting may complain that the press has gone.
    assert "Traceback" not in said or "forkserver.py" in said
    assert hands.survivors(mark) == []
    assert hands.whole(town.output) in (town.old, town.new)


def heal(town):
    """The next run: it does all that was to be done and leaves nothing but a site and its memory."""
    done = hands.call(town.words("site", *ALONE))
    assert done.returncode == 0, done.stderr
    assert hands.whole(town.output) == town.new
    assert hands.beside(town.output) == []


@pytest.fixture(scope="module")
def duration(editions, tmp_path_factory):
    """Seconds that the build takes which will be killed, from when it heeds signals."""
    town = editions.again(tmp_path_factory.mktemp("duration") / "town")
    town.edit("甲")
    with hands.started(town.words()) as (process, _):
        hands.wait_until_heeding(process)
        began = time.monotonic()
        assert process.wait(timeout=60) == 0
        return time.monotonic() - began


@pytest.fixture(scope="module")
def twice(editions, tmp_path_factory):
    """The old edition after one more build: there is a site before the site."""
    town = editions.again(tmp_path_factory.mktemp("twice") / "town")
    hands.edit_item(town.content, "一处改动。")
    assert hands.call(town.words("site", *ALONE)).returncode == 0
    return Town(town.folder, hands.whole(town.output), editions.new)


@pytest.mark.parametrize(("name", "part"), MOMENTS, ids=lambda value: str(value)[:5])
def test_killed_at_a_moment(town, duration, name, part):
    number = signal.Signals[name]
    town.edit()
    with hands.started(town.words(), group=True) as (process, mark):
        hands.wait_until_heeding(process)
        time.sleep(duration * part)
        if name == "SIGINT":
            os.killpg(process.pid, number)  # as a terminal does it
        else:
            process.send_signal(number)
        said = process.communicate(timeout=30)[1]
        if process.returncode:  # it may have been faster than the one that was measured
            check(town, number, process, mark, said)
    heal(town)


@pytest.mark.parametrize(("stand", "name", "event", "text", "after"), POINTS)
def test_killed_at_a_point(editions, twice, tmp_path, stand, name, event, text, after):
    town = (editions if stand == "first" else twice).again(tmp_path / "town")
    hands.edit_back(town.content)
    town.edit()
    if stand == "slow":
        (town.folder / ".output.memory").unlink()
    command = [sys.executable, DRIVER, name, event, text, after, *town.words("site", *ALONE)[3:]]
    with hands.started(command) as (process, mark):
        said = process.communicate(timeout=60)[1]
        check(town, signal.Signals[name], process, mark, said)
    heal(town)


BEFORE, BETWEEN, BEHIND = ("/output', '", 0), ("/output', -1", 0), ("/output', -1", 1)
"""Where two folders cannot be exchanged: before the old site is moved away, before the new one
comes in its place, and after that. See driver.py."""


def kill_at(town, point, verb="site"):
    """A build killed while folders are moved one after the other, not exchanged in one step."""
    words = ["TWOSTEP", "SIGKILL", "os.rename", *point]
    command = [sys.executable, DRIVER, *words, *town.words(verb, *ALONE)[3:]]
    with hands.started(command) as (process, mark):
        said = process.communicate(timeout=60)[1]
        assert process.returncode == -signal.SIGKILL, said
        assert hands.survivors(mark) == []
    assert town.output.exists() is (point != BETWEEN)


@pytest.mark.parametrize("point", [BEFORE, BETWEEN, BEHIND])
def test_killed_where_folders_cannot_be_exchanged(town, point):
    """The old site may be out of its place for an instant; the next run heals that, too."""
    town.edit()
    kill_at(town, point)
    heal(town)


def test_an_old_site_is_put_back_even_by_a_run_that_refuses(town):
    town.edit()
    kill_at(town, BETWEEN)
    (town.content / "items/fgw/2026/00001.md").write_text("坏了", encoding="utf-8")
    assert hands.call(town.words("site", *ALONE)).returncode == 1
    assert hands.whole(town.output) == town.old


def test_the_release_log_goes_on_after_a_kill(town):
    """The log stands in the site; a site that is out of its place must not cost it."""
    hands.publishable(town.content)
    log = town.output / "releases.jsonl"
    assert hands.call(town.words("publish", *ALONE)).returncode == 0
    town.old, lines = hands.whole(town.output), log.read_bytes()
    town.edit()
    kill_at(town, BETWEEN, "publish")
    for serial in range(1, 5):
        item = ["withdraw", f"990700036/2021-{serial:05d}", "--content", town.content]
        why = ["--output", town.output, "--reason", "机构撤并", "--basis", "市政府令第1号第二条"]
        done = hands.call([*hands.PLUGINS, *item, *why, "--no-content"])
        assert done.returncode == 0, done.stderr
    done = hands.call(town.words("publish", "--allow-shrink", "机构撤并", *ALONE))
    assert done.returncode == 0, done.stderr
    assert log.read_bytes().startswith(lines)
    assert log.read_bytes().count(b"\n") == 2


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("where", ["settings", "room"])
def test_plain_pelican_killed(town, tmp_path, name, where):
    """Pelican by itself ends an interrupted build with 0."""
    kill = f"import os, signal\nos.kill(os.getpid(), signal.{name})\n"
    room = f"def plan(corpus, build):\n    yield from ()\n    {kill.replace(chr(10), '; ', 1)}"
    (tmp_path / "odd.py").write_text(room, encoding="utf-8")
    conf = tmp_path / "conf.py"
    paths = [str(hands.ROOT), str(tmp_path)]
    lines = f"import sys\nsys.path[:0] = {paths!r}\nfrom pelicanconf import *\n"
    last = kill if where == "settings" else "import odd\nROOMS = [*ROOMS, odd]\n"
    conf.write_text(lines + last, encoding="utf-8")
    town.edit()
    done = hands.call([*hands.PELICAN, town.content, "-s", conf, "-o", town.output])
    assert hands.status(done.returncode) == 128 + signal.Signals[name]
    assert hands.whole(town.output) == town.old
    assert hands.beside(town.output) == []
