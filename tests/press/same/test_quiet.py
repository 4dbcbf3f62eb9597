"""What makes a run stop at a glance is what the last run left, and nothing less."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from plugins import quiet
from tests.press.same import builds, town
from tests.press.same.builds import replaced

EDIT = ("第2号报告的正文。", "改过的正文。")
TEXT = "items/fgw/2025/00002.md"


def test_an_edit_that_plain_pelican_built_is_taken_back(kept, content, tmp_path):
    output = tmp_path / "output"
    first = kept.site(content, output)
    replaced(content / TEXT, *EDIT)
    assert kept.pelican(content, output, builds.ROOT / "pelicanconf.py") != first.files
    replaced(content / TEXT, *reversed(EDIT))
    assert builds.differences(first.files, kept.site(content, output).files) == []


def test_a_preview_after_a_publication_is_a_preview(kept, content, tmp_path):
    """Both verbs write to one OUTPUT unless told otherwise."""
    output = tmp_path / "output"
    kept.site(content, output)
    done = kept.run("publish", "--content", content, "--output", output)
    assert done.returncode == 0, done.stderr
    assert (output / "index.html.gz").exists()
    files = kept.site(content, output).files
    assert [a for a in files if a.endswith(".gz")] == []
    assert '"publish": false' in (output / "release.json").read_text(encoding="utf-8")


LATE = """
import sys
from pathlib import Path
from plugins.verbs import site_
path, old, new, *words = sys.argv[1:]
build = site_._build
def late(*given):
    found = build(*given)
    text = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(text.replace(old, new), encoding="utf-8")
    return found
site_._build = late
sys.argv = ["plugins", *words]
from plugins.__main__ import run
run()
"""


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("guide/zfb.md", "不收取费用。", "不收取任何费用。"),
        ("registry/bodies.toml", '"示例市民政局"', '"示例市民政和社会事务局"'),
        (TEXT, *EDIT),
    ],
    ids=["guide", "registry", "item"],
)
def test_an_edit_at_the_last_moment_of_a_build_is_built_by_the_next(
    kept, clean, content, tmp_path, path, old, new
):
    output = tmp_path / "output"
    words = [content / path, old, new, "site", "--content", content, "--output", output]
    command = [sys.executable, "-c", LATE, *map(str, words)]
    env = builds.environment(tmp_path / "state")
    done = subprocess.run(
        command, cwd=builds.ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    mine = kept.site(content, output, XDG_STATE_HOME=str(tmp_path / "state"))
    assert builds.differences(mine.files, clean(content).files) == []


@pytest.fixture
def request_(content, tmp_path, monkeypatch):
    """A request whose settings file takes in another one, as publishconf.py does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(builds.EPOCH))
    town.put(tmp_path / "conf/pelicanconf.py", "ROOMS = []\n")
    town.put(tmp_path / "conf/publishconf.py", "from pelicanconf import *\nPUBLISH = True\n")
    town.put(tmp_path / "theme/templates/base.html", "<html>")
    town.put(tmp_path / "theme/strings/zh-CN.toml", "a = 1\n")
    town.put(tmp_path / "theme/static/a.png", b"png")
    settings, theme = tmp_path / "conf/publishconf.py", tmp_path / "theme"
    return quiet.Request(str(content), str(tmp_path / "output"), str(settings), str(theme))


@pytest.mark.parametrize(
    "path",
    [
        *("content/items/fgw/2025/00002.md", "content/guide/zfb.md", "content/registry/site.toml"),
        *("content/items/fgw/2026/00001/进度表.pdf", "content/rules/zfb/baomi-shencha.md"),
        *("content/baseline.json", "content/releases.jsonl", "content/items/x", "theme/x"),
        *("content/requests/2025.csv", "content/activities/2025.csv"),
        *("theme/templates/base.html", "theme/strings/zh-CN.toml", "theme/static/a.png"),
        *("conf/publishconf.py", "conf/pelicanconf.py"),
    ],
)
def test_every_file_that_a_site_follows_from_counts(request_, tmp_path, path):
    before = quiet.look(request_).inputs
    assert quiet.look(request_).inputs == before
    town.put(tmp_path / path, b"# other\n")
    assert quiet.look(request_).inputs != before


@pytest.mark.parametrize("what", ["day", "moved", "removed", "renamed", "link", "rights"])
def test_other_circumstances_count(request_, content, tmp_path, monkeypatch, what):
    before = quiet.look(request_).inputs
    page = content / TEXT
    if what == "day":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(builds.EPOCH + builds.DAY))
    elif what == "moved":
        content.rename(tmp_path / "moved")
        (tmp_path / "moved").rename(content)
        page.rename(content / "items/fgw/2024.md")
    elif what == "removed":
        page.unlink()
    elif what == "renamed":
        page.rename(page.with_name("00009.md"))
    elif what == "link":
        page.rename(tmp_path / "away.md")
        page.symlink_to(tmp_path / "away.md")
    else:
        os.chmod(content / "items/fgw/2026/00001/进度表.pdf", 0o600)
    assert quiet.look(request_).inputs != before


def test_the_hour_does_not_count(request_, monkeypatch):
    before = quiet.look(request_).inputs
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(builds.EPOCH + 3600))
    assert quiet.look(request_).inputs == before
