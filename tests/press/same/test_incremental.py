"""An incremental build is a clean build, to the byte: a chain of edits, and a seeded random walk."""

from __future__ import annotations

import json
import os
import random
import shutil

from tests.press.same import builds, town
from tests.press.same.builds import replaced

REPORT = "items/fgw/2026/00001.md"


def _text(content):
    replaced(content / "items/fgw/2025/00002.md", "第2号报告的正文。", "第2号报告改过的正文。")


def _title(content):
    replaced(content / "items/fgw/2025/00001.md", "名称: 第1号工作报告", "名称: 第1号改名报告")


def _column(content):
    replaced(content / "items/fgw/2025/00003.md", "栏目: 工作报告", "栏目: 年度报告")


def _date(content):
    replaced(content / "items/fgw/2025/00004.md", "2025-04-11", "2026-10-11")


def _withdrawn(content):
    replaced(content / "items/mzj/2025/00001.md", "主动公开", "依申请公开")


def _deleted(content):
    (content / "items/fgw/2025/00005.md").unlink()


def _added(content):
    for serial in ("00003", "00004"):
        town.item(content, f"fgw/2026/{serial}", f"新报告{serial}", date="成文日期: 2026-11-20")


def _moved(content):
    """Another body publishes it from now on: its folder, its number and its files."""
    old, new = content / "items/fgw/2026/00001", content / "items/mzj/2026/00002"
    old.rename(new)
    old.with_suffix(".md").rename(new.with_suffix(".md"))
    replaced(new.with_suffix(".md"), "990700036/2026-00001", "990700015/2026-00002")
    replaced(new.with_suffix(".md"), "示发改〔2026〕1号", "示民〔2026〕2号")
    replaced(content / "items/fgw/2026/00002.md", "990700036/2026-00001", "990700015/2026-00002")


def _attachment(content):
    """Other bytes of the same length, and the times set back: what ``rsync --times`` does."""
    path = content / "items/mzj/2026/00002/进度表.pdf"
    stat = path.stat()
    path.write_bytes(town.pdf("7777"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _picture(content):
    path = content / "items/mzj/2026/00002/现场.png"
    path.write_bytes(town.png((200, 30, 30)))


def _orphaned(content):
    """A file that no item names is a finding, and no more once it is named."""
    path = content / "items/mzj/2026/00002.md"
    town.put(path.with_suffix("") / "另一张.png", town.png((1, 2, 3)))
    replaced(path, "  - 文件: 现场.png", "  - 文件: 现场.png\n  - 文件: 另一张.png")


def _body_named(content):
    replaced(content / "registry/bodies.toml", '"示例市民政局"', '"示例市民政和社会事务局"')


def _column_named(content):
    replaced(content / "registry/columns.toml", '"社会救助"', '"救助和福利"')
    for path in content.glob("items/mzj/*/*.md"):
        if "栏目: 社会救助" in path.read_text(encoding="utf-8"):
            replaced(path, "栏目: 社会救助", "栏目: 救助和福利")


def _related(content):
    """Shown on both of its ends, though only one of the files is touched."""
    path = content / "items/zfb/2026/00001.md"
    replaced(path, "责任部门: 办公室", "责任部门: 办公室\n修改文件: 示政办发〔2025〕1号")


def _linked(content):
    path = content / "items/fgw/2025/00001.md"
    replaced(path, "第1号报告的正文。", "见[另一份](990700036/2026-00003)。")


def _unlinked(content):
    """The link goes together with what it leads to."""
    path = content / "items/fgw/2025/00001.md"
    replaced(path, "[另一份](990700036/2026-00003)", "另一份")
    (content / "items/fgw/2026/00003.md").unlink()


def _guide(content):
    replaced(content / "guide/zfb.md", "不收取费用。", "不收取任何费用。")


def _baseline(content):
    """A known fault of one item weighs less: what is said changes, and no page."""
    path = "items/fgw/2026/00002.md"
    sha256 = builds.site(content)[path].split()[1]
    known = [{"code": "GK223", "path": path, "field": "", "sha256": sha256}]
    town.put(content / "baseline.json", json.dumps(known))


def _settings(content):
    replaced(content / "registry/site.toml", "page_size = 3", "page_size = 2")


EDITS = (
    *(_text, _title, _column, _date, _withdrawn, _deleted, _added, _moved, _attachment, _picture),
    *(_orphaned, _body_named, _column_named, _related, _linked, _unlinked, _guide, _baseline),
    _settings,
)


def test_after_every_edit_the_kept_site_is_the_clean_one(kept, clean, content, tmp_path):
    output = tmp_path / "output"
    kept.site(content, output)
    wrong = {}
    for edit in EDITS:
        edit(content)
        mine, other = kept.site(content, output), clean(content)
        if found := builds.differences(mine.files, other.files):
            wrong[edit.__name__] = found[:20]
        if mine.findings != other.findings:
            wrong[f"{edit.__name__} says"] = (mine.findings, other.findings)
        if edit is not _baseline and not mine.written + mine.outcome["removed"]:
            wrong[f"{edit.__name__} does"] = "nothing"
    assert wrong == {}


def test_a_withdrawn_item_is_in_no_file(kept, content, tmp_path):
    output = tmp_path / "output"
    kept.site(content, output)
    _withdrawn(content)
    left = [a for a in kept.site(content, output).files if a.startswith("item/990700015/2025")]
    assert left == []


def test_a_fault_on_the_way_is_found_by_both_and_leaves_no_trace(
    kept, anew, clean, content, tmp_path
):
    """A body's folder is renamed, its number forgotten: refused, mended, and as if never been."""
    output = tmp_path / "output"
    before = kept.site(content, output)
    old, new = content / "items/fgw/2026/00001.md", content / "items/zfb/2026/00009.md"
    old.rename(new)
    old.with_suffix("").rename(new.with_suffix(""))
    said = [
        warmed.run("site", "--content", content, "--output", place)
        for warmed, place in ((kept, output), (anew, tmp_path / "never"))
    ]
    assert [done.returncode for done in said] == [1, 1]
    assert said[0].stderr == said[1].stderr
    assert builds.site(output) == before.files
    new.rename(old)
    new.with_suffix("").rename(old.with_suffix(""))
    assert kept.site(content, output).files == before.files == clean(content).files


class Walk:
    """Random edits that keep the town free of errors; the same for the same seed."""

    def __init__(self, content, seed):
        self.content, self.random, self.serial = content, random.Random(seed), 100

    def step(self):
        """One edit; its name."""
        edit = self.random.choice((self.text, self.title, self.add, self.add, self.drop,
                                   self.date, self.withdraw, self.column, self.file, self.body,
                                   self.back))  # fmt: skip
        edit()
        return edit.__name__

    def some(self, *wanted, files=True):
        """An item that nobody links to, and that names nothing; with these words, if any."""
        found = []
        for path in sorted(self.content.glob("items/*/2025/*.md")):
            text = path.read_text(encoding="utf-8")
            alone = "行政规范性文件" not in text and (files or not path.with_suffix("").exists())
            if alone and all(word in text for word in wanted):
                found.append(path)
        return self.random.choice(found)

    def change(self, start, new, **some):
        path = self.some(**some)
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith(start))
        path.write_text("\n".join([*lines[:at], new, *lines[at + 1 :]]), encoding="utf-8")

    def text(self):
        path = self.some()
        path.write_text(path.read_text(encoding="utf-8") + f"\n第{self.random.random()}段。\n")

    def title(self):
        self.change("名称:", f"名称: 第{self.random.randrange(1000, 9999)}次情况报告")

    def date(self):
        month, day = self.random.randint(1, 12), self.random.randint(1, 28)
        self.change(("成文日期", "形成日期"), f"成文日期: 2025-{month:02d}-{day:02d}")

    def withdraw(self):
        mode = self.random.choice(("主动公开", "依申请公开", "不予公开"))
        self.change("公开方式:", f"公开方式: {mode}", files=False)

    def column(self):
        self.change("栏目:", f"栏目: {self.random.choice(('工作报告', '年度报告', '社会救助'))}")

    def add(self):
        self.serial += 1
        body = self.random.choice(("fgw", "mzj", "zfb"))
        title = f"第{self.serial}份报告"
        town.item(self.content, f"{body}/2025/{self.serial:05d}", title, text=f"正文{title}。")

    def drop(self):
        path = self.some()
        path.unlink()
        shutil.rmtree(path.with_suffix(""), ignore_errors=True)

    def file(self):
        path = self.some("主动公开")
        name = f"附表{self.random.randrange(3)}.pdf"
        town.put(path.with_suffix("") / name, town.pdf(str(self.random.random())))
        text = path.read_text(encoding="utf-8")
        if name not in text:
            path.write_text(f"{text}\n[附表]({name})\n", encoding="utf-8")

    def body(self):
        path = self.content / "registry/bodies.toml"
        text = path.read_text(encoding="utf-8")
        number = f"0999-82{self.random.randrange(10000, 99999)}"
        path.write_text(text.replace(text.split('phone = "')[1].split('"')[0], number, 1))

    def back(self):
        """What was there before comes back, byte for byte: a revert."""
        town.item(self.content, "fgw/2025/00001", "第1号工作报告", date="成文日期: 2025-01-11",
                  text="## 一、概况\n\n第1号报告的正文。")  # fmt: skip


def test_a_random_walk_ends_where_a_clean_build_begins(kept, clean, content, tmp_path):
    output, walk, steps = tmp_path / "output", Walk(content, seed=20261122), []
    kept.site(content, output)
    for number in range(1, 26):
        steps.append(walk.step())
        mine = kept.site(content, output)
        if number % 6 == 1:
            other = clean(content)
            assert builds.differences(mine.files, other.files) == [], steps
            assert mine.findings == other.findings, steps
