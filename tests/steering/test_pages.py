"""What citizens see: those in office alone, telephones of offices, and never what is kept inside."""

import csv
import io
from dataclasses import replace

import pytest

import pelicanconf
from plugins import addresses, directory, keypoints, regulations, sitemap
from plugins.frame import frame
from plugins.plan import Page
from plugins.press import assets
from plugins.press.render import Renderer
from tests.plans import flat
from tests.rooms.town import Press, build
from tests.steering import town


@pytest.fixture
def corpus(tmp_path):
    return town.write(tmp_path)


def planned(room, corpus):
    return {output.address: output for output in flat(room.plan(corpus, build()))}


def html(room, corpus, address):
    return Press(corpus).html(planned(room, corpus)[address])


def test_the_roster_has_those_in_office_and_history_the_others(corpus):
    page = html(directory, corpus, addresses.LEADERS)
    assert "尹目录" in page
    assert "0999-8210011" in page
    assert "廖存档" not in page
    assert "将到任" not in page
    gone = html(directory, corpus, addresses.FORMER_LEADERS)
    assert "廖存档" in gone
    assert "2019-03-01至2022-08-31" in gone
    assert "尹目录" not in gone


def test_whoever_has_no_telephone_is_reached_at_the_office(corpus):
    page = planned(directory, corpus)[addresses.leaders_of("zfb")].context
    assert [line[3].text for line in page.sections[0].grid.lines] == [
        "0999-8210011",
        "0999-8210000",
    ]
    mzj = planned(directory, corpus)[addresses.leaders_of("mzj")].context
    assert mzj.sections[0].grid.lines[0][3].text == "0999-8215000"


def test_a_board_is_a_sheet_of_one_body(corpus):
    page = html(directory, corpus, addresses.leaders_of("zfb"))
    assert "gk-page--sheet" in page
    assert "温济川" not in page
    assert "办公时间：工作日8:30至12:00" in page


def test_liaisons_are_a_page_and_a_table_with_offices_alone(corpus):
    outputs = planned(directory, corpus)
    rows = list(csv.reader(io.StringIO(outputs["directory/liaisons.csv"].data.decode("utf-8-sig"))))
    assert rows[0] == ["机构", "科室", "办公电话"]
    assert rows[1] == ["示例市人民政府办公室", "政务公开科", "0999-8210001"]
    assert len(rows) == 5
    assert "政务公开科" in Press(corpus).html(outputs[addresses.LIAISONS])


def test_of_liaisons_that_stay_inside_no_byte_is_made_by_any_room(tmp_path):
    corpus = town.write(tmp_path, liaisons=town.LIAISONS.replace("public = true", "public = false"))
    made, outputs = (
        build(),
        [o for room in pelicanconf.ROOMS for o in flat(room.plan(corpus, build()))],
    )
    theme = assets.collect(made.theme).addresses
    there = frozenset(output.address for output in outputs)
    renderer = Renderer(made, frame(corpus, made), theme, there)
    assert addresses.LEADERS in there
    for output in outputs:
        data = renderer.bytes_of(output, "liaisons")
        assert "liaison" not in output.address
        for secret in ("党政办公室", "0999-8281001", "0999-8215001"):
            assert secret.encode() not in data, output.address


def test_the_directory_leads_to_what_there_is(corpus, tmp_path):
    doors = planned(directory, corpus)[addresses.DIRECTORY].context.doors
    assert [door.address for door in doors] == [
        addresses.LEADERS,
        addresses.LIAISONS,
        addresses.ENTERPRISES,
    ]
    none = dict.fromkeys(town.TABLES, "# 没有\n")
    bare = planned(directory, town.write(tmp_path / "bare", **none))
    assert list(bare) == [addresses.DIRECTORY]
    assert bare[addresses.DIRECTORY].context.doors == ()


def test_the_page_of_enterprises_says_by_what_and_whom_to_turn_to(corpus):
    page = html(directory, corpus, addresses.ENTERPRISES)
    for words in (
        "供水信息公开办法（示例）",
        "主管部门：示例市民政局（申诉电话0999-8215000）",
        "政府信息公开条例第五十五条第二款",
        "应当及时调查处理",
        'href="../column/kong/index.html"',
    ):
        assert words in page


def test_key_points_show_state_and_evidence_and_the_same_as_a_table(corpus):
    outputs = planned(keypoints, corpus)
    address = addresses.keypoints_year(2024)
    page = Press(corpus).html(outputs[address])
    for words in (
        "示例省人民政府办公厅（示省政办发〔2024〕3号）",
        "1. 公开低保标准",
        "市民政局、市政府办公室（救助科）",
        'href="../item/990700015/2024-00001.html"',
        'href="https://www.sheng.example/1.html"',
    ):
        assert words in page
    counts = {figure.label: figure.count for figure in outputs[address].context.figures}
    assert counts == {"已完成": 1, "未到期": 1, "逾期未完成": 0}
    rows = list(csv.DictReader(io.StringIO(outputs["keypoints/2024.csv"].data.decode("utf-8-sig"))))
    assert [row["状态"] for row in rows] == ["已完成", "未到期"]
    index = outputs[addresses.KEYPOINTS].context.sections[0].grid
    assert [[cell.text for cell in line[1:]] for line in index.lines] == [
        ["2", "1", "1", "0"],
        ["0", "0", "0", "0"],
    ]


def test_what_is_late_stands_out(corpus):
    late = replace(corpus, day=town.date(2024, 6, 4))
    assert '<strong class="gk-grid__alert">逾期未完成</strong>' in html(
        keypoints, late, addresses.keypoints_year(2024)
    )


def test_a_night_changes_only_the_pages_that_show_it(corpus):
    rooms, night = (directory, keypoints, regulations), replace(corpus, day=town.date(2024, 6, 4))
    before, after = (
        {k: v for room in rooms for k, v in planned(room, one).items()} for one in (corpus, night)
    )
    assert {address for address, output in after.items() if output != before[address]} == {
        "directory/index.html",  # 将到任 has come
        "directory/leaders.html",
        "directory/leaders/zfb.html",
        "keypoints/index.html",
        "keypoints/2024.html",
        "keypoints/2024.csv",
    }


def test_rules_that_are_shared_are_counted_once(corpus):
    page = planned(regulations, corpus)[addresses.CHECKLIST].context
    assert {figure.label: figure.count for figure in page.figures} == {"应有": 2, "缺少": 0}


def test_the_checklist_shows_rules_with_their_stage_and_gaps(corpus, tmp_path):
    page = html(regulations, corpus, addresses.CHECKLIST)
    assert "政府信息公开审查办法（试行）" in page
    assert 'href="../item/990700015/2024-00002.html"' in page
    assert "gk-grid__alert" not in page
    gap = town.write(tmp_path, rule_kinds=town.RULE_KINDS.replace("{mzj", "{zfb"))
    assert '<strong class="gk-grid__alert">缺</strong>' in html(
        regulations, gap, addresses.CHECKLIST
    )
    assert "rules/checklist.html" in {
        door.address for door in planned(regulations, corpus)[addresses.RULES].context.doors
    }


def test_without_a_rule_the_checklist_leads_to_no_index_of_rules(corpus):
    bare = replace(corpus, rules=())
    assert addresses.RULES not in planned(regulations, bare)
    page = html(regulations, bare, addresses.CHECKLIST)
    assert 'href="../item/990700015/2024-00002.html"' in page
    assert "全部政府信息公开制度" not in page
    assert "全部政府信息公开制度" in html(regulations, corpus, addresses.CHECKLIST)


def test_every_page_stands_in_the_map_of_the_site(corpus):
    rooms = (directory, keypoints, regulations)
    pages = {
        address
        for room in rooms
        for address, output in planned(room, corpus).items()
        if isinstance(output, Page)
    }
    page = planned(sitemap, corpus)[addresses.SITEMAP_PAGE].context
    listed = {link.address for link in (*page.rooms, *page.documents)}
    assert pages <= listed
