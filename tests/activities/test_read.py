"""``activities/<year>.csv`` as clerks and spreadsheets write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.activities.columns import COLUMNS
from plugins.activities.kinds import FORM, KINDS
from plugins.annual import form
from tests.activities.rows import csv, read


def test_a_line_is_an_entry_with_its_places():
    (found,), faults = read(
        csv({"数量": "12", "渠道": "来电", "结果": "满意", "承办机构": "市发改委"})
    )
    assert faults == []
    assert (found.day, found.kind, found.body) == (date(2025, 3, 4), "咨询", "fgw")
    assert (found.number, found.channel, found.result) == (12, "来电", "满意")
    assert found.place("kind") == (2, 12)
    assert found.place("redone") == (2, 1)


def test_a_line_without_a_number_is_one():
    assert [row.number for row in read(csv({}, {"数量": "0"}))[0]] == [1, 0]


def test_headings_go_by_several_names_in_any_order():
    assert read("类别,承办单位,日期,件数\n咨询,fgw,2025-03-04,3\n") == read(csv({"数量": "3"}))


BROKEN = {
    "ledger-heading-missing": "日期,类别\n",
    "ledger-heading-unknown": csv({"满意度": "高"}),
    "ledger-private-heading": csv({"举报人": "某"}),
    "ledger-word": csv({"类别": "座谈"}),
    "ledger-count": csv({"数量": "两次"}),
    "ledger-cell-empty": csv({"类别": ""}),
    "ledger-far-date": csv({"日期": "2001-01-01"}),
    "ledger-date": csv({"日期": "2025-02-30"}),
    "ledger-personal": csv({"事项": "13900000000来电"}),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_is_said(kind):
    assert kind in read(BROKEN[kind])[1]


@given(st.text(alphabet='日期类别承办机构数量,"\n2025-034咨询fgw ', max_size=120))
def test_no_text_breaks_the_reader(text):
    read(text)


def test_every_kind_fills_a_row_of_the_form_and_takes_known_columns():
    rows, keys = set(form(FORM).by_row), {column.key for column in COLUMNS}
    for kind in KINDS.values():
        assert not kind.row or not form(FORM).row(kind.row).heading
        assert kind.row == "" or kind.row in rows
        assert kind.needs <= kind.takes <= keys


def test_the_unit_of_a_kind_is_that_of_its_row():
    """But money, which is written in yuan and printed in 万元."""
    for kind in KINDS.values():
        if kind.row and kind.unit != "元":
            assert kind.unit == form(FORM).row(kind.row).unit
