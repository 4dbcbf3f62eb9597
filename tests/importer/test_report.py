"""The report of an import: what is found in old pages and where, and what is doubtful in them."""

import pytest

from plugins.importer.notes import WORDS
from tests.importer.found import FOUND
from tests.importer.reports import PAGES, codes, values


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
