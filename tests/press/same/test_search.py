"""A search in many files: what is remembered of it changes no byte, whatever was edited."""

from __future__ import annotations

import json
import shutil

import docx
import pytest

from plugins.audit.packed import unpacked
from tests.press.same import builds, town

BODY = "本次会议研究了第{serial}号事项，{filler}"
FILLER = "要求各部门按照职责分工抓好落实，及时公开进展情况，接受群众监督。"


def body(serial, more=""):
    return BODY.format(serial=serial, filler=FILLER * 100) + more


@pytest.fixture
def many(content):
    """So many long items that the search of the town is cut: some in mid, some in recent."""
    for serial in range(1, 21):
        write(content, serial)
    for serial in (2, 20):
        attach(content, serial, "附表载明了各村的灌溉面积。")
    return content


def write(content, serial, more="", lines=(), **how):
    text = body(serial, more)
    day = f"成文日期: 2024-03-{serial:02d}"
    place, title = f"mzj/2024/{serial:05d}", f"第{serial}次情况报告"
    town.item(content, place, title, *lines, date=day, text=text, **how)


def attach(content, serial, words):
    document = docx.Document()
    document.add_paragraph(words)
    folder = content / f"items/mzj/2024/{serial:05d}"
    folder.mkdir(exist_ok=True)
    document.save(folder / "附表.docx")
    write(content, serial, "", lines=["附件: 附表.docx"])


def attached(output):
    """The texts of attachments that the search of a built site has, of each item that has any."""
    found = [json.loads(unpacked(path)) for path in output.glob("search/*/a*.js")]
    return [texts for texts in found if any(texts)]


EDITS = {
    "a text": lambda content: write(content, 3, "另外讨论了饮用水源保护。"),
    "an attachment": lambda content: attach(content, 2, "附表载明了各村的林地面积。"),
    "a new item": lambda content: town.item(
        content, "mzj/2026/00009", "新的情况报告", date="成文日期: 2026-11-20", text=body(99)
    ),
    "one withdrawn": lambda content: (content / "items/mzj/2024/00005.md").unlink(),
    "nothing": lambda content: None,
    "a synonym": lambda content: town.put(
        content / "registry/synonyms.toml", '[[group]]\nwords = ["低保", "最低生活保障"]\n'
    ),
}


def test_an_edited_town_is_a_clean_one(kept, anew, many, tmp_path):
    output = tmp_path / "output"
    first = kept.site(many, output, "--workers", 1)
    assert "search/version.js" in first.files
    assert "search/data.js" not in first.files
    for name, edit in EDITS.items():
        edit(many)
        built = kept.site(many, output, "--workers", 2)
        clone = shutil.copytree(many, tmp_path / name / "content")  # other inodes and times
        clean = anew.site(clone, tmp_path / name / "output")
        assert builds.differences(clean.files, built.files) == [], name


def test_what_did_not_change_is_not_written(kept, many, tmp_path):
    output = tmp_path / "output"
    before = kept.site(many, output).files
    EDITS["a new item"](many)
    after = kept.site(many, output).files
    changed = {a for a in builds.differences(before, after) if "search/" in a}
    folders = {a.split("/")[1] for a in changed}
    assert {"version.js", "recent.js"} < folders
    assert not {"main.js", "mid.js", "words.js"} & folders


def test_a_file_of_the_search_that_was_lost_is_made_again(kept, many, tmp_path):
    output = tmp_path / "output"
    before = kept.site(many, output).files
    lost = [a for a in before if a.startswith("search/") and a.count("/") == 2]
    assert len(lost) > 20
    for address in lost[::7]:
        (output / address).unlink()
    assert builds.differences(before, kept.site(many, output).files) == []


def test_attachments_are_read_once_and_again_when_they_change(kept, many, tmp_path):
    output = tmp_path / "output"
    kept.site(many, output)
    assert attached(output) == [["附表载明了各村的灌溉面积。"]] * 2
    EDITS["an attachment"](many)
    kept.site(many, output)
    assert sorted(attached(output)) == [
        ["附表载明了各村的林地面积。"],
        ["附表载明了各村的灌溉面积。"],
    ]
    (many / "items/mzj/2024/00020/附表.docx").unlink()
    write(many, 20)
    kept.site(many, output)
    assert attached(output) == [["附表载明了各村的林地面积。"]]


def test_a_cluster_reads_and_counts_the_same(kept, anew, many, cluster, tmp_path):
    mine = kept.site(many, tmp_path / "output", "--cluster", cluster)
    EDITS["an attachment"](many)
    edited = kept.site(many, tmp_path / "output", "--cluster", cluster)
    assert mine.files != edited.files
    clean = anew.site(many, tmp_path / "clean")
    assert builds.differences(clean.files, edited.files) == []
