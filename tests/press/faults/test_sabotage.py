"""One room that lies in one place: the auditor finds it, and the old site stays."""

import pytest

from tests.press.faults import hands

SETTINGS = f"""
import sys
sys.path[:0] = [{str(hands.ROOT)!r}, {str(hands.ROOT / "tests/press/faults")!r}]
from pelicanconf import *
import saboteur
ROOMS = [saboteur if room.__name__ == "plugins.catalog" else room for room in ROOMS]
WORKERS = 1
"""


@pytest.mark.parametrize(
    ("kind", "more"),
    [*((kind, "") for kind in ("drop", "double", "swap", "cut")), ("swap", "NO_CACHE = True\n")],
)
def test_one_fault_in_one_room(town, tmp_path, kind, more):
    conf = tmp_path / "conf.py"
    conf.write_text(SETTINGS + more, encoding="utf-8")
    hands.edit_item(town.content, "一处改动。")
    command = [*hands.PELICAN, town.content, "-s", conf, "-o", town.output]
    done = hands.call(command, GONGKAI_SABOTAGE=kind)
    said = (done.stderr + done.stdout).replace("\n", "")
    assert done.returncode == 4, said
    assert "核对不符" in said
    assert "没有发布" in said
    assert "Traceback" not in said
    assert hands.whole(town.output) == town.old
    assert hands.beside(town.output) == []


def test_the_same_settings_without_a_fault(town, tmp_path):
    """Nothing but the fault is what the auditor found."""
    conf = tmp_path / "conf.py"
    conf.write_text(SETTINGS, encoding="utf-8")
    town.edit()
    command = [*hands.PELICAN, town.content, "-s", conf, "-o", town.output]
    done = hands.call(command, GONGKAI_SABOTAGE="none")
    assert done.returncode == 0, done.stderr
    assert hands.whole(town.output) == town.new
