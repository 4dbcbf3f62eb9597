"""Old pages of one family, a page of another, texts and Word files: what must be found, and not."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from plugins.importer import import_folder
from plugins.importer.notes import WORDS
from plugins.records.load import load
from plugins.refused import CONFIGURATION, Refused
from plugins.rules import check, exit_code

PAGES = Path(__file__).parent / "pages"
DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    target = tmp_path_factory.mktemp("import") / "content"
    import_folder(str(PAGES), str(target), DAY)
    return target


@pytest.fixture(scope="module")
def files(target):
    report = json.loads((target / "import-report.json").read_text(encoding="utf-8"))
    return {file["source"]: file for file in report["files"]}


def values(file):
    return {key: found["value"] for key, found in file["values"].items()}


def codes(file):
    return {finding["code"] for finding in file["findings"]}


def imported(folder, tmp_path):
    """The report of a folder made by a test, by source file."""
    import_folder(str(folder), str(tmp_path / "to"), DAY)
    report = json.loads((tmp_path / "to/import-report.json").read_text(encoding="utf-8"))
    return {file["source"]: file for file in report["files"]}


FOUND = {
    "policy.html": {
        "title": "示例综合区管委会关于废止3份扶持政策的通知",
        "index_no": "SL00101-1700-2023-00031",
        "doc_number": "示综管〔2021〕15号",
        "publisher": "示例综合区管委会办公室",
        "issuer": "示例综合区管委会",
        "source": "示例综合区管委会办公室",
        "written_date": "2021-04-08",
        "publish_date": "2021-04-09",
        "recorded_at": "2021-04-09 17:20",
        "theme": "政务公开",
        "validity": "有效",
        "category": "规范性文件",
        "keywords": ["废止", "扶持政策", "清理"],
        "replaces": ["示综管〔2015〕20号", "示综管〔2017〕3号", "示综管办〔2018〕51号"],
    },
    "accounts.html": {
        "title": "示例综合区财政金融局关于做好2020年部门决算公开工作的通知",
        "index_no": "SL00108-0500-2021-00069",
        "doc_number": "示财金〔2021〕103号",
        "issuer": "示例综合区财政金融局",
        "source": "示例综合区财政金融局",
        "written_date": "2021-08-03",
        "publish_date": "2021-08-04",
        "recorded_at": "2021-08-05 08:35",
        "validity": "有效",
        "category": "预算、决算",
        "author": "示例财政金融局",
    },
    "repealed.html": {
        "title": "关于印发《示例综合区促进旅游业发展的实施办法》的通知",
        "validity": "废止",
        "source": "示例发布",
        "category": "区管委会文件",
        "recorded_at": "2016-06-23 09:43",
        "doc_number": "示综管综〔2016〕30号",
        "issuer": "示例综合区管委会",
        "written_date": "2016-06-18",
        "valid_until": "2020-12-31",
    },
    "notice.html": {
        "title": "示例综合区南湖片区管理局关于防汛物资询价结果的公示",
        "source": "示例综合区党工委管委会",
        "category": "公示公告",
        "recorded_at": "2023-11-05 09:04",
        "issuer": "示例综合区南湖片区管理局",
        "written_date": "2023-11-05",
    },
    "air.html": {
        "title": "2025年7月示例综合区环境空气质量",
        "source": "示例综合区自然资源与生态环境局",
        "category": "生态环境",
        "recorded_at": "2025-08-06 16:19",
    },
    "elsewhere.html": {
        "title": "示例縣水利局關於公佈示例縣水庫名錄的通知",
        "index_no": "001008003001086/2020-42401",
        "publisher": "示例縣水利局",
        "issuer": "示例縣水利局",
        "joint_issuers": ["示例縣應急管理局"],
        "publish_date": "2020-03-02",
        "written_date": "2020-03-01",
        "disclosure_mode": "主动公开",
        "validity": "有效",
        "doc_number": "示水〔2020〕7号",
        "category": "水利管理",
    },
    "tags.html": {
        "title": "示例省水利厅部署春季防汛工作",
        "category": "工作动态",
        "source": "示例省水利厅办公室",
        "author": "信息科",
        "publish_date": "2022-03-01",
        "keywords": ["防汛", "春季", "部署"],
    },
    "summary.txt": {
        "title": "示例市發展和改革委員會關于2010年政務公開工作總結報告",
        "index_no": "990700036/2021-00008",
        "publisher": "市發展改革委",
        "disclosure_mode": "主动公开",
        "responsible_unit": "辦公室",
        "recorded_at": "2021-01-07 10:32:59",
    },
    "plain.txt": {"title": "plain", "written_date": "2017-03-09"},
    "several.txt": {"title": "第一篇:示例街道信息公开工作情况汇报"},
}


@pytest.mark.parametrize("source", FOUND)
def test_a_page_gives_exactly_these_values(files, source):
    assert values(files[source]) == FOUND[source]


@pytest.mark.parametrize("source", FOUND)
def test_every_value_stands_on_the_line_that_is_told(files, source):
    lines = (PAGES / source).read_text(encoding="utf-8").split("\n")
    for key, found in files[source]["values"].items():
        if found["from"] != "url":
            line = "".join(lines[found["line"] - 1].split())
            assert "".join(found["raw"].split())[:4] in line, (key, found)


def test_every_value_says_where_it_was_found(files):
    origins = {k: v["from"] for k, v in files["policy.html"]["values"].items()}
    assert origins["index_no"] == origins["publisher"] == "label"
    assert origins["category"] == origins["keywords"] == "meta"
    assert origins["theme"] == "script"
    assert origins["issuer"] == origins["replaces"] == "body"
    assert files["repealed.html"]["values"]["validity"]["from"] == "title"
    assert files["plain.txt"]["values"]["title"]["from"] == "url"


def test_the_raw_writing_is_kept(files):
    number = files["accounts.html"]["values"]["doc_number"]
    assert (number["value"], number["raw"]) == ("示财金〔2021〕103号", "示财金（2021）103号")
    assert files["repealed.html"]["values"]["title"]["raw"].endswith("（已废止）")


def test_attachments_come_from_list_link_icon_and_script(files):
    found = {(a["name"], a["url"], a["where"]) for f in files.values() for a in f["attachments"]}
    site = "https://www.shili.example"
    assert found == {
        ("示综管〔2021〕15 号.pdf", f"{site}/attachFiles/DATE_20210409/ab01.pdf", "script"),
        (
            "关于2020年部门决算公开工作的通知.docx",
            f"{site}/attachFiles/DATE_20210805/c1.docx",
            "list",
        ),
        (
            "附件2：部门决算批复文号一览表（截至2021年8月）.XLS",
            f"{site}/zwgk/czjrj/fdzdgknr/ysjs/202108/attachments/c2.XLS",
            "list",
        ),
        ("附件1：部门决算公开文本.pdf", f"{site}/attachFiles/DATE_20210805/c3.pdf", "list"),
        ("7月监测数据.rar", f"{site}/Upload/File/2025/20250806.rar", "body-link"),
        ("监测点位说明.doc", f"{site}/zwgk/zdlyxxgk/hjbh/202508/P020250806.doc", "icon"),
    }


def test_a_file_beside_the_page_is_copied_and_a_remote_one_reported(files, target):
    file = files["accounts.html"]
    copied = [a["path"] for a in file["attachments"] if a["path"]]
    assert len(copied) == 1
    assert (target / copied[0]).read_bytes() == (PAGES / "attachments/c2.XLS").read_bytes()
    assert sum(f["code"] == "import-attachment" for f in file["findings"]) == 2
    (item,) = (i for i in load(str(target), DAY).items if i.record.path == file["item"])
    assert [a.path for a in item.attachments] == copied


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("policy.html", "import-signature-differs"),
        ("policy.html", "import-number-year"),
        ("policy.html", "import-theme-script"),
        ("policy.html", "import-inline-annex"),
        ("policy.html", "import-only-issuer"),
        ("accounts.html", "import-no-meaning"),
        ("accounts.html", "import-doc-number-brackets"),
        ("accounts.html", "import-title-only"),
        ("accounts.html", "import-keywords-repeat"),
        ("repealed.html", "import-no-block"),
        ("repealed.html", "import-source-not-body"),
        ("repealed.html", "import-heading"),
        ("repealed.html", "import-title-is-column"),
        ("repealed.html", "import-url-date"),
        ("notice.html", "import-source-fallback"),
        ("air.html", "import-markup"),
        ("air.html", "import-image"),
        ("air.html", "import-pipe"),
        ("elsewhere.html", "import-view-count"),
        ("elsewhere.html", "import-empty-label"),
        ("summary.txt", "import-recorded-at"),
        ("summary.txt", "import-printed-date"),
        ("several.txt", "import-several-documents"),
        ("plain.txt", "import-no-title"),
    ],
)
def test_a_doubt_is_reported(files, source, code):
    assert code in codes(files[source])


def test_findings_are_worded_for_clerks_and_have_a_remedy(files):
    assert all(set(codes(f)) <= set(WORDS) for f in files.values())
    for message, fix in WORDS.values():
        assert message
        assert fix
        assert not any(word in message + fix for word in ("请", "非法", "无效字段"))


def test_a_name_of_the_site_as_source_is_called_a_fallback(files):
    assert files["notice.html"]["source_is_fallback"]
    assert not files["repealed.html"]["source_is_fallback"]


def test_all_eight_labels_of_the_block_are_reported_empty_ones_too(files):
    labels = {x["key"]: x["raw"] for x in files["summary.txt"]["labels"]}
    assert labels == {
        "index_no": "990700036/2021-00008",
        "doc_number": "",
        "keywords": "",
        "publisher": "市發展改革委",
        "disclosure_mode": "主動公開",
        "responsible_unit": "辦公室",
        "generated_date": "2021-01-07 10:32:59",
        "validity": "",
    }
    empty = [f for f in files["summary.txt"]["findings"] if f["code"] == "import-empty-label"]
    assert [f["field"] for f in empty] == ["文號", "關鍵詞", "是否有效"]


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


ODD = {
    "empty.html": b"",
    "blank.txt": b" \n\t\n",
    "binary.html": b"<html>\0\0\x01\x02" + bytes(range(256)) * 4,
    "cut.txt": "示例市财政局".encode()[:-1] + b"\xff",
    "broken.html": "<html><table><tr><td>索引号：<td colspan=x rowspan=-3><b".encode(),
    "nest.html": ("<div>" * 3000 + "示例" + "</div>" * 10).encode(),
    "word.docx": b"PK\x03\x04 not a zip",
    "old.doc": b"\xd0\xcf\x11\xe0",
    "tags.htm": b"<meta name=ArticleTitle><meta content=x><title></title>",
}


def test_odd_input_gives_findings_and_never_a_traceback(tmp_path):
    folder = tmp_path / "from"
    folder.mkdir()
    for name, data in ODD.items():
        (folder / name).write_bytes(data)
    os.symlink("/etc/hostname", folder / "link.txt")
    os.symlink(folder, folder / "loop")
    files = imported(folder, tmp_path)
    assert set(files) == {*ODD, "link.txt", "loop"}
    assert all(file["findings"] for file in files.values())
    assert "import-failed" not in {c for file in files.values() for c in codes(file)}
    assert codes(files["link.txt"]) == {"import-symlink"}
    assert codes(files["empty.html"]) == {"import-empty-file"}
    assert "import-not-read" in codes(files["old.doc"])


@pytest.mark.parametrize(
    ("name", "declared"), [("gb18030", "gb2312"), ("gbk", ""), ("utf-16", ""), ("utf-8-sig", "")]
)
def test_another_encoding_is_read_strictly_and_reported(tmp_path, name, declared):
    folder = tmp_path / "from"
    folder.mkdir()
    text = (PAGES / "accounts.html").read_text(encoding="utf-8")
    text = text.replace('<meta charset="UTF-8" />', f'<meta charset="{declared}">')
    (folder / "page.html").write_bytes(text.encode(name))
    file = imported(folder, tmp_path)["page.html"]
    assert values(file) == FOUND["accounts.html"]
    assert ("import-encoding" in codes(file)) == (name != "utf-8-sig")


def test_big5_is_read_where_the_page_declares_it(tmp_path):
    folder = tmp_path / "from"
    folder.mkdir()
    text = (PAGES / "elsewhere.html").read_text(encoding="utf-8")
    (folder / "page.html").write_bytes(text.encode("big5hkscs"))
    assert values(imported(folder, tmp_path)["page.html"]) == FOUND["elsewhere.html"]


def test_a_word_file_gives_title_signature_and_table(tmp_path):
    folder = tmp_path / "from"
    folder.mkdir()
    paper = Document()
    for line in (
        "示例市财政局文件",
        "示财〔2022〕9号",
        "示例市财政局",
        "关于下达2022年补助资金的通知",
        "各县区财政局：",
        "现将资金下达给你们，**不得**挪用。",
    ):
        paper.add_paragraph(line)
    table = paper.add_table(rows=2, cols=2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, words in zip(cells, ["县区", "金额", "甲县", "3"], strict=True):
        cell.text = words
    for line in ("示例市财政局", "2022年5月6日"):
        paper.add_paragraph(line)
    paper.save(str(folder / "通知.docx"))
    file = imported(folder, tmp_path)["通知.docx"]
    assert values(file) == {
        "title": "示例市财政局关于下达2022年补助资金的通知",
        "doc_number": "示财〔2022〕9号",
        "issuer": "示例市财政局",
        "written_date": "2022-05-06",
    }
    text = (tmp_path / "to" / file["item"]).read_text(encoding="utf-8")
    assert "县区 | 金额 |\n甲县 | 3 |\n" in text
    assert "**不得**" in text


def test_a_theme_may_be_named_by_a_variable_or_stand_as_a_code(tmp_path):
    folder = tmp_path / "from"
    folder.mkdir()
    page = (PAGES / "policy.html").read_text(encoding="utf-8")
    before = 'if(zhuTi[key].value=="0201"){'
    assert before in page
    (folder / "a.html").write_text(
        page.replace(before, 'var code = "0201"; if (code === zhuTi[key].value) {').replace(
            "code === zhuTi[key].value", "zhuTi[key].value === code"
        ),
        encoding="utf-8",
    )
    (folder / "b.html").write_text(
        page.replace('"zhuTi"></font>', '"zhuTi">0201</font>'), encoding="utf-8"
    )
    (folder / "c.html").write_text(page.replace('=="0201"', '=="2200"'), encoding="utf-8")
    (folder / "d.html").write_text(page.replace('=="0201"', '=="1801"'), encoding="utf-8")
    files = imported(folder, tmp_path)
    assert [values(files[n]).get("theme") for n in sorted(files)] == [
        "政务公开",
        "政务公开",
        None,
        None,
    ]


def test_two_pages_with_one_number_are_not_both_numbered(tmp_path):
    folder = tmp_path / "from"
    folder.mkdir()
    page = (PAGES / "accounts.html").read_bytes()
    (folder / "a.html").write_bytes(page)
    (folder / "b.html").write_bytes(page)
    files = imported(folder, tmp_path)
    assert "import-number-taken" in codes(files["b.html"])
    assert len(load(str(tmp_path / "to"), DAY).items) == 1
