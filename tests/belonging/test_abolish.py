"""One notice of abolition: which documents it names, what is written, and that a look writes nothing."""

import pytest
from click.testing import CliRunner

from plugins.abolition import Known, abolition, find
from plugins.records.load import load
from plugins.refused import Refused
from plugins.rules import check
from plugins.verbs.abolish_ import command
from tests.belonging.town import DAY, item, write

POLICY = {
    "栏目": "行政规范性文件",
    "成文日期": "2025-02-03",
    "主题分类": "综合政务/文秘工作",
    "体裁分类": "通知",
}


def policy(number, title, **lines):
    front = {**POLICY, "文号": f"示民〔2025〕{number}号", "有效性": "有效", **lines}
    return item(number, title, **front)


def notice(text, **lines):
    return item(1, "关于废止文件的通知", 2026, **{**POLICY, "成文日期": "2026-02-03"}, 文号="示民〔2026〕1号",
                有效性="有效", 正文=text, **lines)  # fmt: skip


OLD = (
    policy(2, "甲办法"),
    policy(3, "乙办法", 被何文件废止="\n  - 示民〔2025〕9号"),
    policy(4, "丙办法", 有效性="废止", 废止日期="2025-06-01"),
    policy(5, "省文件", 发文机关="示例省人民政府", 来源="省政府网站"),
)


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "content", *OLD)


def made_of(root, number="示民〔2026〕1号"):
    corpus = load(str(root), DAY)
    known = Known(corpus)
    return abolition(find(corpus, known, number), known)


def marks(root, text, **lines):
    write(root, notice(text, **lines))
    made = made_of(root)
    return {mark.number: (mark.fate, mark.why) for mark in made.marks}


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("《甲办法》（示民〔2025〕2号）予以废止。", ("废止", "")),
        ("废止示民〔2025〕2号。", ("废止", "")),
        ("下列文件予以废止：\n\n1. 《甲办法》（示民[2025]第02号）；", ("废止", "")),
        ("| 宣布失效的文件 |\n|---|\n| 示民【2025】2号 |", ("失效", "")),
        ("本通知施行后，示民〔2025〕2号同时废止。", ("废止", "")),
        ("废止一件。\n\n继续有效的：\n\n示民〔2025〕2号", ("", "写的是“继续有效”")),
        ("示民〔2025〕2号修改后重新公布。", ("", "写的是“修改”")),
        ("根据示民〔2025〕2号，决定废止三件文件。", ("", "写的是依据")),
        ("根据规定，决定废止示民〔2025〕2号。", ("废止", "")),
        ("见示民〔2025〕2号。", ("", "没有写明废止还是失效")),
    ],
)
def test_the_words_around_a_number_decide(root, text, fate):
    assert marks(root, text) == {"示民〔2025〕2号": fate}


def test_what_ended_before_what_others_made_and_what_is_not_here_is_left_alone(root):
    found = marks(root, "废止示民〔2025〕4号、示民〔2025〕5号、示民〔2011〕6号、示民〔2026〕1号。")
    assert found == {
        "示民〔2025〕4号": ("", "已于2025-06-01废止"),
        "示民〔2025〕5号": ("", "是示例省人民政府的文件"),
        "示民〔2011〕6号": ("", "不在本站"),
    }


def run(root, *words):
    done = CliRunner().invoke(command, ["--content", str(root), *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_look_writes_nothing_and_writing_leaves_nothing_to_write(root, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")  # 2026-03-02
    write(root, notice("废止示民〔2025〕2号和示民〔2025〕3号。", 施行日期="2026-02-10"))
    texts = {path: path.read_bytes() for path in root.rglob("*.md")}
    (told,) = [f for f in check(load(str(root), DAY)) if f.code == "GK896"]
    assert "2个文件还没有标明" in told.message
    said = run(root, "示民〔2026〕1号")
    assert "预览：要改3个文件" in said
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == texts
    assert "已写入3个文件" in run(root, "items/mzj/2026/00001.md", "--write")
    first = (root / "items/mzj/2025/00002.md").read_text(encoding="utf-8")
    assert "\n有效性: 废止\n废止日期: 2026-02-10\n被何文件废止: 示民〔2026〕1号\n---\n" in first
    second = (root / "items/mzj/2025/00003.md").read_text(encoding="utf-8")
    assert "\n被何文件废止: 示民〔2025〕9号、示民〔2026〕1号\n" in second
    assert "没有要写的" in run(root, "示民〔2026〕1号")
    corpus = load(str(root), DAY)
    told = [
        f
        for f in check(corpus)
        if f.code in ("GK217", "GK213", "GK896") and "2025〕9号" not in f.value
    ]
    assert told == []
    ended = {item.doc_number.written for item in corpus.items if item.validity.word == "废止"}
    assert ended == {f"示民〔2025〕{n}号" for n in (2, 3, 4)}


def test_a_day_to_come_ends_nothing_before_it(root):
    write(root, notice("废止示民〔2025〕2号。", 施行日期="2026-07-01"))
    (mark,) = made_of(root).marks
    assert dict(mark.values) == {"abolish_date": "2026-07-01", "replaced_by": "示民〔2026〕1号"}


def test_what_is_no_item_is_refused(root):
    with pytest.raises(Refused, match="不是内容目录里的条目"):
        made_of(root, "示民〔2030〕1号")
