"""One edit touches few files; no edit touches none, whatever became of inodes and times."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from tests.press.same import builds, town
from tests.press.same.builds import replaced

CLOSING = {"SHA256SUMS", "release.json"}


@pytest.fixture
def built(kept, content, tmp_path):
    """A town that was built once: its site, and what stands there."""
    output = tmp_path / "output"
    return output, kept.site(content, output)


def touched(before, after):
    """The files that are others than before: by inode or by the time of their content."""
    return {a for a in before.keys() | after.keys() if before.get(a) != after.get(a)}


def files(found, built):
    """Without folders, whose times change with any file in them."""
    return {a for a in found if a in built.files}


def test_a_word_of_a_text_changes_its_page_and_what_is_searched(kept, content, built):
    output, first = built
    before = builds.marks(output)
    replaced(content / "items/fgw/2025/00002.md", "第2号报告的正文。", "改过的正文。")
    second = kept.site(content, output)
    expected = {"item/990700036/2025-00002.html", "search/data.js", *CLOSING}
    assert set(builds.differences(first.files, second.files)) == expected
    assert files(touched(before, builds.marks(output)), second) == expected
    assert (second.written, second.outcome["removed"]) == (4, 0)


def test_the_newest_of_all_items_writes_no_more_than_forty_files(kept, content, built):
    output, first = built
    before = builds.marks(output)
    town.item(content, "fgw/2026/00003", "新报告", date="成文日期: 2026-11-20")
    second = kept.site(content, output)
    changed = builds.differences(first.files, second.files)
    assert second.written == len(changed) <= 40
    assert files(touched(before, builds.marks(output)), second) == {
        a.removeprefix("+") for a in changed
    }
    closed = [a for a in changed if "/2025-" in a or a.startswith("feeds/all-")]
    assert closed == []


def test_what_is_gone_is_taken_away_with_its_folder(kept, content, built):
    output, _ = built
    shutil.rmtree(content / "items/fgw/2026/00001")
    (content / "items/fgw/2026/00001.md").unlink()
    path = content / "items/fgw/2026/00002.md"
    replaced(path, "[重点项目进度报告](990700036/2026-00001)", "重点项目进度报告")
    done = kept.site(content, output)
    assert done.outcome["removed"] >= 4  # the page, its code, both files and the small picture
    assert not [a for a in done.files if a.startswith("item/990700036/2026-00001")]
    assert [p for p in output.rglob("*") if p.is_dir() and not any(p.iterdir())] == []


def test_a_second_run_writes_nothing_at_all_and_says_the_same(kept, content, built, tmp_path):
    output, first = built
    before, beside = builds.marks(tmp_path), builds.memory(output).read_bytes()
    parent = tmp_path.stat().st_mtime_ns
    second = kept.site(content, output)
    assert builds.marks(tmp_path) == before
    assert tmp_path.stat().st_mtime_ns == parent  # no lock, no folder came and went
    assert builds.memory(output).read_bytes() == beside
    assert second.findings == first.findings != ""
    told = ("items", "pages", "attachments", "files", "findings")
    assert [second.outcome[n] for n in told] == [first.outcome[n] for n in told]
    assert (second.written, second.outcome["removed"]) == (0, 0)
    assert second.outcome["skipped"] == len(first.files)


def test_new_times_of_all_files_write_nothing(kept, content, built):
    output, first = built
    before = builds.marks(output)
    for path in content.rglob("*"):
        os.utime(path, (1, 1))
    second = kept.site(content, output)
    assert builds.marks(output) == before
    assert second.written == second.outcome["removed"] == 0
    assert second.findings == first.findings


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@shili.example", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_a_fresh_clone_writes_nothing(kept, content, tmp_path):
    """As in CI: the same commit, other times and inodes, at the same place and at another."""
    source, output = tmp_path / "source", tmp_path / "output"
    shutil.copytree(content, source / "content")
    git(source, "init", "-q", "-b", "main")
    git(source, "add", "-A")
    git(source, "commit", "-qm", "town")
    places = (tmp_path / "work", tmp_path / "work", tmp_path / "elsewhere")
    runs = []
    for place in places:
        shutil.rmtree(place, ignore_errors=True)
        git(tmp_path, "clone", "-q", str(source), str(place))
        runs.append((kept.site(place / "content", output).written, builds.marks(output)))
    (_, first), *others = runs
    assert others == [(0, first)] * 2
