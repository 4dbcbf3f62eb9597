"""变更历史: what a page tells of its changes since it became public, from Git and the release log."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.permanence.repository import Repository
from tests.press.same.builds import DAY, EPOCH, Warmed, site

PUBLIC = "https://www.shili.example/zwgk/"
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
