"""Changes of items that were public already: read, remembered, shown, and timed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import catalog, clocks
from plugins.plan import Page
from plugins.records import changes
from plugins.records.known import KnownItem
from plugins.records.source import Change, Entry, Part
from tests.memory.test_known import read as reading
from tests.memory.test_known import same
from tests.plans import flat
from tests.press.same import town
from tests.rooms import town as rooms

LINES = """变更记录:
  - 日期: 2026-03-02
    内容: 更正附件1：第三行
    公开日期: 2026-03-05
  - 日期: 2026年4月7日
    内容: 增加一个监测点"""
MADE = (
    Change(date(2026, 3, 2), "更正附件1：第三行", date(2026, 3, 5)),
    Change(date(2026, 4, 7), "增加一个监测点"),
)


def plain(found):
    return tuple(Change(c.day, c.what, c.published) for c in found)


@pytest.fixture
def item(tmp_path):
    files = rooms.item("mzj", 2023, 1, "监测点名单", "社会救助", "形成日期: 2023-03-01", LINES)
    corpus = rooms.write(tmp_path, files)
    return corpus, corpus.items[0]


def test_an_item_has_its_changes_in_the_order_of_the_file(item):
    assert plain(item[1].changes) == MADE


def test_the_page_of_an_item_tells_them(item):
    corpus, one = item
    plan = flat(catalog.plan(corpus, rooms.build()))
    page = next(o for o in plan if isinstance(o, Page) and o.address == one.address)
    (fact,) = [fact for fact in page.context.facts if fact.label == "变更记录"]
    assert (
        fact.value == "2026-03-02，更正附件1：第三行（2026-03-05公开）；2026-04-07，增加一个监测点"
    )
    assert "增加一个监测点" in rooms.Press(corpus).html(page)


def test_what_the_last_run_knew_is_the_same(monkeypatch, tmp_path):
    monkeypatch.setenv("GONGKAI_KEY", "of this test")
    content = town.write(tmp_path / "content")
    town.item(content, "fgw/2026/00007", "监测点名单", LINES)
    first = reading(monkeypatch, content, date(2026, 11, 22), tmp_path / ".memory")
    again = reading(monkeypatch, content, date(2026, 11, 22), tmp_path / ".memory")
    (one,) = [i for i in again[0].items if i.title == "监测点名单"]
    assert isinstance(one, KnownItem)
    assert plain(one.changes) == MADE
    assert sum(bool(i.changes) for i in again[0].items) == 1
    same(first, again)


DAYS = st.dates(date(2008, 5, 1), date(2039, 12, 31))


@given(st.builds(Change, DAYS, st.text(min_size=1), st.none() | DAYS, st.integers(1)))
def test_a_change_survives_the_memory(change):
    assert changes.unpacked(changes.packed(change)) == change


@given(
    st.lists(
        st.lists(
            st.builds(
                Part,
                st.text(max_size=12) | st.sampled_from(["2026-03-02", "2026-02-30"]),
                st.integers(1, 9),
                st.integers(1, 9),
                st.sampled_from(["", "日期", "内容", "公开日期", "经办"]),
            ),
            min_size=1,
        ).map(tuple)
    ).map(tuple)
)
def test_every_member_is_a_change_or_a_fault(parts):
    entry = Entry("changes", "变更记录", "", 1, 1, 6, parts)
    made, faults = changes.read(entry)
    assert len(made) + len(faults) == max(len(parts), 1)


def day(text):
    return date.fromisoformat(text)


LOG = (day("2024-01-02"), day("2024-03-15"), day("2024-06-28"))
"""A release on the first publication; one within a month; then a quarter without."""


@pytest.mark.parametrize(
    ("made", "typed", "expected"),
    [
        ("2024-03-01", None, None),  # the release of 15 March may have held it
        ("2024-04-01", None, ("2024-04-29", "2024-06-28")),  # none before 28 June can have
        ("2024-04-01", "2024-04-08", ("2024-04-29", "2024-04-08")),
        ("2024-07-01", None, ("2024-07-29", None)),  # no release since
        ("2023-12-01", None, None),  # older than what is known of the item
        ("2024-04-01", "2024-03-15", None),  # turned round: GK306
    ],
)
def test_what_is_established_of_a_change_and_nothing_else(item, made, typed, expected):
    corpus, one = item
    change = Change(day(made), "更正", typed and day(typed))
    known = clocks.change_timing(one, change, corpus.registry, day("2024-01-02"), LOG)
    found = known and (str(known.due), known.published and str(known.published))
    assert found == expected


def test_without_a_publication_or_a_log_there_is_no_clock(item):
    corpus, one = item
    change = Change(day("2024-04-01"), "更正")
    assert clocks.change_timing(one, change, corpus.registry, None, LOG) is None
    assert clocks.change_timing(one, change, corpus.registry, day("2024-01-02"), ()) is None
