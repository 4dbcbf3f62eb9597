"""What the user who builds may not read or write: nothing is left out in silence."""

import os
from contextlib import contextmanager

import pytest

from tests.press.faults import hands

NOBODY = 65534
AS_ANYBODY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""To root, permissions mean nothing; without its capabilities they do, as to any other user."""


@pytest.fixture
def prefix():
    """The words before a command that make permissions count."""
    if os.geteuid():
        return ()
    able = hands.call([*AS_ANYBODY, *hands.PLUGINS, "--help"])
    if able.returncode:
        pytest.fail(f"nobody but root can run the project: {able.stderr}")
    return AS_ANYBODY


@contextmanager
def forbidden(path, mode=0):
    """A file or folder of another user's that is not for us."""
    before = path.stat()
    path.chmod(mode)
    if not os.geteuid():
        os.chown(path, NOBODY, NOBODY)
    yield
    os.chown(path, before.st_uid, before.st_gid)
    path.chmod(before.st_mode)


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("items/fgw", ()),
        ("items/fgw/2021", ()),
        ("items/fgw/2021", ("--no-cache",)),
        ("items/fgw/2026/00001.md", ()),
        ("registry", ()),
        ("registry/site.toml", ()),
    ],
)
def test_what_cannot_be_read_is_named_and_stops_the_build(town, prefix, name, more):
    with forbidden(town.content / name):
        done = hands.call([*prefix, *town.words("site", *more)])
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert name in done.stderr
    assert hands.whole(town.output) == town.old
    assert hands.beside(town.output) == []


def test_a_place_that_may_not_be_written(town, prefix):
    town.edit()
    with forbidden(town.folder, 0o555):
        done = hands.call([*prefix, *town.words()])
    assert done.returncode == 3, done.stderr
    assert "写不进" in hands.one(done.stderr)
    assert hands.whole(town.output) == town.old
    assert hands.call([*prefix, *town.words()]).returncode == 0
    assert hands.whole(town.output) == town.new


@pytest.mark.parametrize("left", [".output.lock", ".output.previous/item/x.html"])
def test_what_another_user_left_behind_is_in_nobodys_way(town, prefix, left):
    """Somebody else built once: a lock that nobody holds, a site before the last."""
    town.edit()
    path = town.folder / left
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o644)
    if prefix:
        for made in (path, *path.parents):
            if made != town.folder and town.folder in made.parents:
                os.chown(made, NOBODY, NOBODY)
    done = hands.call([*prefix, *town.words()])
    assert done.returncode == 0, done.stderr
    assert hands.whole(town.output) == town.new
