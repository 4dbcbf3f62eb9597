"""The identities of 2019 and 2021: true of every counted table, each broken by one cell."""

import random

import pytest
from hypothesis import given

from plugins import annual
from plugins.annual import Kind
from tests.annual import filled


def of_a_town(name="2021"):
    """A table of 300 requests and 60 cases, always the same."""
    chance = random.Random(49)
    ends = [*(row.key for row in annual.outcomes(name)), None]
    asked = [
        (chance.choice(filled.APPLICANTS), chance.random() < 0.2, chance.choice(ends))
        for _ in range(300)
    ]
    brought = [(chance.choice(filled.COURTS), chance.choice(filled.RESULTS)) for _ in range(60)]
    return filled.table(name, asked, brought)


TOWN = of_a_town()
IDENTITIES = {i.id: i for i in annual.check(TOWN)}


def test_a_table_of_2021_has_42_identities_and_all_hold():
    assert len(IDENTITIES) == 42
    assert all(i.holds and i.kind is Kind.EQUALITY for i in IDENTITIES.values())
    heads = [name.partition(":")[0] for name in IDENTITIES]
    assert [heads.count(h) for h in ("I1", "I2", "I3", "I4")] == [25, 7, 7, 3]
    assert {"I1:三(三)4", "I2:自然人", "I3:总计", "I4:复议"} <= set(IDENTITIES)


def test_a_table_of_2019_has_40_identities_and_all_hold():
    found = annual.check(of_a_town("2019"))
    assert len(found) == 40
    assert all(i.holds for i in found)


@pytest.mark.parametrize("name", IDENTITIES)
@pytest.mark.parametrize("by", [1, -1])
def test_one_wrong_cell_breaks_the_identities_that_hold_it_and_no_other(name, by):
    number = list(IDENTITIES).index(name)
    cells = IDENTITIES[name].cells
    cell = cells[number % len(cells)]
    if TOWN.number(cell) + by < 0:
        cell = next(c for c in cells if TOWN.number(c) > 0)
    broken = filled.failing(annual.check(filled.changed(TOWN, cell, by)))
    assert name in broken
    assert broken == {i.id for i in IDENTITIES.values() if cell in i.cells}


@pytest.mark.parametrize("name", filled.FORMS)
def test_every_table_counted_from_requests_agrees(name):
    @given(filled.requests(name), filled.cases)
    def agrees(asked, brought):
        assert all(i.holds for i in annual.check(filled.table(name, asked, brought)))

    agrees()


@pytest.mark.parametrize("name", filled.FORMS)
def test_next_year_carries_over_what_this_year_left(name):
    @given(filled.requests(name))
    def agrees(asked):
        before = filled.table(name, asked, [])
        left = [(who, True, None) for who, _, end in asked if end is None]
        found = annual.check(filled.table("2021", left, []), before=before)
        fifth = [i for i in found if i.id.startswith("I5:")]
        assert len(fifth) == 7
        assert all(i.holds for i in fifth)

    agrees()


def test_a_blank_is_no_zero_and_no_fault_of_arithmetic():
    values = {c: v.number for c, v in TOWN.values.items()}
    del values["三(三)4", "自然人"]
    found = filled.by_id(annual.check(annual.counted("2021", values)))
    unknown = {"I1:三(三)4", "I2:自然人", "I9:三(三)4:自然人"}
    assert {name for name, i in found.items() if i.holds is None} == unknown
    assert not filled.failing(found.values())


def test_another_carry_over_than_last_year_left_is_named_by_its_column():
    before = filled.table("2021", [("科研机构", False, None)], [])
    found = annual.check(filled.table("2021", [("其他", True, None)], []), before=before)
    assert filled.failing(found) == {"I5:科研机构", "I5:其他"}


def test_last_year_in_the_form_of_2014_says_nothing_of_what_it_left():
    found = annual.check(TOWN, before=annual.counted("2014", {("四", "统计数"): 3}))
    assert not [i for i in found if i.id.startswith("I5")]


def test_documents_in_force_are_compared_as_advice_only():
    cells = {("规章", "现行有效件数"): 9, ("规章", "本年制发件数"): 2, ("规章", "本年废止件数"): 1}
    before = annual.counted("2021", {("规章", "现行有效件数"): 7})
    found = filled.by_id(annual.check(annual.counted("2021", cells), before=before))["I11:规章"]
    assert (found.left, found.right, found.holds, found.fails) == (8, 9, False, False)


def test_the_ledger_and_the_catalog_are_compared_cell_by_cell():
    ledger = {("三(三)4", "自然人"): TOWN.number(("三(三)4", "自然人")), ("一", "总计"): 1}
    catalog = {("规章", "本年制发件数"): 0, ("行政规范性文件", "现行有效件数"): 5}
    found = annual.check(TOWN, ledger=ledger, catalog=catalog)
    assert filled.failing(found) == {"I6:一:总计", "I12:行政规范性文件:现行有效件数"}
    assert filled.by_id(found)["I6:三(三)4:自然人"].holds
