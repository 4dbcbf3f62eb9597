"""What a room may not do: take another's address, take one twice, leave the site."""

from __future__ import annotations

import pytest

from tests.press.same import builds

ROOM = """
import types
from plugins.plan import Batch, Blob
def make(*addresses):
    return [Blob(address, b"x") for address in addresses]
def plan(corpus, build):
    {plan}
WORKERS = 1  # no other process knows this module
ROOMS = [*ROOMS, types.SimpleNamespace(__name__="plugins.twin", plan=plan)]
"""


def built(kept, content, output, folder, plan):
    """A run of Pelican with one room more; what it said, in one line."""
    conf = folder / "conf.py"
    head = f"import sys\nsys.path.insert(0, {str(builds.ROOT)!r})\nfrom pelicanconf import *\n"
    conf.write_text(head + ROOM.format(plan=plan), encoding="utf-8")
    done = kept.run(content, "-s", conf, "-o", output, module="pelican", COLUMNS="4000")
    return done.returncode, (done.stdout + done.stderr).replace("\n", "")


@pytest.mark.parametrize(
    "plan",
    [
        'return [Blob("index.html", b"x")]',
        'return [Batch("b", make, ("index.html",))]',
        'return [Batch("b", make, ("body/fgw/index.html",))]',
    ],
)
def test_two_rooms_at_one_address_are_both_named(kept, content, tmp_path, plan):
    code, said = built(kept, content, tmp_path / "output", tmp_path, plan)
    assert code == 1, said
    assert "GK614" in said
    assert "catalog" in said
    assert "twin" in said
    assert not (tmp_path / "output").exists()


def test_one_room_twice_at_one_address_is_named(kept, content, tmp_path):
    plan = 'return [Batch("a", make, ("x/y.html",)), Batch("b", make, ("x/y.html",))]'
    code, said = built(kept, content, tmp_path / "output", tmp_path, plan)
    assert code == 1, said
    assert "x/y.html" in said


@pytest.mark.parametrize("address", ["../escaped", "../../escaped", "a/../../b", "a//b", ""])
def test_no_batch_leaves_the_site(kept, content, tmp_path, address):
    (tmp_path / "inner").mkdir()
    plan = f'return [Batch("b", make, ({address!r},))]'
    code, said = built(kept, content, tmp_path / "inner/output", tmp_path, plan)
    assert code == 70, said
    assert "不在网站之内" in said
    assert not list(tmp_path.rglob("escaped*"))
    assert not (tmp_path / "inner/output").exists()
