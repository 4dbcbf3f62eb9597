"""An item taken over from the last run is the item that its file gives today."""

from __future__ import annotations

import dataclasses
import pickle
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plugins import crew, examined
from plugins.memory import Memory
from plugins.records.item import Item
from plugins.records.known import KnownItem
from plugins.records.source import Record
from tests.press.same import builds, town
from tests.press.same.builds import replaced

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _key(monkeypatch):
    monkeypatch.setenv("GONGKAI_KEY", "of this test")


def read(monkeypatch, content, day, path=""):
    """CONTENT and its findings on a day, with the memory at ``path`` or none."""
    seconds = (day - date(1970, 1, 1)).days * builds.DAY + 4 * 3600
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
    with Memory(str(path), b"code") as memory:
        return examined.read(str(content), memory)


def plain(thing):
    """A thing with everything that is known of it, whatever class holds it."""
    kind = Item if isinstance(thing, Item) else Record
    names = [field.name for field in dataclasses.fields(kind)]
    found = {name: getattr(thing, name) for name in names}
    if kind is Item:
        found["record"] = plain(thing.record)
        found["row"] = thing.row
    return found


def same(one, other):
    """Assert that two readings of CONTENT are one."""
    (mine, said), (theirs, told) = one, other
    assert said == told
    assert [plain(item) for item in mine.items] == [plain(item) for item in theirs.items]
    assert mine.records.keys() == theirs.records.keys()
    for name in ("drafts", "withheld", "scheduled", "guides", "rules", "file_faults", "baseline"):
        assert getattr(mine, name) == getattr(theirs, name), name


def known(corpus):
    """The items that were taken over."""
    return [item for item in corpus.items if isinstance(item, KnownItem)]


def test_most_items_are_taken_over_and_none_is_another(monkeypatch, tmp_path):
    content, path = town.write(tmp_path / "content"), tmp_path / ".memory"
    town.item(content, "fgw/2026/00003", "预定公开的报告", "公开日期: 2026-11-25")
    read(monkeypatch, content, TODAY, path)
    for days in (0, 1, 3, 4, 18, 39, 40, 400, 1200, -3, -5, -600):
        day = TODAY + timedelta(days)
        warm = read(monkeypatch, content, day, path)
        assert len(warm[0].known) >= (6 if 0 <= days < 40 else 0)
        same(warm, read(monkeypatch, content, day))


def test_an_edit_of_one_file_leaves_the_others_known(monkeypatch, tmp_path):
    content, path = town.write(tmp_path / "content"), tmp_path / ".memory"
    read(monkeypatch, content, TODAY, path)
    replaced(content / "items/fgw/2025/00002.md", "第2号报告的正文。", "改过的正文。")
    warm = read(monkeypatch, content, TODAY, path)
    assert len(warm[0].known) == 11
    same(warm, read(monkeypatch, content, TODAY))
    replaced(content / "registry/columns.toml", '"年度报告"', '"年报"')
    warm = read(monkeypatch, content, TODAY, path)
    assert len(warm[0].known) == 0
    same(warm, read(monkeypatch, content, TODAY))


def test_another_process_gets_the_whole_item(monkeypatch, tmp_path):
    content, path = town.write(tmp_path / "content"), tmp_path / ".memory"
    cold, _ = read(monkeypatch, content, TODAY, path)
    warm, _ = read(monkeypatch, content, TODAY, path)
    assert known(warm)
    assert crew  # teaches pickle the views that registries hold
    sent = pickle.loads(pickle.dumps(warm.items))
    assert [type(item) for item in sent] == [Item] * len(cold.items)
    assert [plain(item) for item in sent] == [plain(item) for item in cold.items]


DAYS = st.integers(-4, 4).map(lambda n: TODAY + timedelta(n))
FIELDS = ("公开日期", "施行日期", "有效期至", "废止日期", "公示起始", "公示截止")
DATES = st.dictionaries(st.sampled_from(FIELDS), DAYS, max_size=4)
STATES = st.sampled_from(("", "有效", "已修改", "废止", "失效", "尚未施行", "不适用"))
COLUMNS = st.sampled_from(("行政规范性文件", "工作报告", "社会救助"))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DATES, STATES, COLUMNS, DAYS, DAYS)
@example({"有效期至": TODAY}, "有效", "行政规范性文件", TODAY, TODAY + timedelta(1))
@example({"施行日期": TODAY}, "有效", "行政规范性文件", TODAY - timedelta(1), TODAY)
@example({"公示起始": TODAY, "公示截止": TODAY}, "", "社会救助", TODAY, TODAY - timedelta(1))
def test_whatever_dates_it_has_and_whenever_it_was_read(
    monkeypatch, tmp_path, dates, state, column, first, second
):
    content, path = tmp_path / "content", tmp_path / ".memory"
    if not content.exists():
        town.write(content)
        for old in content.glob("items/*/*/*"):
            old.unlink() if old.is_file() else None
    path.unlink(missing_ok=True)
    lines = [f"{label}: {day.isoformat()}" for label, day in dates.items()]
    lines += [f"有效性: {state}"] if state else []
    town.item(content, "zfb/2025/00001", "示例市物业管理办法", *lines, *town.KIND, column=column)
    read(monkeypatch, content, first, path)
    warm = read(monkeypatch, content, second, path)
    same(warm, read(monkeypatch, content, second))
