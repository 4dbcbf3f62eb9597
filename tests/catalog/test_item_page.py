"""The page of an item: the block, the warnings, the files, and what machines read."""

import dataclasses
import json
from datetime import date

import pytest

from plugins import catalog, topics
from plugins.catalog.context import File
from plugins.catalog.files import _file
from plugins.catalog.item_page import cite
from plugins.plan import Copy, Page, Picture
from plugins.records.fields import FIELDS, Show
from plugins.records.item import Validity
from plugins.records.source import Attachment
from tests.plans import flat
from tests.theme import town

OPINION = "item/990700001/2021-00008.html"
REPEALED = "item/990700001/2016-00003.html"
UNSTATED = "item/990700001/2021-00010.html"
REPRINT = "item/990700004/2022-00001.html"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return town.corpus(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def plan(corpus):
    return {o.address: o for o in flat(catalog.plan(corpus, town.build()))}


@pytest.fixture(scope="module")
def pages(plan):
    return {a: o.context for a, o in plan.items() if isinstance(o, Page)}


def facts(page):
    return {f.label: f for f in page.facts}


def test_the_block_follows_the_schema(pages):
    order = [f.label for f in FIELDS if f.show is Show.BLOCK]
    shown = [f.label for f in pages[OPINION].facts]
    assert shown == [label for label in order if label in shown]
    assert {
        "索引号",
        "发布机构",
        "发文机关",
        "责任部门",
        "文号",
        "关键词",
        "有效性",
        "内容概述",
        "公开方式",
    } <= set(shown)


def test_what_is_empty_is_left_out(pages):
    for page in pages.values():
        for fact in getattr(page, "facts", ()):
            assert fact.value or fact.state
    assert "联合发文单位" not in facts(pages[OPINION])


def test_values_lead_to_lists_that_exist(pages, corpus):
    gathered = {o.address for o in flat(topics.plan(corpus, town.build()))}
    for page in pages.values():
        for fact in getattr(page, "facts", ()):
            assert not fact.address or fact.address in pages or fact.address in gathered
    assert facts(pages[OPINION])["发布机构"].address == "body/szf/index.html"
    assert facts(pages[REPRINT])["发文机关"].address == ""


def test_a_policy_document_without_validity_says_whom_to_ask(pages):
    validity = facts(pages[UNSTATED])["有效性"]
    assert validity.state == Validity("", asked=True)
    assert validity.note == "请向示例市人民政府核实，电话0999-8210001"


def test_validity_is_not_shown_where_it_is_not_asked_for(pages):
    assert "有效性" not in facts(pages[REPRINT])


def test_the_day_of_publication_is_never_invented(corpus, pages):
    imported = next(i for i in corpus.items if i.imported)
    assert facts(pages[imported.address])["公开日期"].value == "原发布日期不详，2026-01-01迁入"
    assert facts(pages[imported.address])["索引号"].value == "无索引号"
    assert facts(pages[REPRINT])["公开日期"].value == "未发布（预览）"
    assert facts(pages[OPINION])["公开日期"].value == date(2021, 8, 13)
    assert dict(pages[OPINION].head.article)["PubDate"] == "2021-08-13 00:00"
    assert dict(pages[REPRINT].head.article)["PubDate"] == ""


def test_a_repealed_document_says_so_and_leads_to_its_successor(pages):
    notice = pages[REPEALED].notice
    assert notice.text == "本文件已于2021年9月1日废止，不再执行。"
    assert [link.address for link in notice.links] == [OPINION]
    assert pages[OPINION].notice is None


def test_relations_stand_on_both_sides(pages):
    seen = {(r.label, r.address) for r in pages[OPINION].relations}
    assert seen == {("废止", REPEALED), ("废止", ""), ("被解读", "item/990700001/2021-00011.html")}
    assert [(r.label, r.address) for r in pages[REPEALED].relations] == [("被废止", OPINION)]


def test_a_reprint_names_its_source(pages):
    assert pages[REPRINT].source == "示例省人民政府网站"
    assert pages[REPRINT].source_url == "https://www.sheng.example/1.html"
    assert pages[OPINION].source == ""


def test_the_item_s_own_telephone_goes_before_the_body_s(pages):
    assert (pages[OPINION].consult, pages[OPINION].consult_phone) == ("住房保障科", "0999-8210002")
    assert pages[REPRINT].consult_phone == "0999-8210001"  # shared with szf


def test_files_say_what_they_are(pages):
    plan_file, map_file = pages[OPINION].files
    assert (plan_file.title, plan_file.kind, plan_file.detail) == ("2021年改造计划表", "PDF", "3页")
    assert (map_file.kind, map_file.detail) == ("图片", "800×500像素")
    assert (map_file.width, map_file.height) == (320, 200)
    assert len(pages[UNSTATED].files) == 20


def test_files_are_copied_and_pictures_have_a_small_one(plan):
    folder = OPINION.removesuffix(".html")
    assert isinstance(plan[f"{folder}/计划.pdf"], Copy)
    assert isinstance(plan[f"{folder}/示意图.jpg"], Copy)
    assert isinstance(plan[f"{folder}/thumb/示意图.jpg"], Picture)


def test_a_picture_taken_sideways_is_measured_upright(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(town.picture(800, 500, orientation=6))
    file = _file("item/a.html", Attachment("a.jpg", "a.jpg", 9), str(path))
    assert (file.detail, file.width, file.height) == ("500×800像素", 320, 512)


def test_a_broken_file_is_still_listed(tmp_path):
    for name in ("a.pdf", "a.png"):
        (tmp_path / name).write_bytes(b"nothing of the kind")
        file = _file("item/a.html", Attachment(name, name, 19), str(tmp_path / name))
        assert isinstance(file, File)
        assert file.detail == ""


def test_a_citation_nests_its_title_marks(corpus):
    item = next(i for i in corpus.items if i.address == REPEALED)
    assert cite(item) == (
        "示例市人民政府：《关于印发〈示例市旧住宅区整治办法〉的通知》（示政发〔2016〕3号），"
        "2016年3月12日，索引号990700001/2016-00003"
    )


def test_json_ld_cannot_close_its_script(pages):
    data = pages[REPRINT].head.json_ld
    assert "<" not in data
    assert json.loads(data)["name"] == "转载示例省人民政府关于<示例>的通知"
    assert json.loads(pages[OPINION].head.json_ld)["datePublished"] == "2021-08-13"


@pytest.mark.parametrize(
    ("word", "change", "text"),
    [
        ("失效", {"valid_until": date(2024, 1, 2)}, "本文件已失效（有效期至2024年1月2日）。"),
        ("失效", {"valid_until": None}, "本文件已失效。"),
        (
            "尚未施行",
            {"effective_date": date(2027, 1, 1)},
            "本文件尚未施行，自2027年1月1日起施行。",
        ),
        ("已修改", {}, "本文件已被修改，阅读时应当对照修改文件。"),
    ],
)
def test_each_state_has_its_sentence(corpus, word, change, text):
    item = next(i for i in corpus.items if i.address == OPINION)
    item = dataclasses.replace(item, validity=Validity(word, asked=True), **change)
    assert catalog.item_page.notice(item).text == text


def test_the_tags_of_47_are_there(pages):
    head = pages[OPINION].head
    assert (head.column_name, head.column_type) == ("行政规范性文件", "信息公开目录")
    names = [name for name, _ in head.article]
    assert names[:3] == ["ArticleTitle", "PubDate", "ContentSource"]
    assert (
        dict(head.article)["Url"] == "https://www.shili.example/zwgk/item/990700001/2021-00008.html"
    )


def test_what_is_published_never_says_that_it_is_not(corpus):
    build = dataclasses.replace(town.build(), publish=True)
    plan = {o.address: o for o in flat(catalog.plan(corpus, build)) if isinstance(o, Page)}
    imported = next(i for i in corpus.items if i.imported)
    assert "公开日期" not in facts(plan[REPRINT].context)
    assert facts(plan[OPINION].context)["公开日期"].value == date(2021, 8, 13)
    assert "原发布日期不详" in facts(plan[imported.address].context)["公开日期"].value


def test_a_phone_shows_what_matters_before_the_rest(pages):
    first = [f.label for f in pages[OPINION].facts if f.first]
    assert first == ["索引号", "发布机构", "文号", "成文日期", "生成日期", "公开日期", "有效性"]


def test_traditional_text_says_so(corpus):
    item = next(i for i in corpus.items if i.address == REPRINT)
    record = dataclasses.replace(item.record, text="轉載國務院關於進一步優化營商環境的實施意見。")
    old = dataclasses.replace(item, title="轉載實施意見", record=record)
    around = catalog.item_page.Around(corpus.registry, corpus.root, town.URL, False, frozenset())
    planned = catalog.item_page.context_of(old, around)
    assert planned.lang == "zh-Hant"
    assert json.loads(planned.head.json_ld)["inLanguage"] == "zh-Hant"
    assert catalog.machine.traditional(item) is False


def test_machines_read_files_force_and_relations(pages):
    url = town.URL
    opinion = json.loads(pages[OPINION].head.json_ld)
    assert opinion["legislationLegalForce"] == "https://schema.org/InForce"
    assert [f["name"] for f in opinion["associatedMedia"]] == ["2021年改造计划表", "范围示意图"]
    assert [r.get("url") for r in opinion["legislationRepeals"]] == [url + REPEALED, None]
    repealed = json.loads(pages[REPEALED].head.json_ld)
    assert repealed["creativeWorkStatus"] == "废止"
    assert repealed["expires"] == "2021-09-01"
    assert [r["url"] for r in repealed["@reverse"]["legislationRepeals"]] == [url + OPINION]


def test_joint_issuers_are_authors(corpus):
    item = next(i for i in corpus.items if i.address == OPINION)
    other = corpus.registry.bodies["jyj"]
    joint = dataclasses.replace(item, joint_issuers=(item.issuer, other))
    data = json.loads(catalog.machine.json_ld(joint, ""))
    assert [a["name"] for a in data["author"]] == ["示例市人民政府", "示例市教育局"]
    assert dict(catalog.machine.article(joint, ""))["Author"] == "示例市人民政府,示例市教育局"


def test_the_feed_of_an_item_is_named_after_its_column(pages):
    assert pages[OPINION].head.feed_name == "行政规范性文件"
