"""Duties and key areas, counted once more and by themselves."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.owed import coverage, upkeep
from plugins.records.resolve import duties_of
from tests.rooms.town import item, write

COLUMNS, BODIES = ("gfxwj", "shjz", "sfxm", "kong"), ("zfb", "mzj", "qsz")
AREAS = ("财政资金", "公共服务", "国有企业")
facts = st.lists(
    st.tuples(
        st.sampled_from(BODIES),
        st.sampled_from(COLUMNS),
        st.sampled_from(("", *AREAS[:2])),
        st.integers(0, 900),
    ),
    max_size=15,
)


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    return write(tmp_path_factory.mktemp("town"), item("zfb", 2024, 1, "通知", "社会救助"))


def town(base, rows):
    registry = replace(base.registry, key_areas=AREAS)
    items = []
    for body, column, area, day in rows:
        publisher, stands = registry.bodies[body], registry.columns[column]
        duties = duties_of(stands, publisher.level, registry.duties)
        made = date.fromordinal(date(2022, 1, 1).toordinal() + day)
        more = {"publisher": publisher, "column": stands, "key_area": area, "duties": duties}
        items.append(replace(base.items[0], **more, generated_date=made, publish_date=None))
    return replace(base, registry=registry, items=tuple(items), day=date(2024, 7, 1))


@given(facts)
def test_duties_are_counted_as_by_hand(base, rows):
    served = {"gfxwj": ("20-1",), "shjz": ("20-11",), "sfxm": ("20-8",), "kong": ()}
    found = {one.duty.code: one for one in coverage.coverage(town(base, rows))}
    for code, signed in (("20-1", {"qsz"}), ("20-11", {"zfb"}), ("20-8", {"mzj"}), ("20-7", set())):
        mine = [body for body, column, *_ in rows if code in served[column]]
        one = found[code]
        assert (one.items, one.bodies) == (len(mine), len(set(mine)))
        assert one.said == len(signed - set(mine))


@given(facts)
def test_a_gap_is_a_duty_that_nobody_serves(base, rows):
    corpus = town(base, rows)
    lacking = {d.code for gap in coverage.gaps(corpus) if not gap.body for d in gap.duties}
    blank = {c.duty.code for c in coverage.coverage(corpus) if not c.items + c.said}
    assert lacking == {code for code in blank if code not in TOWN}
    (town_gap,) = (gap for gap in coverage.gaps(corpus) if gap.body)
    assert town_gap.body.id == "qsz"
    assert {d.code for d in town_gap.duties} <= TOWN


TOWN = {f"21-{n}" for n in range(8, 16)}


@given(facts)
def test_key_areas_stand_in_the_order_of_the_registry(base, rows):
    found = coverage.areas(town(base, rows))
    assert tuple(area.name for area in found) == AREAS
    for area in found:
        days = [
            date.fromordinal(date(2022, 1, 1).toordinal() + d)
            for *_, a, d in rows
            if a == area.name
        ]
        assert (area.items, area.newest) == (len(days), max(days, default=None))


@given(facts)
def test_a_leaf_is_blank_stale_or_fresh(base, rows):
    corpus = town(base, rows)
    held = {column for _, column, *_ in rows}
    blank = {column.id for column in upkeep.blank(corpus)}
    signed = {"gfxwj", "shjz", "sfxm"}
    assert blank == {"zcjd", "nb", "kong"} - held
    assert not blank & signed
    for column in held:
        newest = max(d for _, c, _, d in rows if c == column)
        stale = date.fromordinal(date(2022, 1, 1).toordinal() + newest) < date(2024, 1, 1)
        assert (column in {c.id for c, _ in upkeep.stale(corpus)}) is stale


@pytest.mark.parametrize(
    ("first", "settled"), [(None, False), ("2024-01-02", False), ("2024-01-01", True)]
)
def test_half_a_year_settles_a_site(base, first, settled):
    releases = (date.fromisoformat(first),) if first else ()
    corpus = replace(base, day=date(2024, 7, 1), releases=releases)
    assert upkeep.settled(corpus) is settled


def test_news_is_old_after_two_weeks_and_what_lasts_never(base):
    corpus = town(base, [("zfb", "kong", "", 900)])
    for kind, day, stale in (
        ("工作动态", "2024-06-16", True),
        ("工作动态", "2024-06-17", False),
        ("机构职能", "2001-01-01", False),
    ):
        column = replace(corpus.registry.columns["kong"], column_type=kind)
        columns = {**corpus.registry.columns, "kong": column}
        items = (replace(corpus.items[0], generated_date=date.fromisoformat(day)),)
        changed = replace(corpus, registry=replace(corpus.registry, columns=columns), items=items)
        assert bool(list(upkeep.stale(changed))) is stale
