"""The CONTENT that an import writes: texts as they were, a registry, a baseline, the same bytes."""

import shutil

import pytest

from plugins.importer import import_folder
from plugins.records.load import load
from plugins.refused import CONFIGURATION, Refused
from plugins.rules import check, exit_code
from tests.importer.reports import DAY, PAGES


@pytest.mark.parametrize("source", ["summary.txt", "plain.txt", "several.txt"])
def test_a_text_is_kept_character_for_character(files, target, source):
    item = (target / files[source]["item"]).read_text(encoding="utf-8")
    assert item.endswith("---\n" + (PAGES / source).read_text(encoding="utf-8"))


def test_the_text_of_a_page_keeps_masks_lines_and_figures(files, target):
    text = (target / files["repealed.html"]["item"]).read_text(encoding="utf-8")
    assert "138****1234，张*、李*，3*4*5。" in text
    assert "气温- 3℃以下" in text
    assert "\n示例综合区管委会\n2016年6月18日\n" in text


def test_a_table_becomes_rows_that_the_text_mode_reads(files, target):
    text = (target / files["air.html"]["item"]).read_text(encoding="utf-8")
    assert "表1  环境空气质量指标\n综合指数 | SO2（μg/m3） | CO-95per | 首要污染物 |  |\n" in text
    assert "2.38 | 2 | 0.4 | O₃ |  |\n|  | 3 | 0.5 | PM₁₀ | a｜b |\n" in text


def test_a_file_beside_the_page_is_copied_and_a_remote_one_reported(files, target):
    file = files["accounts.html"]
    copied = [a["path"] for a in file["attachments"] if a["path"]]
    assert len(copied) == 1
    assert (target / copied[0]).read_bytes() == (PAGES / "attachments/c2.XLS").read_bytes()
    assert sum(f["code"] == "import-attachment" for f in file["findings"]) == 2
    (item,) = (i for i in load(str(target), DAY).items if i.record.path == file["item"])
    assert [a.path for a in item.attachments] == copied


def test_numbered_items_are_public_and_the_rest_are_drafts(files, target):
    corpus = load(str(target), DAY)
    assert sorted(i.index_no for i in corpus.items) == [
        "001008003001086/2020-42401",
        "SL00101-1700-2023-00031",
        "SL00108-0500-2021-00069",
    ]
    assert len(corpus.drafts) == 7
    summary = (target / files["summary.txt"]["item"]).read_text(encoding="utf-8")
    assert "索引号: 待编\n# 原索引号: 990700036/2021-00008\n" in summary


def test_the_content_is_whole_with_its_baseline_and_faulty_without(target, tmp_path):
    assert exit_code(check(load(str(target), DAY))) == 0
    bare = tmp_path / "bare"
    shutil.copytree(target, bare)
    (bare / "baseline.json").unlink()
    assert exit_code(check(load(str(bare), DAY))) == 1


def test_found_bodies_are_unverified_and_columns_follow_the_breadcrumbs(target):
    registry = load(str(target), DAY).registry
    assert not registry.faults
    assert not any(b.verified for b in registry.bodies.values())
    assert registry.bodies["slzhqczjrj"].name == "示例综合区财政金融局"
    assert registry.bodies["sfzggw"].prefix == "990700036"
    paths = {"/".join(s.name for s in registry.trail(c)) for c in registry.columns}
    assert {"管委会文件/规范性文件", "法定主动公开内容/预算、决算", "公示公告"} <= paths


def test_the_same_folder_gives_the_same_bytes(target, tmp_path):
    import_folder(str(PAGES), str(tmp_path / "again"), DAY)
    for path in sorted(target.rglob("*")):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(target)).read_bytes() == path.read_bytes()


def test_a_target_that_holds_anything_is_refused(tmp_path):
    (tmp_path / "keep.txt").write_text("x", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        import_folder(str(PAGES), str(tmp_path), DAY)
    assert refusal.value.exitcode == CONFIGURATION
    assert [p.name for p in tmp_path.iterdir()] == ["keep.txt"]


def test_a_source_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused):
        import_folder(str(tmp_path / "nowhere"), str(tmp_path / "to"), DAY)
    assert not (tmp_path / "to").exists()
