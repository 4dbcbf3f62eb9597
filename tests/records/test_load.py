"""CONTENT to Corpus: what becomes an item, what waits, what stays away, and what is derived."""

import subprocess
from datetime import date

import pytest

from plugins.records.load import load
from plugins.records.tree import walk
from tests import small_town

REPORTS = '[[column]]\nid = "baogao"\nname = "工作报告"\n'
TODAY = date(2026, 11, 22)


@pytest.fixture
def content(tmp_path):
    small_town.register(
        tmp_path,
        site=small_town.SITE,
        bodies=small_town.BODIES,
        columns=f"{small_town.COLUMNS}\n{REPORTS}",
        profiles=small_town.PROFILES,
    )
    return tmp_path


def put(content, path, *lines, text="正文。"):
    small_town.put(content / path, "\n".join(["---", *lines, "---", text]))


def rule(content, serial, *lines, column="行政规范性文件", text="正文。"):
    head = [
        f"索引号: 990700002/2026-{serial}",
        f"名称: 文件{serial}",
        f"栏目: {column}",
        "公开方式: 主动公开",
    ]
    put(content, f"items/zfb/2026/{serial}.md", *head, *lines, text=text)


def only(content, day=TODAY):
    (item,) = load(str(content), day).items
    return item


def test_an_item_is_resolved_from_what_was_typed_and_where_it_lies(content):
    rule(content, "00001", "成文日期: 2026-03-01", "文号: 示政办发[2026]8号", "关键词: 水价、听证")
    item = only(content)
    assert item.address == "item/990700002/2026-00001.html"
    assert item.publisher.id == item.issuer.id == "zfb"
    assert item.generated_date == item.written_date == date(2026, 3, 1)
    assert (item.doc_number.written, item.doc_number.normal) == (
        "示政办发[2026]8号",
        "示政办发〔2026〕8号",
    )
    assert item.keywords == ("水价", "听证")
    assert [d.code for d in item.duties] == ["20-1"]


def test_the_address_follows_from_the_number_not_the_title(content):
    rule(content, "00001")
    before = only(content).address
    path = content / "items/zfb/2026/00001.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("文件00001", "新名称"), encoding="utf-8"
    )
    assert only(content).address == before
    assert only(content).title == "新名称"


@pytest.mark.parametrize("line", ["公开方式: 依申请公开", "公开方式: 不予公开", "公开范围: 对内"])
def test_what_is_not_for_everybody_is_withheld(content, line):
    rule(content, "00001")
    path = content / "items/zfb/2026/00001.md"
    text = path.read_text(encoding="utf-8").replace("公开方式: 主动公开", line)
    path.write_text(text, encoding="utf-8")
    corpus = load(str(content), TODAY)
    assert not corpus.items
    assert len(corpus.withheld) == 1


def test_a_draft_is_listed_and_not_an_item(content):
    put(content, "items/zfb/2026/x.md", "索引号: 待编", "名称: 草稿")
    corpus = load(str(content), TODAY)
    assert not corpus.items
    assert [r.path for r in corpus.drafts] == ["items/zfb/2026/x.md"]


def test_an_imported_item_may_stay_without_a_number_where_the_office_says_so(content):
    lines = (
        "名称: 旧闻",
        "栏目: 工作报告",
        "公开方式: 主动公开",
        "导入来源: https://old.example/1.htm",
    )
    put(content, "items/zfb/2011/old.md", *lines)
    assert len(load(str(content), TODAY).drafts) == 1
    (content / "registry/site.toml").write_text(
        'name = "市"\nkeep_unnumbered = true\n', encoding="utf-8"
    )
    item = only(content)
    assert item.address.startswith("legacy/")
    assert len(item.address) == len("legacy/123456789012.html")
    assert item.index_no == ""


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (["有效性: 有效"], "有效"),
        (["有效性: 现行有效"], "有效"),
        (["有效性: 有效", "有效期至: 2026-11-22"], "有效"),
        (["有效性: 有效", "有效期至: 2026-11-21"], "失效"),
        (["有效性: 有效", "施行日期: 2026-11-23"], "尚未施行"),
        (["有效性: 尚未施行", "施行日期: 2026-11-22"], "有效"),
        (["有效性: 有效", "废止日期: 2026-01-01"], "废止"),
        (["有效性: 废止"], "废止"),
        ([], ""),
    ],
)
def test_validity_is_the_state_on_the_day(content, lines, word):
    rule(content, "00001", *lines)
    assert only(content).validity.word == word
    assert only(content).validity.asked


def test_validity_is_not_shown_where_the_profile_does_not_ask(content):
    rule(content, "00001", column="工作报告")
    assert not only(content).validity.asked


def test_a_relation_stands_on_both_ends_whichever_wrote_it(content):
    rule(content, "00001", "文号: 示政办发〔2026〕1号")
    rule(content, "00002", "文号: 示政办发〔2026〕2号", "废止文件: 示政办发[2026]01号")
    rule(content, "00003", "解读对象: 990700002/2026-00002", column="政策解读")
    links = {
        i.title: [(r.label, r.address) for r in i.relations]
        for i in load(str(content), TODAY).items
    }
    assert links["文件00001"] == [("被废止", "item/990700002/2026-00002.html")]
    assert links["文件00002"] == [
        ("废止", "item/990700002/2026-00001.html"),
        ("被解读", "item/990700002/2026-00003.html"),
    ]
    assert links["文件00003"] == [("解读", "item/990700002/2026-00002.html")]


def test_a_relation_to_a_document_elsewhere_is_kept_without_a_link(content):
    rule(content, "00001", "废止文件: 示政发〔1998〕3号")
    (relation,) = only(content).relations
    assert (relation.number, relation.address) == ("示政发〔1998〕3号", "")


def test_the_genre_is_the_last_word_of_an_official_title(content):
    rule(content, "00001")
    path = content / "items/zfb/2026/00001.md"
    text = path.read_text(encoding="utf-8").replace("文件00001", "关于供水的通知（试行）")
    path.write_text(text, encoding="utf-8")
    assert only(content).genre == "通知"


def test_attachments_come_in_the_order_named_and_linked_files_count(content):
    folder = content / "items/zfb/2026/00001"
    folder.mkdir(parents=True)
    for name in ("b.pdf", "a.xlsx", "图.png"):
        (folder / name).write_bytes(b"x")
    lines = ("附件:", "  - 文件: b.pdf", "    标题: 乙", "  - a.xlsx")
    rule(content, "00001", *lines, text="见![示意图](图.png)。")
    item = only(content)
    assert [(a.name, a.title) for a in item.attachments] == [
        ("b.pdf", "乙"), ("a.xlsx", "a.xlsx"), ("图.png", "图.png"),
    ]  # fmt: skip


def test_two_items_may_have_files_of_one_name(content):
    for serial in ("00001", "00002"):
        folder = content / f"items/zfb/2026/{serial}"
        folder.mkdir(parents=True)
        (folder / "附件.pdf").write_bytes(serial.encode())
        rule(content, serial, "附件: 附件.pdf")
    paths = {i.attachments[0].path for i in load(str(content), TODAY).items}
    assert len(paths) == 2


def test_line_ends_do_not_change_what_is_read(content):
    rule(content, "00001", text="一\n二\n")
    path = content / "items/zfb/2026/00001.md"
    plain = only(content)
    for end in (b"\r\n", b"\r"):
        path.write_bytes(
            path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", end)
        )
        assert only(content).record.text == plain.record.text


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("各单位：\n\n为规范供水管理，市供水公司自2026年5月起实行阶梯水价。具体如下。", "市供水公司自2026年5月起实行阶梯水价。"),
        ("各镇：\n现将有关事项通知如下：\n一、提高补贴标准\n内容。\n二、简化申领手续\n内容。", "提高补贴标准、简化申领手续。"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_summary_is_extracted_and_says_so(content, text, summary):
    rule(content, "00001", text=text)
    assert only(content).summary.text == summary
    assert only(content).summary.extracted is bool(summary)


@pytest.mark.parametrize("form", [(), ("正文格式: text",)])
def test_a_summary_keeps_every_mask(content, form):
    said = "经查，当事人张**的联系电话为138****1234，住址在[2021](8)号院。"
    rule(content, "00001", *form, text=said)
    assert only(content).summary.text == said


def test_a_summary_is_read_from_a_long_line_in_no_time(content):
    rule(content, "00001", text="自来水公司说明情况，" * 50_000)
    assert only(content).summary.text == ""


def test_content_may_be_a_repository_of_its_own(content):
    rule(content, "00001")
    subprocess.run(["git", "init", "-q", content], check=True)
    (content / ".gitattributes").write_text("*.pdf binary\n", encoding="utf-8")
    found = _strays(content)
    (content / "items/.git").mkdir()
    (content / "items/.git/config").write_text("", encoding="utf-8")
    assert not found
    assert _strays(content) == {"items/.git/config"}


def _strays(content):
    """The paths that have no business in CONTENT."""
    return set(walk(str(content)).faults)
