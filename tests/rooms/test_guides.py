"""Guides, rules and the tables of what a guide must hold."""

import dataclasses

import pytest

from plugins import addresses, guide, regulations
from plugins.records.contacts import reached
from plugins.records.guide_parts import headings, lawsuit_at_once, missing, repealed
from tests.rooms.town import GUIDE, RULE, Press, abolished, build, item, write


@pytest.fixture
def corpus(tmp_path):
    return write(
        tmp_path,
        item("mzj", 2024, 1, "低保发放情况", "社会救助"),
        {"guide/mzj.md": GUIDE, "guide/zfb.md": GUIDE, "rules/mzj/shencha.md": RULE},
    )


def test_a_guide_has_the_contacts_of_the_registry(corpus):
    pages = {p.address: p for p in guide.plan(corpus, build())}
    shown = {c.label: c.value for c in pages["guide/mzj.html"].context.contacts}
    assert shown == {
        "机构名称": "示例市民政局",
        "办公地址": "示例市中山路1号",
        "办公时间": "工作日8:30至12:00",
        "联系电话": "0999-8215000",
        "传真号码": "0999-8210009",
        "互联网联系方式": "zwgk@shili.example",
        "邮政编码": "999000",
    }


def test_a_guide_is_drawn_with_its_text_and_its_doors(corpus):
    pages = {p.address: p for p in guide.plan(corpus, build())}
    html = Press(corpus).html(pages["guide/mzj.html"])
    assert "<title>示例市民政局政府信息公开指南" in html
    assert "收到申请之日起20个工作日内答复。" in html
    assert 'href="../body/mzj/index.html"' in html
    assert 'href="../rules/index.html"' in html


def test_the_index_of_guides_names_every_guide(corpus):
    index = next(iter(guide.plan(corpus, build()))).context
    assert [(k.name, [g.address for g in k.guides]) for k in index.kinds] == [
        ("政府办公室", ["guide/zfb.html"]),
        ("政府部门", ["guide/mzj.html"]),
    ]


def test_no_guide_room_without_guides(tmp_path):
    corpus = write(tmp_path, item("mzj", 2024, 1, "低保发放情况", "社会救助"))
    assert not list(guide.plan(corpus, build()))
    assert not list(regulations.plan(corpus, build()))


def test_the_guide_of_an_abolished_body_leads_to_its_successor(tmp_path):
    corpus = write(
        tmp_path,
        abolished("mzj", "示例市人民政府办公室（社会救助）"),
        {"guide/mzj.md": GUIDE, "guide/zfb.md": GUIDE},
    )
    pages = {p.address: p for p in guide.plan(corpus, build())}
    html = Press(corpus).html(pages["guide/mzj.html"])
    assert "继续行使职权的机关：示例市人民政府办公室（社会救助）。" in html
    assert pages["guide/mzj.html"].context.contacts == ()
    assert [door.address for door in pages["guide/mzj.html"].context.doors] == ["guide/zfb.html"]
    assert "示例市民政局（已撤销）" in Press(corpus).html(pages[addresses.GUIDE])


def test_an_enterprise_has_a_guide_to_information_not_of_the_government(tmp_path):
    corpus = write(tmp_path, {"guide/swgs.md": GUIDE})
    page = next(p for p in guide.plan(corpus, build()) if p.address == "guide/swgs.html")
    html = Press(corpus).html(page)
    assert '<h1 class="gk-title">示例市自来水公司信息公开指南</h1>' in html
    assert "政府信息公开工作机构" not in html
    assert page.context.doors == ()


def test_a_rule_says_that_it_is_on_trial(corpus):
    index, page = regulations.plan(corpus, build())
    assert index.address == addresses.RULES
    assert page.context.regulation.status == "试行"
    html = Press(corpus).html(page)
    assert "本制度正在试行。" in html
    assert "第一条 先审查，后公开。" in html


def test_a_whole_guide_lacks_nothing(corpus):
    body = reached(corpus.registry, corpus.registry.bodies["mzj"])
    assert missing(corpus.guides[0].record.text, body) == ()


def test_a_part_without_its_heading_is_missing(corpus):
    body = reached(corpus.registry, corpus.registry.bodies["mzj"])
    text = corpus.guides[0].record.text.replace("# 收费", "")
    assert [part.key for part in missing(text, body)] == ["fees"]


def test_contacts_that_nobody_registered_are_missing(corpus):
    body = corpus.registry.bodies["qsz"]
    keys = {part.key for part in missing(GUIDE, body)}
    assert keys == {"address", "hours", "phone", "fax", "email"}


def test_numbered_lines_are_headings():
    text = "一、信息分类\n（二）获取方式\n正文一、二。\n## 收费标准\n第三章 监督"
    assert headings(text) == ("信息分类", "获取方式", "收费标准", "监督")


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("根据自身生产、生活、科研等特殊需要，可以申请。", "special_need"),
        ("申请人应当说明所需信息的用途。", "purpose"),
        ("依申请提供信息，收取检索、复制、邮寄等成本费用。", "fees"),
        ("收取复印费每页一角。", "fees"),
        ("自收到申请之日起15个工作日内予以答复。", "fifteen_days"),
    ],
)
def test_repealed_custom_is_found(sentence, key):
    hits = list(repealed("# 怎样申请\n\n您好。" + sentence))
    assert [(h.custom.key, h.line) for h in hits] == [(key, 3)]
    assert ("您好。" + sentence)[hits[0].column - 1 :].startswith(hits[0].value)


@pytest.mark.parametrize(
    "sentence",
    [
        "申请不需要说明用途。",
        "不再以特殊需要为条件。",
        "不收取检索费、复制费、邮寄费。",
        "第三方应当自收到征求意见书之日起15个工作日内提出意见。",
        "自收到申请之日起20个工作日内予以答复。",
        "可以收取信息处理费。",
    ],
)
def test_the_present_law_is_no_repealed_custom(sentence):
    assert not list(repealed(sentence))


@pytest.mark.parametrize(
    "text",
    [
        "可以投诉。\n对不予公开不服的，应当先申请行政复议；仍然不服的，再提起行政诉讼。",
        "不予公开决定的行政复议前置。不服复议决定的，提起行政诉讼。",
        "可以申请行政复议。",
    ],
)
def test_review_stands_before_the_lawsuit(text):
    assert lawsuit_at_once(text) is None


def test_a_lawsuit_without_review_before_it_is_found():
    text = "可以投诉。\n可以申请行政复议，或者提起行政诉讼。"
    assert lawsuit_at_once(text) == (2, 14, "行政诉讼")


def test_a_circle_of_shared_offices_ends(tmp_path):
    corpus = write(tmp_path)
    bodies = dict(corpus.registry.bodies)
    bodies["zfb"] = dataclasses.replace(bodies["zfb"], inherits="mzj", phone="")
    registry = dataclasses.replace(corpus.registry, bodies=bodies)
    assert reached(registry, bodies["zfb"]).phone == "0999-8215000"
