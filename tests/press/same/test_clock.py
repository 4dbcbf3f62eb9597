"""A machine whose clock is decades off: the bytes are of the day that was named, or none are made."""

import json
import subprocess
from pathlib import Path

import pytest

from tests import tools
from tests.press.same import builds, town

CLOCKS = ["1970-01-01 00:00:30", "2099-12-31 12:00:00"]


def at(clock, content, output, verb="site", **env):
    """A verb that builds, on a machine that takes it to be ``clock``."""
    words = (verb, "--content", content, "--output", output, "--workers", 2)
    preload = {"LD_PRELOAD": tools.faketime(), "FAKETIME": f"@{clock}", "TZ": "UTC"}
    return builds.command(*words, **preload, **env)


@pytest.fixture(scope="module")
def reference(tmp_path_factory, anew):
    folder = tmp_path_factory.mktemp("reference")
    content = town.write(folder / "content")
    return content, anew.site(content, folder / "output").files


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_day_that_is_named_counts(reference, tmp_path, clock):
    """Built clean and again: what is remembered carries no times of another clock either."""
    content, expected = reference
    output = tmp_path / "output"
    for _ in range(2):
        done = at(clock, content, output)
        assert done.returncode == 0, done.stderr
        assert builds.differences(expected, builds.site(output)) == []


def test_a_site_that_was_built_by_a_clock_ahead_and_then_by_one_behind(reference, tmp_path):
    content, expected = reference
    for clock in reversed(CLOCKS):
        at(clock, content, tmp_path / "output", SOURCE_DATE_EPOCH=None)
    done = at(CLOCKS[0], content, tmp_path / "output")
    assert done.returncode == 0, done.stderr
    assert builds.differences(expected, builds.site(tmp_path / "output")) == []


@pytest.mark.parametrize("clock", CLOCKS)
def test_without_a_named_day_the_clock_is_believed_where_nothing_speaks_against_it(
    reference, tmp_path, clock
):
    done = at(clock, reference[0], tmp_path / "output", SOURCE_DATE_EPOCH=None)
    assert done.returncode == 0, done.stderr
    facts = json.loads(Path(tmp_path, "output/release.json").read_bytes())
    assert facts["day"] == clock[:10]


def test_nothing_is_published_by_a_clock_that_is_before_the_last_commit(reference, tmp_path):
    content = town.write(tmp_path / "content")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "条目"]):
        who = ["-c", "user.name=甲", "-c", "user.email=a@example.cn"]
        subprocess.run(["git", *who, "-C", content, *words], check=True)
    output = tmp_path / "output"
    done = at(CLOCKS[0], content, output, "publish", SOURCE_DATE_EPOCH=None)
    assert done.returncode == 3
    assert "本机的日期是1970-01-01，早于最近一次提交的20" in done.stderr
    assert "校准时钟" in done.stderr
    assert not output.exists()
    assert at(CLOCKS[0], content, output, "publish").returncode == 0
