"""What belongs together, on the pages of its items, in JSON-LD, in the search and in the memory."""

import json

import pytest

from plugins import catalog, examined, topics
from plugins.plan import Page
from plugins.records.aspects import ASPECTS, asked, aspects
from plugins.search.documents import document
from tests.belonging import town
from tests.plans import flat

GUIDE = "item/990700015/2025-00001.html"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return town.corpus(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def pages(corpus):
    rooms = (*catalog.plan(corpus, town.BUILD), *topics.plan(corpus, town.BUILD))
    return {o.address: o.context for o in flat(rooms) if isinstance(o, Page)}


def address(number, year=2025, prefix="990700015"):
    return f"item/{prefix}/{year}-{number:05d}.html"


def test_the_ten_aspects_come_first_in_their_official_order():
    ten = "审批项目 法律依据 申报条件 受理部门 审批程序 办理规程 办结时限 申请书格式文本 审批结果 收费"
    assert [field.label for field in ASPECTS][:10] == ten.split()


def test_a_guide_is_a_table_in_the_official_order_whatever_the_order_of_its_lines(pages):
    rows = pages[GUIDE].aspects
    labels = "审批项目 法律依据 申报条件 受理部门 申请书格式文本 审批结果 收费"
    assert [row.label for row in rows] == labels.split()
    said = {row.label: [(line.label, line.address) for line in row.lines] for row in rows}
    assert said["申报条件"] == [("收入: 低于标准", ""), ("财产符合规定", "")]
    assert said["收费"] == [("不收费", "")]


def test_a_form_leads_to_the_attached_file_by_name_or_title(pages):
    forms = next(row for row in pages[GUIDE].aspects if row.label == "申请书格式文本")
    folder = GUIDE.removesuffix(".html")
    assert [(line.label, line.address) for line in forms.lines] == [
        ("低保申请表", f"{folder}/申请表.docx"),
        ("授权书样本", f"{folder}/授权书.docx"),
        ("其余的在窗口领取", ""),
    ]


def test_machines_read_a_government_service_and_every_aspect(pages):
    data = json.loads(pages[GUIDE].head.json_ld)
    service = data["mainEntity"]
    assert service["@type"] == "GovernmentService"
    assert service["name"] == "最低生活保障审核确认"
    assert service["serviceOperator"]["name"] == "清水镇人民政府"
    assert service["audience"]["name"] == "困难家庭"
    assert {part["name"]: part["text"] for part in data["hasPart"]}["收费"] == "不收费"
    assert "mainEntity" not in json.loads(pages[address(3)].head.json_ld)


def test_an_aspect_is_found_by_the_search(corpus):
    found = next(item for item in corpus.items if item.address == GUIDE)
    assert asked(found.profile)
    assert "申报条件：收入: 低于标准；财产符合规定" in document(found).text
    other = next(item for item in corpus.items if item.address == address(3))
    assert not asked(other.profile)
    assert aspects(other.record) == ()


def test_a_pair_is_linked_from_both_of_its_pages_with_the_state_of_the_publicity(pages):
    for number in (2, 3):
        (dossier,) = pages[address(number)].dossiers
        assert (dossier.kind, dossier.subject) == ("审批公示", "养老院")
        shown = [(name, [(m.address, m.state) for m in members]) for name, members in dossier.parts]
        assert shown == [
            ("批前公示", [(address(2), "公示已结束")]),
            ("批后公示", [(address(3), "")]),
        ]


def test_two_bodies_have_a_dossier_each(pages):
    (dossier,) = pages[address(5, prefix="990700002")].dossiers
    assert [len(members) for _, members in dossier.parts] == [1, 0]


def test_a_gap_is_a_part_without_members(pages):
    (dossier,) = pages[address(4)].dossiers
    gaps = [name for name, members in dossier.parts if not members]
    assert gaps == ["招聘指标", "招聘条件", "招聘程序", "录取办法"]
    assert pages[GUIDE].dossiers == ()


def test_a_serial_lists_its_issues_and_what_is_missing(pages):
    page = pages["topics/jianbao/index.html"]
    shown = [(p.name, [(i.name, len(i.rows)) for i in p.issues]) for p in page.parts]
    assert shown == [
        ("2026年", [("第2期", 1), ("第1期", 0)]),
        ("2025年", [("第5期", 1), ("第4期", 0), ("第3期", 1)]),
    ]
    assert (page.count, page.missing) == (3, 2)


def test_a_topic_lists_items_of_any_column_by_year(pages):
    page = pages["topics/dibao/index.html"]
    assert [(p.name, len(p.rows)) for p in page.parts] == [("2025年", 2)]
    index = pages["topics/index.html"]
    assert [c.label for c in index.topics] == ["社会救助"]
    assert [c.label for c in index.serials] == ["民政简报"]


def test_an_item_of_one_topic_leads_to_it(pages):
    facts = {fact.label: fact for fact in pages[address(6)].facts}
    assert facts["专栏"].address == "topics/jianbao/index.html"
    assert facts["期号"].value == "2025年第3期"
    assert {f.label: f for f in pages[address(7)].facts}["专栏"].value == "民政简报、社会救助"


def test_what_is_remembered_is_what_was_read(tmp_path):
    root = tmp_path / "content"
    town.corpus(root)
    names = ("subject", "parts", "topics", "issue")
    seen = []
    for _ in range(2):
        with examined.remembered(str(root), str(tmp_path / "output")) as memory:
            corpus, _ = examined.read(str(root), memory)
        seen.append({i.address: [getattr(i, n) for n in names] for i in corpus.items})
    assert seen[0] == seen[1]
    assert seen[0][address(7)] == ["", (), ("jianbao", "dibao"), (2025, 5)]
    assert len(corpus.known) == len(corpus.items)
