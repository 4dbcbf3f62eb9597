"""The verbs that end what was public: what each writes and takes away, what it asks and refuses."""

import json
import shutil
import tomllib
from datetime import date

import pytest
from click.testing import CliRunner

from plugins import rules
from plugins.__main__ import VERBS, main
from plugins.agenda import agenda
from plugins.records.finding import Severity
from plugins.records.load import load
from tests.rules.examples import ITEMS, item

DAY = date(2026, 1, 15)
PATH = "items/fgw/2021/00008.md"
NUMBER = "990700036/2021-00008"
SECRET = "关于某某个体工商户价格违法行为的决定"


@pytest.fixture
def content(tmp_path, monkeypatch):
    """An item with an attachment and a record of review, another that speaks of it, a baseline."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1768435200")
    root = tmp_path / "content"
    shutil.copytree(ITEMS / "base", root)
    put(root, 8, 名称=SECRET, 附件="当事人名单.txt")
    folder = root / "items/fgw/2021/00008"
    folder.mkdir()
    (folder / "当事人名单.txt").write_text("一", encoding="utf-8")
    (root / PATH).with_suffix(".review.toml").write_text("[[review]]\n", encoding="utf-8")
    rows = [{"code": "GK305", "path": p, "field": "", "sha256": "0"} for p in (PATH, "items/a.md")]
    (root / "baseline.json").write_text(json.dumps(rows), encoding="utf-8")
    return root


def put(root, serial, **lines):
    path = root / f"items/fgw/2021/{serial:05d}.md"
    text = item(**{"索引号": f"990700036/2021-{serial:05d}", **lines})
    path.write_text(text, encoding="utf-8")


def run(content, verb, *words, code=0):
    done = CliRunner().invoke(
        main, [verb, *words, "--content", str(content)], standalone_mode=False
    )
    refusal = done.exception
    assert (getattr(refusal, "exitcode", 0) if refusal else 0) == code, (done.output, refusal)
    return f"{done.output}{refusal or ''}"


def steps(content, path=PATH):
    text = (content / path).with_suffix(".state.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["state"]


def errors(content):
    found = rules.check(load(str(content), DAY))
    return [f.code for f in found if f.severity is Severity.ERROR]


def corpus(content):
    return load(str(content), DAY)


def test_withdraw_leaves_the_item_and_says_why(content):
    before = (content / PATH).read_bytes()
    run(content, "withdraw", PATH, "--reason", "登记的面积有误")
    assert (content / PATH).read_bytes() == before  # what was reviewed is not touched
    assert steps(content) == [
        {"state": "撤回", "index_no": NUMBER, "date": DAY, "reason": "登记的面积有误"}
    ]
    (made,) = (i for i in corpus(content).items if i.index_no == NUMBER)
    assert (made.validity.word, made.withdrawn.reason) == ("撤回", "登记的面积有误")
    assert made.row_digest != (load(str(ITEMS / "base"), DAY).items[0]).row_digest


def test_what_was_withdrawn_is_public_again_with_a_reason(content):
    run(content, "withdraw", NUMBER, "--reason", "登记的面积有误")
    run(content, "withdraw", NUMBER, "--undo", code=2)
    run(content, "withdraw", NUMBER, "--undo", "--reason", "核对无误", "--date", "2026-01-20")
    assert [step["state"] for step in steps(content)] == ["撤回", "恢复"]
    (made,) = (i for i in corpus(content).items if i.index_no == NUMBER)
    assert made.withdrawn is None
    assert made.validity.word == ""


def test_a_revoked_penalty_leaves_number_reason_and_day_and_knows_its_article(content):
    text = (content / PATH).read_text(encoding="utf-8")
    text = text.replace("公开方式", "决定书文号: 示发改罚〔2021〕3号\n公开方式", 1)
    (content / PATH).write_text(text, encoding="utf-8")
    run(content, "withdraw", PATH, "--no-content", "--reason", "行政复议决定撤销")
    left = {p.relative_to(content).as_posix() for p in content.rglob("*") if "00008" in str(p)}
    assert left == {"items/fgw/2021/00008.state.toml"}
    (step,) = steps(content)
    assert (step["state"], step["basis"]) == (
        "撤下",
        "《中华人民共和国行政处罚法》第四十八条第二款",
    )
    (stone,) = corpus(content).tombstones
    assert (stone.key, stone.publisher) == (NUMBER, "示例市发展和改革委员会")
    assert errors(content) == []


def test_redact_leaves_nothing_and_finds_what_else_speaks_of_it(content):
    put(content, 9, 名称="关于价格检查的通报", 内容概述=f"通报了{SECRET}。")
    said = run(content, "redact", PATH, "--reason", "含有个人信息", "--basis", "《个人信息保护法》第四十七条",
               code=1)  # fmt: skip
    assert "items/fgw/2021/00009.md:7" in said
    assert "1 处" in said
    put(content, 9, 名称="关于价格检查的通报")
    words = (SECRET, "当事人名单")
    texts = [p.read_text(encoding="utf-8") for p in content.rglob("*") if p.is_file()]
    assert not [text for text in texts for word in words if word in text]
    assert not [p for p in content.rglob("*") if any(word in p.name for word in words)]
    assert json.loads((content / "baseline.json").read_text(encoding="utf-8")) == [
        {"code": "GK305", "path": "items/a.md", "field": "", "sha256": "0"}
    ]
    assert errors(content) == []


def test_redact_asks_for_the_ground_before_it_touches_anything(content):
    assert "依据" in run(content, "redact", PATH, "--reason", "含有个人信息", code=2)
    assert "理由" in run(content, "redact", PATH, "--basis", "某法第一条", code=2)
    assert (content / PATH).is_file()


def test_what_is_taken_away_cannot_come_back_in_silence(content):
    kept = (content / PATH).read_bytes()
    run(content, "withdraw", PATH, "--no-content", "--reason", "决定已经变更")
    (content / PATH).write_bytes(kept.replace("附件: 当事人名单.txt\n".encode(), b""))
    assert errors(content) == ["GK231"]
    run(content, "withdraw", PATH, "--undo", "--reason", "变更的决定又被撤销")
    assert errors(content) == []


@pytest.mark.parametrize(("day", "public"), [("2026-01-15", True), ("2026-01-14", False)])
def test_expire_is_written_once_and_happens_by_itself(content, day, public):
    run(content, "expire", PATH, day)
    assert f"公开截止: {day}\n" in (content / PATH).read_text(encoding="utf-8")
    found = corpus(content)
    assert (NUMBER in {i.index_no for i in found.items}) is public
    assert [s.key for s in found.tombstones] == ([] if public else [NUMBER])
    assert [r.path for r in found.expired] == ([] if public else [PATH])
    run(content, "expire", PATH, "2027-01-01")
    assert (content / PATH).read_text(encoding="utf-8").count("公开截止") == 1


def test_who_looks_at_what_falls_due_sees_the_last_day(content):
    run(content, "expire", PATH, "2026-01-18")
    found = [(t.kind.value, t.due, t.path) for t in agenda(corpus(content))]
    assert ("公开截止", date(2026, 1, 18), PATH) in found


def test_penalties_go_by_their_own_day_where_the_site_says_so(content):
    text = (content / PATH).read_text(encoding="utf-8")
    lines = "决定书文号: 示发改罚〔2021〕3号\n公示截止: 2025-01-02\n公开方式"
    (content / PATH).write_text(text.replace("公开方式", lines, 1), encoding="utf-8")
    assert len(corpus(content).tombstones) == 0
    site = content / "registry/site.toml"
    text = site.read_text(encoding="utf-8")
    site.write_text(f"expire_decisions = true\n{text}", encoding="utf-8")
    (stone,) = corpus(content).tombstones
    assert (stone.key, stone.state.day) == (NUMBER, date(2025, 1, 2))


def test_move_gives_the_next_number_of_the_other_body_and_leaves_the_way(content):
    said = run(content, "move", NUMBER, "--body", "市教育厅", "--reason", "职责划转", code=2)
    assert "相近" in said
    said = run(content, "move", NUMBER, "--body", "jyj", "--reason", "职责划转")
    new = "items/jyj/2026/00001.md"
    assert f"{new} 990700005/2026-00001" in said
    text = (content / new).read_text(encoding="utf-8")
    assert "索引号: 990700005/2026-00001\n" in text
    assert "发文机关: 示例市发展和改革委员会\n" in text
    assert (content / new).with_suffix("").joinpath("当事人名单.txt").is_file()
    assert steps(content)[0]["to"] == "990700005/2026-00001"
    assert errors(content) == []
    (stone,) = corpus(content).tombstones
    assert stone.address == f"item/{NUMBER}.html"


def test_drafts_and_strangers_are_refused(content):
    put(content, 9, 索引号="待编")
    assert "没有公开过" in run(
        content, "withdraw", "items/fgw/2021/00009.md", "--reason", "一", code=2
    )
    assert "不是内容目录里的条目" in run(content, "redact", "990700036/2021-00099", "--basis", "一",
                               "--reason", "一", code=2)  # fmt: skip
    assert "不用迁移" in run(content, "move", PATH, "--body", "fgw", "--reason", "一", code=2)


POLICY = {"栏目": "行政规范性文件", "成文日期": "2021-01-08", "形成日期": "", "责任部门": "办公室",
          "主题分类": "综合政务/文秘工作", "体裁分类": "通知", "施行日期": "2021-02-01",
          "有效期至": "2031-01-31", "有效性": "有效"}  # fmt: skip


def test_supersede_writes_both_sides(content):
    for serial in (10, 11):
        put(content, serial, 名称=f"第{serial}号通知", 文号=f"示发改字〔2021〕{serial}号", **POLICY)
        path = content / f"items/fgw/2021/{serial:05d}.md"
        path.write_text(path.read_text(encoding="utf-8").replace("形成日期: \n", ""), "utf-8")
    run(
        content, "supersede", "示发改字〔2021〕10号", "示发改字〔2021〕11号", "--date", "2025-06-01"
    )
    old = (content / "items/fgw/2021/00010.md").read_text(encoding="utf-8")
    new = (content / "items/fgw/2021/00011.md").read_text(encoding="utf-8")
    for line in ("有效性: 废止", "废止日期: 2025-06-01", "被何文件废止: 示发改字〔2021〕11号"):
        assert f"{line}\n" in old
    assert "废止文件: 示发改字〔2021〕10号\n" in new
    said = {f.code for f in rules.check(corpus(content))}
    assert not said & {"GK213", "GK217"}


def test_every_verb_has_a_place_in_the_help():
    assert {"withdraw", "expire", "redact", "move", "supersede"} <= VERBS.keys()
