"""变更历史: what a page tells of its changes since it became public, from Git and the release log."""

from __future__ import annotations

import json
import re
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
from tests.press.same.builds import DAY, EPOCH, Warmed, site
from tests.rules.examples import ITEMS

PUBLIC = "https://www.shili.example/zwgk/"
NUMBER = "990700036/2021-{:05d}".format
SECRET = "龘靐齾"


class Releases:
    """A town in a repository, published again and again, a day after the other."""

    def __init__(self, root):
        self.line, self.day = Warmed(root, seed=3), 0
        self.repository = Repository(root / "repository")
        self.content, self.output = self.repository.content, root / "output"
        self.good("town", 12, self.content)
        path = self.content / "registry/site.toml"
        text = re.sub("(?m)^PUBLIC_URL.*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(f'PUBLIC_URL = "{PUBLIC}"\nshow_history = true\n{text}', encoding="utf-8")
        self.items = sorted(self.content.glob("items/*/*/*.md"))
        self.repository.git("init", "--quiet", "--initial-branch=main")

    def good(self, *words, **env):
        done = self.line.run(*words, **env)
        assert done.returncode == 0, done.stdout + done.stderr

    def publish(self):
        folders = ("--content", self.content, "--output", self.output)
        self.good("publish", *folders, SOURCE_DATE_EPOCH=EPOCH + self.day * DAY)
        self.day += 1

    def preview(self, output, *words, content=None):
        folders = ("--content", content or self.content, "--output", output)
        return self.line.run("site", *folders, *words, SOURCE_DATE_EPOCH=EPOCH + self.day * DAY)

    def edit(self, which, old, new):
        """``old`` is a pattern; the first place where it stands becomes ``new``."""
        path = self.items[which]
        text = path.read_text(encoding="utf-8")
        changed = re.sub(old, new, text, count=1)
        assert changed != text
        path.write_text(changed, encoding="utf-8")

    def noted(self, which, day, what):
        self.edit(which, "\n---\n", f"\n变更记录:\n  - 日期: {day}\n    内容: {what}\n---\n")

    def told(self, which, output=None):
        """The section of an item's page: its sentence, and its rows as day and words."""
        number = re.search("索引号: (.+)", self.items[which].read_text(encoding="utf-8"))[1]
        page = ((output or self.output) / f"item/{number}.html").read_text(encoding="utf-8")
        (section,) = re.findall(r'gk-item__revised">(.*?)</section>', page, re.S)
        sentence = re.search("<p>(.*?)</p>", section)[1]
        return sentence, re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", section)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Three releases; before each, some commits."""
    made = Releases(tmp_path_factory.mktemp("revisions"))
    commit = made.repository.commit
    commit("town")
    made.edit(0, "名称: ", "名称: 草稿")
    commit("draft")
    made.edit(0, "名称: 草稿", "名称: ")
    commit("before anybody saw it")
    made.publish()

    made.edit(0, "$", "\n第一次更正。\n")
    commit("text, without a note")
    made.edit(0, "名称: ", "名称: 新")
    made.noted(0, "2026-11-23", "改正名称")
    made.edit(0, "内容: 改正名称", "内容: 改正名称\n    公开日期: 2026-11-25")
    commit("title, with a note")
    made.edit(1, "\n---\n", "\n---\n\n\n")
    commit("a blank line")
    made.noted(2, "2026-11-20", SECRET)
    made.edit(2, "$", "\n补充。\n")
    commit("a note that should not have been")
    made.publish()

    made.edit(2, SECRET, "补充说明")
    commit("the note again")
    made.repository.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    made.edit(3, "$", "\n旁支上的更正。\n")
    commit("side")
    made.repository.git("checkout", "--quiet", "main")
    made.repository.git("merge", "--quiet", "--no-ff", "--message", "merge", "side")
    folder = made.items[4].with_suffix("")
    folder.mkdir(exist_ok=True)
    (folder / "说明.txt").write_text("说明一\n", encoding="utf-8")
    made.edit(4, "\n---\n", "\n附件: 说明.txt\n---\n")
    commit("a file")
    made.publish()
    yield made
    made.line.close()


def test_a_page_tells_since_when_and_what_every_release_changed(town):
    sentence, rows = town.told(0)
    assert sentence == "2026年11月22日在本站首次公开以来的改动："
    assert rows == [("2026年11月23日", "名称、正文有改动：改正名称（2026年11月25日公开）")]


def test_what_did_not_change_says_so(town):
    for which in (1, 5):
        assert town.told(which) == ("2026年11月22日在本站首次公开以来没有改动。", [])


def test_a_note_that_was_replaced_is_not_told_again(town):
    assert town.told(2)[1] == [
        ("2026年11月20日", "补充说明"),
        ("2026年11月23日", "正文有改动，没有写变更记录"),
    ]
    assert [p for p in site(town.output) if SECRET.encode() in (town.output / p).read_bytes()] == []


def test_what_came_by_a_branch_has_the_day_of_its_release(town):
    assert town.told(3)[1] == [("2026年11月24日", "正文有改动，没有写变更记录")]


def test_a_file_that_was_attached_is_a_change(town):
    assert town.told(4)[1] == [("2026年11月24日", "附件有改动，没有写变更记录")]


def test_the_block_above_does_not_say_it_twice(town):
    pages = [p.read_text(encoding="utf-8") for p in (town.output / "item").rglob("*.html")]
    assert len(pages) == len(town.items)
    assert not [page for page in pages if "<dt>变更记录" in page]


def test_a_preview_has_what_waits_and_is_the_same_from_nothing(town, tmp_path):
    warm, cold = tmp_path / "warm", tmp_path / "cold"
    shutil.copy(town.output / "releases.jsonl", town.content / "releases.jsonl")
    town.repository.commit("the log")
    assert town.preview(warm).returncode == 0
    assert town.told(0, warm)[1] == [
        ("2026年11月23日", "名称、正文有改动：改正名称（2026年11月25日公开）")
    ]
    town.edit(0, "$", "\n第二次更正。\n")
    assert town.preview(warm).returncode == 0
    assert len(town.told(0, warm)[1]) == 1  # Git has not got it yet
    town.repository.commit("pending")
    assert town.preview(warm).returncode == 0
    assert town.told(0, warm)[1][-1] == ("待发布", "正文有改动，没有写变更记录")
    assert town.preview(cold, "--no-cache").returncode == 0
    assert site(warm) == site(cold)
    town.repository.git("reset", "--quiet", "--hard", "HEAD~2")


def test_what_is_not_committed_is_not_published(town, tmp_path):
    """It would be public without a word of it; the site stays as it was."""
    before = site(town.output)
    town.edit(5, "$", "\n没有提交。\n")
    folders = ("--content", town.content, "--output", town.output)
    done = town.line.run("publish", *folders, SOURCE_DATE_EPOCH=EPOCH + town.day * DAY)
    town.repository.git("checkout", "--quiet", ".")
    assert done.returncode == 1
    assert "先提交再发布" in done.stderr
    assert site(town.output) == before


def test_before_the_first_release_notes_stand_where_they_always_did(town, tmp_path):
    content, output = tmp_path / "repository/content", tmp_path / "out"
    shutil.copytree(town.content, content)
    fresh = Repository(tmp_path / "repository")
    fresh.git("init", "--quiet", "--initial-branch=main")
    fresh.commit("all")
    assert town.preview(output, content=content).returncode == 0
    pages = [p.read_text(encoding="utf-8") for p in (output / "item").rglob("*.html")]
    assert not [page for page in pages if "变更历史" in page]
    assert len([page for page in pages if "补充说明" in page]) == 1


def test_a_shallow_clone_is_told_and_builds_nothing(town, tmp_path):
    source = town.repository.root.as_uri()
    command = ["git", "clone", "--quiet", "--depth=1", source, str(tmp_path / "shallow")]
    subprocess.run(command, check=True, capture_output=True)
    content = tmp_path / "shallow/site/content"
    done = town.preview(tmp_path / "out", content=content)
    assert done.returncode == 1
    (told,) = [line for line in done.stderr.splitlines() if "GK120" in line]
    for words in ("registry/site.toml:1:1", "浅克隆", "show_history"):
        assert words in told
    assert not (tmp_path / "out").exists()


def test_a_site_that_does_not_ask_says_nothing_of_it(town, tmp_path):
    content = tmp_path / "content"  # no Git around it
    shutil.copytree(town.content, content)
    path = content / "registry/site.toml"
    text = path.read_text(encoding="utf-8").replace("show_history = true\n", "")
    path.write_text(text, encoding="utf-8")
    assert town.preview(tmp_path / "out", content=content).returncode == 0
    pages = [p.read_text(encoding="utf-8") for p in (tmp_path / "out/item").rglob("*.html")]
    assert pages
    assert not [page for page in pages if "变更历史" in page]


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
