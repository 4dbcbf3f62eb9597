"""变更历史: releases as Git has them, compared one with the next."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from plugins import addresses, chronicle, compared
from plugins.manifest.log import Log, append, dump
from plugins.memory import Memory
from plugins.records.numbers import normal_index
from plugins.records.revisions import ATTACHED, PENDING, TEXT, Revision, Told
from plugins.verbs.check_ import command as check
from tests.permanence.repository import Repository
from tests.rules.examples import ITEMS

NUMBER = "990700036/2021-{:05d}".format


@pytest.fixture
def small(tmp_path):
    """Items 1 and 2, each with a file, in a repository; and a log that is written by hand."""
    made = Written(Repository.new(tmp_path / "repository"))
    for serial in (1, 2):
        made.repository.put(serial)
        made.file(serial).parent.mkdir()
        made.file(serial).write_text(f"表{serial}\n", encoding="utf-8")
    made.release("first")
    return made


class Written:
    """A repository whose releases nobody builds: their entries in the log are enough."""

    def __init__(self, repository):
        self.repository, self.log = repository, Log()
        self.content = repository.content
        self.folder = self.content / "items/fgw/2021"

    def file(self, serial):
        return self.folder / f"{serial:05d}/表.txt"

    def path(self, serial):
        return self.folder / f"{serial:05d}.md"

    def more(self, serial, words="\n又。\n"):
        text = self.path(serial).read_text(encoding="utf-8")
        self.path(serial).write_text(text + words, encoding="utf-8")

    def switch(self, branch, *options):
        self.repository.git("checkout", "--quiet", *options, branch)

    def release(self, message, *serials, commit=None):
        """Commit what there is, and release it, a day after the release before."""
        made = self.repository.commit(message)
        day = date(2026, 11, 22) + timedelta(days=len(self.log.entries))
        keys = [NUMBER(n) for n in serials or (1, 2)]
        self.log = append(self.log, keys, day, made if commit is None else commit, "")
        return made

    def told(self, memory=None):
        """What is told of each item of which there is anything to tell."""
        found = compared.revisions(str(self.content), self.log, memory or Memory(""))
        assert not found.unknown
        return {key: told.revisions for key, told in found.of.items() if told.revisions}


def only(release, *parts):
    return {NUMBER(1): (Revision(release, parts),)}


def test_a_file_that_only_moved_did_not_change(small):
    for step in ("00001", "00001.md"):  # in two commits
        moved = step.replace("00001", "00031")
        small.repository.git("mv", str(small.folder / step), str(small.folder / moved))
        small.repository.commit("move")
    assert small.told() == {}
    small.release("moved")
    small.repository.put(1, number="待编", title="草稿")
    small.file(1).parent.mkdir()
    small.file(1).write_text("草稿的表\n", encoding="utf-8")
    small.release("a draft where it was")
    assert small.told() == {}
    small.file(31).write_text("别的表\n", encoding="utf-8")
    small.release("file")
    assert small.told() == only(4, ATTACHED)


def test_what_was_taken_back_before_a_release_is_not_told(small):
    data = small.path(1).read_bytes()
    small.path(1).unlink()
    small.repository.commit("away")
    small.path(1).write_bytes(data)
    small.more(1)
    small.repository.commit("back, and more")
    small.path(1).write_bytes(data)
    small.release("as it was")
    assert small.told() == {}


def test_an_item_that_was_away_for_a_release_is_compared_with_what_it_was(small):
    data = small.path(1).read_bytes()
    small.path(1).unlink()
    small.release("away", 2)
    small.path(1).write_bytes(data)
    small.release("back")
    assert small.told() == {}
    small.path(1).unlink()
    small.release("away again", 2)
    small.path(1).write_bytes(data)
    small.more(1)
    small.release("back with more")
    assert small.told() == only(5, TEXT)


def test_a_version_that_nobody_can_read_is_passed_over(small):
    data = small.path(1).read_bytes()
    small.path(1).write_bytes(b"\xff\xfe<<<<<<< HEAD\n")
    small.release("broken", 2)
    small.path(1).write_bytes(data)
    small.release("mended")
    assert small.told() == {}


def test_a_release_that_went_back_is_told_and_so_is_the_way_forward(small):
    first = small.repository.git("rev-parse", "HEAD")
    small.more(1)
    second = small.release("more")
    small.release("back", commit=first)
    small.release("forward", commit=second)
    turns = tuple(Revision(release, (TEXT,)) for release in (2, 3, 4))
    assert small.told() == {NUMBER(1): turns}


def test_a_release_from_a_branch_is_told_and_so_is_its_end(small):
    small.switch("hot", "-b")
    small.more(1)
    small.release("hotfix")
    small.switch("main")
    small.more(2)
    small.release("main without it")
    assert small.told() == {
        NUMBER(1): (Revision(2, (TEXT,)), Revision(3, (TEXT,))),
        NUMBER(2): (Revision(3, (TEXT,)),),
    }


def test_a_merge_that_goes_back_to_a_side_is_told(small):
    small.switch("side", "-b")
    small.repository.commit("side")
    small.switch("main")
    small.more(1)
    small.release("more")
    small.repository.git("merge", "--quiet", "--no-commit", "--no-ff", "side")
    small.repository.git("checkout", "--quiet", "side", "--", ".")
    small.release("as the side had it")
    assert small.told() == {NUMBER(1): (Revision(2, (TEXT,)), Revision(3, (TEXT,)))}


def test_a_branch_that_was_merged_and_thrown_away_was_never_there(small):
    small.switch("side", "-b")
    small.more(1)
    small.repository.commit("side")
    small.switch("main")
    small.more(2)
    small.repository.commit("main")
    small.repository.git("merge", "--quiet", "--strategy=ours", "--message", "merge", "side")
    small.release("merged")
    assert small.told() == {NUMBER(2): (Revision(2, (TEXT,)),)}


def test_a_copy_that_had_the_number_for_a_while_puts_nothing_on_its_pattern(small):
    shutil.copytree(small.file(1).parent, small.file(7).parent)
    shutil.copy(small.path(1), small.path(7))
    small.more(7)
    small.repository.commit("copied, number and all")
    assert small.told() == {}
    small.repository.put(7, title="另一份报告")
    small.release("its own number", 1, 2, 7)
    assert small.told() == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"形成日期": "2021年1月8日"}, {"形成日期": "2021-01-08"}),
        ({"关键词": "价格、监测"}, {"关键词": "价格；监测"}),
        ({}, {"责任部门": ""}),
    ],
)
def test_another_way_of_writing_is_no_change(small, before, after):
    small.repository.put(1, **before)
    small.release("before")
    known = small.told()
    small.repository.put(1, **after)
    small.release("after")
    assert small.told() == known


def test_a_text_that_is_read_otherwise_has_changed(small):
    small.repository.put(1, 正文格式="text")
    assert small.told() == {}  # not committed
    small.release("literally")
    assert small.told() == only(2, TEXT)


def test_an_item_without_a_number_is_known_by_where_it_came_from(small):
    source = "old/1.html"
    small.repository.put(5, number="待编", 导入来源=source)
    key = addresses.legacy(source)
    commit = small.repository.commit("imported")
    small.log = append(small.log, [NUMBER(1), NUMBER(2), key], date(2026, 11, 23), commit, "")
    small.more(5)
    small.repository.commit("more")
    assert small.told() == {normal_index(key): (Revision(PENDING, (TEXT,)),)}


def test_what_git_has_not_from_the_beginning_is_known_since_then(small, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-12-01T09:00:00+0800")
    small.more(1)
    small.release("more")
    content = tmp_path / "fresh/content"
    shutil.copytree(small.content, content)
    fresh = Repository(tmp_path / "fresh")
    fresh.git("init", "--quiet", "--initial-branch=main")
    commit = fresh.commit("anew")
    told = compared.revisions(str(content), small.log, Memory("")).of
    assert {(t.since, t.revisions) for t in told.values()} == {(PENDING, ())}
    keys = [NUMBER(1), NUMBER(2)]
    log = append(small.log, keys, date(2026, 11, 24), commit, "")
    path = content / "items/fgw/2021/00001.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n还有。\n", encoding="utf-8")
    fresh.commit("more")
    told = compared.revisions(str(content), log, Memory("")).of
    assert told[NUMBER(1)] == Told(3, (Revision(PENDING, (TEXT,)),))
    assert told[NUMBER(2)] == Told(3)


def test_after_history_was_rewritten_days_tell_what_a_release_had(small, monkeypatch):
    for serial, day in ((1, 23), (2, 24)):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"2026-11-{day}T09:00:00+0800")
        small.more(serial)
        small.release(f"more {serial}", commit="0" * 40)
    assert small.told() == {
        NUMBER(1): (Revision(2, (TEXT,)),),
        NUMBER(2): (Revision(3, (TEXT,)),),
    }


def test_a_hook_that_names_its_repository_changes_nothing(small, monkeypatch):
    small.more(1)
    small.release("more")
    known = small.told()
    monkeypatch.setenv("GIT_DIR", str(small.repository.root / ".git"))
    assert small.told() == known == only(2, TEXT)


def test_other_digests_and_grafts_are_as_good(tmp_path):
    repository = Repository(tmp_path / "repository")
    shutil.copytree(ITEMS / "base", repository.content)
    repository.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    made = Written(repository)
    repository.put(1)
    repository.put(2)
    made.release("first")
    made.more(1)
    head = made.release("more")
    made.path(2).unlink()
    made.repository.commit("away")
    (repository.root / ".git/info/grafts").write_text(f"{head}\n", encoding="utf-8")
    assert made.told() == only(2, TEXT)
    assert not chronicle.history(str(made.content)).unknown


def test_what_the_last_run_knew_counts_for_its_commit_and_log_only(small, tmp_path):
    memory = Memory(str(tmp_path / "memory"), b"stamp")
    assert small.told(memory) == {}
    memory.save()
    small.more(1)
    commit = small.repository.commit("text")
    assert small.told(memory) == only(PENDING, TEXT)
    memory.save()
    assert small.told(memory) == only(PENDING, TEXT)
    small.release("more", commit=commit)
    assert small.told(memory) == only(2, TEXT)
    memory.save()
    assert len(memory.names(compared.KIND)) == 1


def unknown(content, log):
    return compared.revisions(str(content), log, Memory("")).unknown


def test_without_git_or_the_whole_of_it_nothing_is_told(small, tmp_path):
    shutil.copytree(small.content, tmp_path / "bare")
    assert unknown(tmp_path / "bare", small.log) == "不在 Git 仓库里，或者还没有提交过"
    source = small.repository.root.as_uri()
    command = ["git", "clone", "--quiet", "--depth=1", source, str(tmp_path / "one")]
    subprocess.run(command, check=True, capture_output=True)
    assert "浅克隆" in unknown(tmp_path / "one/site/content", small.log)
    shutil.copytree(small.content, small.repository.root / "ignored")
    assert unknown(small.repository.root / "ignored", small.log) == "Git 里没有这些条目的提交"


def test_a_released_item_that_git_never_had_is_told(small):
    registry = small.content / "registry/site.toml"
    text = registry.read_text(encoding="utf-8")
    registry.write_text(f"show_history = true\n{text}", encoding="utf-8")
    (small.repository.root / ".gitignore").write_text("00009.md\n", encoding="utf-8")
    small.repository.put(9)
    small.release("nine", 1, 2, 9)
    (small.content / "releases.jsonl").write_bytes(dump(small.log))
    folders = ["--content", str(small.content), "--output", str(small.content.parent / "output")]
    done = CliRunner().invoke(check, [*folders, "--format", "json"])
    found = [f for f in json.loads(done.output)["findings"] if f["code"] == "GK120"]
    assert [f["path"] for f in found] == ["items/fgw/2021/00009.md"]
    assert "先提交这个文件" in found[0]["fix"]
