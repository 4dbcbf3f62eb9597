"""``scrub`` through the command line: the files, the record beside the item, what it refuses."""

from __future__ import annotations

import hashlib
import shutil
import tomllib

import pytest
from PIL import Image

from tests.rules import examples
from tests.scrub.drawn import SAID, jpeg, png

FOLDER = "items/fgw/2021/00008"
ITEM = f"{FOLDER}.md"
FILES = {
    "图.png": png(Image.new("RGB", (9, 9), "red")),
    "照片.JPG": jpeg(Image.new("RGB", (9, 5), "blue"), 6),
    "表.txt": b"1\n",
}


@pytest.fixture
def content(tmp_path):
    root = examples.assemble("good/GK702-office-telephone", tmp_path)
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (root / ITEM).write_text(examples.item(附件="、".join(FILES)), encoding="utf-8")
    return root


def scrub(root, *words):
    (said,) = examples.run(["scrub", "--content", str(root), *words])
    return said


def codes(root):
    (said,) = examples.run(examples.check(root))
    return {(f["code"], f["severity"], f["fix"]) for f in said.findings}


def sha(data):
    return hashlib.sha256(data).hexdigest()


def test_what_is_told_is_mended_and_recorded(content):
    told = {row for row in codes(content) if row[0] == "GK721"}
    assert {row[1] for row in told} == {"error"}
    assert all(f"make scrub PATHS={ITEM}" in row[2] for row in told)
    said = scrub(content, ITEM)
    assert said.exit == 0
    assert "照片.JPG: 去掉" in said.stdout
    assert "横放的，转正了" in said.stdout
    assert SAID not in said.stdout + said.stderr
    assert not codes(content)
    rows = tomllib.loads((content / f"{FOLDER}.scrub.toml").read_text("utf-8"))["scrub"]
    assert [row["file"] for row in rows] == ["图.png", "照片.JPG"]
    assert [row["turned"] for row in rows] == [False, True]
    for row in rows:
        assert row["before"] == sha(FILES[row["file"]])
        assert row["after"] == sha((content / FOLDER / row["file"]).read_bytes())
    assert (content / FOLDER / "表.txt").read_bytes() == FILES["表.txt"]


@pytest.mark.parametrize("path", [".", "items", "items/fgw", FOLDER, f"{FOLDER}/图.png"])
def test_folders_and_files_can_be_named(content, path):
    said = scrub(content, path)
    assert said.exit == 0
    assert f"清理了 {1 if path.endswith('.png') else 2} 个" in said.stderr


def test_what_is_clean_is_left_alone(content):
    scrub(content, ITEM)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in content.rglob("*") if p.is_file()}
    said = scrub(content, "items")
    assert (said.exit, said.stdout) == (0, "")
    assert before == {
        p: (p.read_bytes(), p.stat().st_mtime_ns) for p in content.rglob("*") if p.is_file()
    }


def test_a_broken_picture_is_told_and_the_others_are_freed(content):
    (content / FOLDER / "图.png").write_bytes(FILES["图.png"][:-20])
    said = scrub(content, ITEM)
    assert said.exit == 1
    assert "图.png: PNG 图片不完整 → 换一个完好的图片" in said.stdout
    assert "照片.JPG: 去掉" in said.stdout
    assert (content / FOLDER / "图.png").read_bytes() == FILES["图.png"][:-20]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("items/fgw/1999", "不是条目"), ("../..", "不是条目"), ("", "没有写条目")],
)
def test_what_names_nothing_is_refused(content, path, sentence):
    said = scrub(content, *([path] if path else []))
    assert said.exit == 2
    assert sentence in said.stderr
    assert (content / FOLDER / "图.png").read_bytes() == FILES["图.png"]


def test_a_broken_record_stops_before_any_file_changes(content):
    (content / f"{FOLDER}.scrub.toml").write_text("[[scrub]]\nfile = 1\n", encoding="utf-8")
    assert {code for code, _, _ in codes(content)} >= {"GK721", "GK733"}
    said = scrub(content, ITEM)
    assert said.exit == 1
    assert "写错了" in said.stderr
    assert (content / FOLDER / "图.png").read_bytes() == FILES["图.png"]


def test_the_record_goes_where_its_item_goes(content):
    scrub(content, ITEM)
    text = (content / ITEM).read_text("utf-8").replace("990700036/2021-00008", "待编")
    shutil.rmtree(content / "items/fgw/2021/00007", ignore_errors=True)
    draft = content / "items/fgw/2021/caogao"
    (content / ITEM).unlink()
    (content / f"{FOLDER}.scrub.toml").rename(draft.with_suffix(".scrub.toml"))
    (content / FOLDER).rename(draft)
    draft.with_suffix(".md").write_text(text, encoding="utf-8")
    (said,) = examples.run(["number", "--content", str(content), "items/fgw/2021/caogao.md"])
    assert said.exit == 0
    (record,) = (content / "items").rglob("*.scrub.toml")
    assert record.stem != "caogao.scrub"
    assert record.with_name(record.name.replace(".scrub.toml", ".md")).exists()


def test_the_form_of_review_says_what_was_taken_off(content, tmp_path):
    scrub(content, ITEM)
    form = tmp_path / "form.html"
    (said,) = examples.run(["approve", "--content", str(content), "--form", str(form), ITEM])
    assert said.exit == 0
    text = form.read_text("utf-8")
    assert "已去掉" in text
    assert "转正（重新编码）" in text
    for name in ("图.png", "照片.JPG"):
        assert sha(FILES[name]) in text
        assert sha((content / FOLDER / name).read_bytes()) in text
