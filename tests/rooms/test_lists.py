"""Directory, duties, policy and yearly reports: who and what, counted and linked."""

import pytest

from plugins import addresses, directory, duties, policy, reports
from plugins.plan import Page
from tests.plans import flat
from tests.rooms.town import COLUMNS, Press, abolished, build, item, write


def planned(room, corpus) -> dict[str, Page]:
    return {page.address: page for page in flat(room.plan(corpus, build()))}


@pytest.fixture
def corpus(tmp_path):
    notices = (
        item(
            "zfb",
            2023,
            n,
            f"通知{n}",
            "行政规范性文件",
            f"文号: 示政办发〔2023〕{n}号",
            "有效性: 有效",
        )
        for n in range(1, 6)
    )
    return write(
        tmp_path,
        *notices,
        item("zfb", 2024, 1, "解读一", "政策解读", "解读对象: 示政办发〔2023〕5号"),
        item("zfb", 2024, 2, "解读外来文件", "政策解读", "解读对象: 示政办发〔1999〕1号"),
        item("mzj", 2024, 1, "低保发放情况", "社会救助"),
        item("zfb", 2022, 1, "2021年政府信息公开工作年度报告", "政府信息公开年报"),
        item("mzj", 2024, 2, "政府信息公开工作年度报告", "政府信息公开年报", "所属年度: 2023"),
        item("mzj", 2024, 3, "公开工作情况", "政府信息公开年报"),
    )


def test_bodies_stand_by_kind_with_counts_and_contacts(corpus):
    kinds = directory.kinds(corpus)
    assert [(k.name, [b.body.id for b in k.bodies]) for k in kinds] == [
        ("政府办公室", ["zfb"]),
        ("政府部门", ["mzj"]),
        ("乡镇人民政府", ["qsz"]),
        ("公共企事业单位", ["swgs"]),
    ]
    welfare = kinds[1].bodies[0]
    assert (welfare.count, welfare.listing) == (3, "body/mzj/index.html")
    assert (welfare.body.phone, welfare.body.address) == ("0999-8215000", "示例市中山路1号")
    assert welfare.shares == "示例市人民政府办公室"


def test_a_body_without_items_leads_nowhere(corpus):
    town = directory.kinds(corpus)[2].bodies[0]
    assert (town.listing, town.feed, town.duties, town.guide) == ("", "", "", "")


def test_a_blank_column_is_not_in_the_tree(corpus):
    page = planned(directory, corpus)[addresses.DIRECTORY].context
    assert [(n.label, n.count) for n in page.tree] == [
        ("政策", 7),
        ("社会救助", 1),
        ("收费项目", 0),
        ("政府信息公开年报", 3),
    ]
    assert [(n.label, n.count) for n in page.tree[0].children] == [
        ("行政规范性文件", 5),
        ("政策解读", 2),
    ]


def test_a_signed_sentence_is_the_content_of_its_column(corpus):
    html = Press(corpus).html(planned(directory, corpus)[addresses.DIRECTORY])
    assert "本机关没有收费项目。" in html
    assert "导入登记，名称和联系方式未经核实" in html


def test_every_item_of_a_duty_stands_on_its_pages(corpus):
    pages = planned(duties, corpus)
    years = [p.context for a, p in pages.items() if a.startswith("duties/20-1/")]
    titles = [row.title for page in years for row in page.rows]
    assert sorted(titles) == [f"通知{n}" for n in range(1, 6)]
    assert [row.title for row in years[0].rows] == ["通知3", "通知2", "通知1"]


def test_a_full_page_of_a_duty_stays_when_an_item_comes(tmp_path):
    def page(count):
        made = (item("zfb", 2023, n, f"通知{n}", "行政规范性文件") for n in range(1, count + 1))
        corpus = write(tmp_path / str(count), *made)
        planned_page = planned(duties, corpus)["duties/20-1/2023-1.html"]
        return Press(corpus).html(planned_page)

    assert page(8) == page(7)


def test_a_short_duty_has_no_pages_beside_its_front(corpus):
    pages = planned(duties, corpus)
    assert not [a for a in pages if a.startswith("duties/20-11/")]
    assert [row.title for row in pages["duties/20-11.html"].context.rows] == ["低保发放情况"]


def test_an_empty_duty_is_named_in_the_fold_but_not_linked(corpus):
    pages = planned(duties, corpus)
    group = pages[addresses.DUTIES].context.groups[0]
    assert [row.number for row in group.rows] == ["1", "2", "8", "11"]
    assert len(group.rows) + len(group.blank) == 15
    html = Press(corpus).html(pages[addresses.DUTIES])
    assert "各机关都没有发布信息的事项（11项）" in html
    assert "<li>统计信息</li>" in html
    assert "duties/20-4.html" not in pages


def test_the_registry_discloses_what_a_body_is_and_how_to_reach_it(corpus):
    pages = planned(duties, corpus)
    row = pages["duties/mzj/index.html"].context.groups[0].rows[0]
    assert (row.duty.code, row.address, row.entry) == ("20-2", "", "directory/index.html#mzj")
    html = Press(corpus).html(pages["duties/mzj/index.html"])
    assert 'href="../../directory/index.html#mzj"' in html
    entry = Press(corpus).html(planned(directory, corpus)[addresses.DIRECTORY])
    assert 'id="mzj"' in entry
    assert "负责人：顾章宜（主任）" in entry


def test_bodies_that_say_the_same_stand_together(tmp_path):
    same = COLUMNS.replace('{mzj = "本机关', '{zfb = "本机关没有收费项目。", mzj = "本机关')
    corpus = write(tmp_path, {"registry/columns.toml": same})
    rows = planned(duties, corpus)["duties/20-8.html"].context.nothing
    assert [row.body for row in rows] == ["市政府办公室、市民政局"]
    assert "示例市人民政府办公室、示例市民政局" in [
        n.body for n in directory.nothing(corpus.registry)
    ]


def test_a_page_of_a_year_leads_to_older_pages_only(tmp_path):
    made = (item("zfb", 2023, n, f"通知{n}", "行政规范性文件") for n in range(1, 9))
    pages = planned(duties, write(tmp_path, *made))
    steps = {n: pages[f"duties/20-1/2023-{n}.html"].context.steps for n in (1, 2, 3)}
    assert [[s.address for s in steps[n]] for n in (1, 2, 3)] == [
        [],
        ["duties/20-1/2023-1.html"],
        ["duties/20-1/2023-2.html"],
    ]


def test_a_duty_of_a_signed_sentence_is_linked(corpus):
    pages = planned(duties, corpus)
    row = pages[addresses.DUTIES].context.groups[0].rows[2]
    assert (row.count, row.address) == (0, "duties/20-8.html")
    assert "本机关没有收费项目。" in Press(corpus).html(pages[row.address])


def test_each_body_has_the_duties_of_its_own_level(corpus):
    pages = planned(duties, corpus)
    town = pages["duties/qsz/index.html"].context
    assert [(g.key, len(g.rows), len(g.blank)) for g in town.groups] == [
        ("20", 1, 14),
        ("21-town", 0, 8),
    ]
    office = pages["duties/zfb/index.html"].context
    assert [(g.key, len(g.rows) + len(g.blank)) for g in office.groups] == [
        ("20", 15),
        ("21-county", 7),
    ]
    assert "duties/swgs/index.html" not in pages


def test_a_policy_and_its_interpretation_stand_together(corpus):
    page = planned(policy, corpus)[addresses.POLICY].context
    assert [p.item.title for p in page.policies] == ["通知5", "通知4", "通知3"]
    assert [i.title for i in page.policies[0].interpretations] == ["解读一"]
    assert [i.title for i in page.others] == ["解读外来文件"]
    assert page.total == 5


def test_no_policy_room_without_policies(tmp_path):
    corpus = write(tmp_path, item("mzj", 2024, 1, "低保发放情况", "社会救助"))
    assert planned(policy, corpus) == {}
    assert planned(reports, corpus) == {}


def test_reports_stand_under_the_year_they_cover(corpus):
    page = planned(reports, corpus)[addresses.REPORTS].context
    assert [(y.year, [r.body.id for r in y.reports]) for y in page.years] == [
        (2023, ["mzj"]),
        (2021, ["zfb"]),
        (0, ["mzj"]),
    ]
    assert [(b.body.id, [r.year for r in b.reports]) for b in page.bodies] == [
        ("zfb", [2021]),
        ("mzj", [2023, 0]),
    ]


def test_an_abolished_body_is_marked(tmp_path):
    corpus = write(tmp_path, abolished("qsz", "示例市民政局"))
    html = Press(corpus).html(planned(directory, corpus)[addresses.DIRECTORY])
    assert "（已撤销）" in html
    assert "继续行使职权的机关：示例市民政局" in html


@pytest.mark.parametrize("room", [directory, duties, policy, reports], ids=lambda r: r.__name__)
def test_every_page_of_the_room_is_drawn(room, corpus):
    press = Press(corpus)
    for page in flat(room.plan(corpus, build())):
        assert press.html(page).count("<h1") == 1
