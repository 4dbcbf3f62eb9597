"""Which reviews carry an item, beyond the examples of tests/items."""

from datetime import date

import pytest

from plugins import examined
from plugins.memory import Memory
from tests.review import office
from tests.rules.examples import DAY

OFFICES = ("baomi", "fazhi", "xuanchuan")


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return office.content(tmp_path)


def codes(root, memory=None):
    _, findings = examined.read(str(root), memory or Memory(""))
    return [f.code for f in findings if f.severity == "error"]


def test_a_reviewed_item_stands(root):
    office.reviewed(root, office.FIRST)
    assert codes(root) == []


def test_a_demonstration_asks_for_no_record(root):
    office.setting(root, "REVIEW", '"演示"')
    assert codes(root) == []


def test_an_unknown_word_for_the_review_is_told(root):
    office.setting(root, "REVIEW", '"纪录"')
    assert codes(root) == ["GK840"]


def test_a_column_below_a_sensitive_one_is_sensitive(root):
    path = root / "registry/columns.toml"
    text = path.read_text(encoding="utf-8").replace(
        'name = "工作报告"\n', 'name = "工作报告"\nparent = "mingan"\n'
    )
    more = '\n[[column]]\nid = "mingan"\nname = "重要情况"\nsensitive = true\n'
    path.write_text(text + more, encoding="utf-8")
    office.reviewed(root, office.FIRST)
    assert codes(root) == ["GK225"]
    office.reviewed(root, office.FIRST, tier="敏感", reviewers=OFFICES)
    assert codes(root) == []


def test_nobody_is_asked_whether_what_is_daily_may_be_reviewed_as_sensitive(root):
    office.reviewed(root, office.FIRST, tier="敏感", reviewers=OFFICES)
    assert codes(root) == []


@pytest.mark.parametrize(
    "reviewers",
    [(), ("baomi",), ("baomi", "fazhi"), ("fazhi", "xuanchuan"), ("fgw-shencha", "fazhi", "baomi")],
)
def test_fewer_than_three_offices_are_not_jointly(root, reviewers):
    office.reviewed(root, office.FIRST, tier="敏感", reviewers=reviewers)
    assert codes(root) == ["GK225"]


def test_an_approver_who_wrote_it_reviewed_himself(root):
    office.reviewed(root, office.FIRST, author="fgw-shencha", reviewers=("fgw-shenpi",))
    assert "GK211" not in codes(root)
    office.reviewed(root, office.FIRST, author="fgw-shenpi")
    assert "GK211" in codes(root)


def test_what_was_public_before_records_were_kept_may_have_its_review_later(root):
    path = root / office.FIRST
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n2020", "公开日期: 2021-02-01\n---\n2020"), encoding="utf-8")
    office.reviewed(root, office.FIRST, day=date(2025, 3, 1))
    assert codes(root) == ["GK212"]
    office.setting(root, "review_since", "2025-01-01")
    assert codes(root) == []


def test_what_the_last_run_knew_changes_no_verdict(root, tmp_path):
    def now():
        with Memory(str(tmp_path / "memory"), b"code") as memory:
            return codes(root, memory)

    record = office.reviewed(root, office.FIRST)
    assert now() == now() == []
    text = (root / office.FIRST).read_text(encoding="utf-8")
    (root / office.FIRST).write_text(text.replace("十二", "十三"), encoding="utf-8")
    assert now() == now() == ["GK224"]
    (root / office.FIRST).write_text(text, encoding="utf-8")
    assert now() == []
    known = record.read_text(encoding="utf-8")
    record.write_text(known.replace("fgw-shenpi", "fgw-juzhang"), encoding="utf-8")
    assert now() == now() == ["GK226"]
    record.unlink()
    assert now() == now() == ["GK210"]
    record.write_text(known, encoding="utf-8")
    roles = root / "registry/roles.toml"
    roles.write_text(roles.read_text(encoding="utf-8").replace("fgw-zuozhe", "x"), encoding="utf-8")
    assert now() == ["GK226"]


def test_a_touched_attachment_is_a_change(root, tmp_path):
    office.item(root)
    for path in (office.FIRST, office.SECOND):
        office.reviewed(root, path)
    with Memory(str(tmp_path / "memory"), b"code") as memory:
        assert codes(root, memory) == []
    (root / "items/fgw/2021/00008/仓库.txt").write_text("另一张图。\n", encoding="utf-8")
    with Memory(str(tmp_path / "memory"), b"code") as memory:
        assert codes(root, memory) == ["GK224"]
