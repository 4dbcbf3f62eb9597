"""Drafts get the next number of their body, and what cannot be numbered is refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.drafting import new
from plugins.importer import import_folder
from plugins.records.load import load
from plugins.refused import CONFIGURATION, Refused
from plugins.rules import check, exit_code
from plugins.verbs.number_ import command
from tests.numbering.drafts import DAY, SITE, item, run
from tests.small_town import put

PAGES = Path(__file__).parents[1] / "importer/pages"


def test_drafts_get_the_next_numbers_and_move_with_their_files(content):
    put(content / "items/fgw/2026/00003.md", item("旧", "990700036/2026-00003"))
    draft = item("新").replace("---\n正文", "附件:\n  - 文件: 表.csv\n---\n正文")
    put(content / "items/fgw/2026/caogao.md", draft)
    put(content / "items/fgw/2026/caogao/表.csv", "a,b\n")
    assert run(content) == [("items/fgw/2026/00004.md", "990700036/2026-00004")]
    assert not (content / "items/fgw/2026/caogao.md").exists()
    assert (content / "items/fgw/2026/00004/表.csv").read_text(encoding="utf-8") == "a,b\n"
    text = (content / "items/fgw/2026/00004.md").read_text(encoding="utf-8")
    assert text.startswith("---\n索引号: 990700036/2026-00004\n名称: 新\n")
    assert exit_code(check(load(str(content), DAY))) == 0


def test_several_drafts_are_numbered_in_the_order_of_their_paths(content):
    for name in ("b", "a"):
        put(content / f"items/fgw/2025/{name}.md", item(name))
    assert [n for _, n in run(content)] == ["990700036/2026-00001", "990700036/2026-00002"]
    text = (content / "items/fgw/2026/00001.md").read_text(encoding="utf-8")
    assert "名称: a\n" in text
    assert not (content / "items/fgw/2025").exists()


def test_named_drafts_take_the_named_body_and_column(content):
    put(content / "items/czj/2026/caogao.md", item("新"))
    put(content / "items/fgw/2026/other.md", item("留"))
    path = str(content / "items/czj/2026/caogao.md")
    (moved,) = run(content, [path], body="市发展改革委", column="文件")
    assert moved == ("items/fgw/2026/00001.md", "990700036/2026-00001")
    text = (content / moved[0]).read_text(encoding="utf-8")
    assert "栏目: 文件\n" in text
    assert "发文机关: 示例市财政局\n" in text
    assert (content / "items/fgw/2026/other.md").exists()


@pytest.mark.parametrize("typed", ["items/fgw/2026/a.md", "content/items/fgw/2026/a.md"])
def test_a_path_counts_from_content_or_from_the_working_directory(content, typed, monkeypatch):
    monkeypatch.chdir(content.parent)
    put(content / "items/fgw/2026/a.md", item("甲"))
    words = ["--content", "content", typed]
    result = CliRunner().invoke(command, words, env={"SOURCE_DATE_EPOCH": "1772323200"})
    assert result.output == "content/items/fgw/2026/00001.md 990700036/2026-00001\n"
    again = new("content", "", "", DAY, typed.replace("a.md", "00001.md"))
    assert again == "items/fgw/2026/00002.md"


def test_imported_drafts_build_after_number_with_the_baseline_and_not_without(tmp_path):
    folder, content = tmp_path / "from", tmp_path / "content"
    folder.mkdir()
    for page in PAGES.glob("*.txt"):
        (folder / page.name).write_bytes(page.read_bytes())
    import_folder(str(folder), str(content), DAY)
    columns = content / "registry/columns.toml"
    with columns.open("a", encoding="utf-8") as opened:
        opened.write('\n[[column]]\nid = "gzbg"\nname = "工作报告"\n')
    moves = dict(run(content, body="sfzggw", column="工作报告"))
    assert moves["items/sfzggw/2021/00008.md"] == "990700036/2021-00008"
    assert len(moves) == 3
    corpus = load(str(content), DAY)
    assert len(corpus.items) == 3
    assert not corpus.drafts
    assert exit_code(check(corpus)) == 0
    (content / "baseline.json").unlink()
    assert exit_code(check(load(str(content), DAY))) == 1


def test_items_shown_without_a_number_get_one_only_when_they_are_named(content):
    put(content / "registry/site.toml", SITE + "keep_unnumbered = true\n")
    old = item("旧").replace("公开方式", "导入来源: a.html\n导入日期: 2026-01-01\n公开方式")
    put(content / "items/fgw/2015/old.md", old)
    put(content / "items/fgw/2026/caogao.md", item("新"))
    assert run(content) == [("items/fgw/2026/00001.md", "990700036/2026-00001")]
    assert run(content, ["items/fgw/2015/old.md"]) == [
        ("items/fgw/2026/00002.md", "990700036/2026-00002")
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("items/czj/2026/caogao.md", "没有索引号前缀"),
        ("items/daiding/2026/caogao.md", "不知道是哪个机构的"),
    ],
)
def test_a_draft_that_cannot_be_numbered_is_refused_and_nothing_moves(content, path, words):
    put(content / "items/fgw/2026/caogao.md", item("新"))
    put(content / path, item("新"))
    with pytest.raises(Refused, match=words) as refusal:
        run(content)
    assert refusal.value.exitcode == CONFIGURATION
    assert (content / "items/fgw/2026/caogao.md").exists()


def test_an_unknown_body_or_column_is_refused_with_the_nearest_name(content):
    with pytest.raises(Refused, match="相近的有：示例市财政局"):
        run(content, body="示例市财政")
    with pytest.raises(Refused, match="相近的有：工作报告"):
        run(content, column="工作报吿")
    with pytest.raises(Refused, match="写最末一级：工作报告"):
        run(content, column="概况")


def test_a_path_that_is_no_draft_is_refused(content):
    put(content / "items/fgw/2026/00001.md", item("一", "990700036/2026-00001"))
    with pytest.raises(Refused, match="已经有索引号"):
        run(content, [str(content / "items/fgw/2026/00001.md")])
