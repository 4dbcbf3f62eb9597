"""Who is in office, what is done, which rules are in force: day by day, and what is lacking."""

from datetime import date

import pytest

from plugins import rules
from plugins.agenda import Kind, agenda
from plugins.steering.checklist import State as Rule
from plugins.steering.checklist import checklist
from plugins.steering.enterprises import served
from plugins.steering.progress import State, boards, progress
from plugins.steering.tables import former, serving
from tests.rooms.town import item
from tests.steering import town

CODES = ("GK897", "GK898", "GK899", "GK910", "GK911")


def told(corpus):
    """What the five rules say, by code."""
    found = {}
    for finding in rules.check(corpus):
        if finding.code in CODES:
            found.setdefault(finding.code, []).append((finding.value, finding.message))
    return found


def test_of_a_town_where_all_is_well_nothing_is_said(tmp_path):
    assert told(town.write(tmp_path)) == {}


def test_a_town_without_the_tables_is_asked_for_nothing(tmp_path):
    assert told(town.write(tmp_path, **dict.fromkeys(town.TABLES, "# 没有\n"))) == {}


@pytest.mark.parametrize(
    ("day", "names", "gone"),
    [
        (date(2022, 8, 31), ["顾章宜", "廖存档"], []),
        (date(2022, 9, 1), ["顾章宜", "尹目录"], ["廖存档"]),
        (date(2024, 6, 3), ["顾章宜", "尹目录"], ["廖存档"]),
        (date(2024, 6, 4), ["顾章宜", "尹目录", "将到任"], ["廖存档"]),
    ],
)
def test_a_leader_is_in_office_from_the_first_day_to_the_last(tmp_path, day, names, gone):
    leaders = town.write(tmp_path).registry.steering.leaders
    assert [one.name for one in serving(leaders, day, "zfb")] == names
    assert [one.name for one in former(leaders, day)] == gone


def test_evidence_makes_a_task_done(tmp_path):
    corpus = town.write(tmp_path)
    first, second = progress(corpus)
    assert [proof.address for proof in first.proofs] == [
        "item/990700015/2024-00001.html",
        "rules/zfb/shencha.html",
        "https://www.sheng.example/1.html",
    ]
    assert (first.state, first.dead, second.state) == (State.DONE, (), State.PENDING)
    assert [board.source and board.source.address for board in boards(corpus)] == [
        "https://www.sheng.example/2024.html",
        None,
    ]


@pytest.mark.parametrize(
    ("day", "state"), [(date(2024, 6, 3), State.PENDING), (date(2024, 6, 4), State.OVERDUE)]
)
def test_a_task_is_overdue_from_the_day_after(tmp_path, day, state):
    corpus = town.write(tmp_path, day=day)
    assert progress(corpus)[1].state is state
    late = state is State.OVERDUE
    assert ("GK897" in told(corpus)) is late
    (task,) = [one for one in agenda(corpus) if one.kind is Kind.KEYPOINT]
    assert (task.overdue, task.path, task.address) == (
        late,
        "registry/keypoints.toml:15",
        "keypoints/2024.html",
    )


def test_a_task_far_ahead_is_not_on_the_agenda(tmp_path):
    text = town.KEYPOINTS.replace("2024-06-03", "2024-06-10")
    tasks = agenda(town.write(tmp_path, keypoints=text))
    assert [one for one in tasks if one.kind is Kind.KEYPOINT] == []


@pytest.mark.parametrize("public", ["公开方式: 依申请公开", "公开日期: 2024-12-01"])
def test_evidence_that_is_not_public_is_dead(tmp_path, public):
    files = item("mzj", 2024, 1, "低保标准", "社会救助", public)
    if "公开方式" in public:
        files = {path: text.replace("公开方式: 主动公开\n", "") for path, text in files.items()}
    text = town.KEYPOINTS.replace(
        ', "rules/zfb/shencha.md", "https://www.sheng.example/1.html"', ""
    )
    corpus = town.write(tmp_path, files, keypoints=text)
    ((body, message),) = told(corpus)["GK897"]
    assert body == "mzj"
    assert message == (
        "2024年要点第1项“公开低保标准”应在2024-05-31以前完成，还没有佐证；"
        "佐证找不到：990700015/2024-00001"
    )


def test_a_body_without_leaders_or_without_a_role_is_told(tmp_path):
    town.write(tmp_path)
    text = town.LEADERS.replace('roles = ["责任人"]\n', "").replace("qsz", "mzj")
    assert told(town.write(tmp_path, leaders=text)) == {
        "GK898": [
            ("qsz", "清水镇人民政府没有登记领导分工、分管领导、责任人"),
            ("zfb", "示例市人民政府办公室没有登记责任人"),
        ]
    }


def test_a_body_whose_liaison_has_left_is_told(tmp_path):
    text = town.LIAISONS.replace("since = 2020-01-01", "until = 2024-06-02")
    assert told(town.write(tmp_path, liaisons=text)) == {
        "GK899": [("mzj", "示例市民政局没有在任的政府信息联络员")]
    }


def states(corpus):
    return {(one.kind.name, one.body.id): one.state for one in checklist(corpus)}


def test_a_shared_rule_serves_all_and_others_only_their_body(tmp_path):
    assert states(town.write(tmp_path)) == {
        ("保密审查", "zfb"): Rule.IN_FORCE,
        ("保密审查", "mzj"): Rule.IN_FORCE,
        ("保密审查", "qsz"): Rule.IN_FORCE,
        ("保密审查", "swgs"): Rule.IN_FORCE,
        ("主动公开", "mzj"): Rule.IN_FORCE,
    }


@pytest.mark.parametrize(
    ("path", "before", "after", "said"),
    [
        (
            "rules/zfb/shencha.md",
            "效力阶段: 试行",
            "效力阶段: 草案",
            ("zfb", "示例市人民政府办公室的配套制度有 1 项不全：保密审查（只有草案）"),
        ),
        (
            "items/mzj/2024/00002.md",
            "有效性: 有效",
            "有效性: 失效",
            ("mzj", "示例市民政局的配套制度有 1 项不全：主动公开（已失效）"),
        ),
        (
            "registry/rule_kinds.toml",
            "2024-00002",
            "2024-00009",
            ("mzj", "示例市民政局的配套制度有 1 项不全：主动公开（写的条目找不到）"),
        ),
        (
            "rules/zfb/shencha.md",
            "制度类别: 保密审查",
            "制度类别: 考核",
            ("zfb", "示例市人民政府办公室的配套制度有 1 项不全：保密审查（缺）"),
        ),
    ],
)
def test_a_rule_that_is_not_in_force_is_a_gap(tmp_path, path, before, after, said):
    town.write(tmp_path)
    text = (tmp_path / path).read_text(encoding="utf-8")
    assert before in text
    corpus = town.write(tmp_path)
    (tmp_path / path).write_text(text.replace(before, after), encoding="utf-8")
    corpus = town.load(str(tmp_path), town.DAY)
    assert told(corpus) == {"GK910": [said]}


def test_an_own_rule_in_force_wins_over_the_shared_one(tmp_path):
    own = {"rules/mzj/a.md": "---\n名称: 民政局保密审查制度\n制度类别: 保密审查\n---\n第一条\n"}
    found = {(one.kind.name, one.body.id): one for one in checklist(town.write(tmp_path, own))}
    assert [rule.title for rule in found["保密审查", "mzj"].found] == ["民政局保密审查制度"]
    assert [rule.title for rule in found["保密审查", "qsz"].found] == ["政府信息公开审查办法"]


def test_an_enterprise_is_counted_in_its_columns_and_below(tmp_path):
    text = town.ENTERPRISES.replace('"shjz"', '"zhengce"')
    more = item("swgs", 2024, 3, "公约", "政策解读")
    (one,) = served(town.write(tmp_path, more, enterprises=text))
    assert [(column.id, count) for column, count, _ in one.columns] == [("kong", 1), ("zhengce", 1)]
    assert one.regulator.name == "示例市民政局"


def test_an_enterprise_with_an_empty_column_is_told_and_a_signed_sentence_serves(tmp_path):
    text = town.ENTERPRISES.replace('"shjz"', '"sfxm"')
    corpus = town.write(tmp_path, enterprises=text)
    assert told(corpus) == {"GK911": [("swgs", "示例市自来水公司有 1 个栏目没有信息：收费项目")]}
    columns = (tmp_path / "registry/columns.toml").read_text(encoding="utf-8")
    signed = columns.replace("{mzj = ", '{swgs = "没有收费项目。", mzj = ')
    assert told(town.write(tmp_path, enterprises=text, columns=signed)) == {}


def test_an_enterprise_that_is_not_registered_is_told(tmp_path):
    text = town.ENTERPRISES.replace('"swgs"', '"qsz"').replace('["kong", "shjz"]', '["gfxwj"]')
    assert told(town.write(tmp_path, enterprises=text))["GK911"][0] == (
        "swgs",
        "示例市自来水公司没有登记公开信息的依据、主管部门和栏目",
    )


def test_a_dissolved_body_owes_nothing(tmp_path):
    text = town.LEADERS.replace("qsz", "mzj")
    bodies = town.town.abolished("qsz", "示例市民政局")["registry/bodies.toml"]
    assert told(town.write(tmp_path, leaders=text, bodies=bodies)) == {}
