"""The official forms: what they have, and that every key in them means something."""

import re

import pytest

from plugins import annual
from plugins.annual import names, said
from plugins.annual.form import NAMES


@pytest.mark.parametrize(("name", "cells"), [("2014", 58), ("2019", 198), ("2021", 200)])
def test_a_form_has_as_many_cells_as_its_print(name, cells):
    assert len(list(annual.form(name).cells())) == cells


def test_the_form_of_2021_has_the_rows_and_columns_of_its_print():
    shape = annual.form("2021")
    requests = shape.section("申请")
    assert sum(not row.heading for row in requests.rows) == 25
    assert len(requests.columns) == 7
    courts = shape.section("复议诉讼")
    assert sum(not row.heading for row in courts.rows) * len(courts.columns) == 15


def test_the_form_of_2019_counts_other_handling_in_one_row():
    rows = {row.key for row in annual.form("2019").section("申请").rows if not row.heading}
    assert len(rows) == 23
    assert annual.form("2021").by_row["三(六)"][1].heading


def test_the_form_of_2014_has_65_lines_of_which_7_are_headings():
    (section,) = annual.form("2014").sections
    assert len(section.rows) == 65
    assert sum(row.heading for row in section.rows) == 7


def test_requests_end_in_21_ways_each_with_the_article_that_is_certain():
    ways = {row.key: row for row in annual.outcomes()}
    assert len(ways) == 21
    assert next(iter(ways)) == "三(一)"
    assert list(ways)[-1] == "三(六)3"
    assert ways["三(三)4"].label == "4.保护第三方合法权益"
    assert ways["三(三)4"].article == "第十五条"
    assert len(annual.outcomes("2019")) == 19
    assert annual.outcomes("2014") == ()
    for row in ways.values():
        assert re.fullmatch(r"(第[一二三四五六七八九十]+[条款项]、?)*", row.article)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_its_own_and_every_parent_a_row_before_it(name):
    seen = []
    for section in annual.form(name).sections:
        for row in section.rows:
            assert row.key not in seen
            assert not row.parent or row.parent in seen
            seen.append(row.key)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_names_its_row_and_every_printed_label_too(name):
    shape = annual.form(name)
    above = ""
    for section in shape.sections:
        for row in section.rows:
            assert names.rows(shape, row.key) == (row.key,)
            assert names.rows(shape, row.label, above) == (row.key,)
            above = row.key


@pytest.mark.parametrize("name", NAMES)
def test_equations_and_patterns_speak_only_of_cells_that_are_there(name):
    shape = annual.form(name)
    cells = set(shape.cells())
    for identity in annual.check(annual.counted(name, {})):
        assert cells.issuperset(identity.cells)
    for group in ("number", "statement"):
        for pattern in said.patterns(shape.said, group):
            left = pattern.left if isinstance(pattern.left, tuple) else ()
            assert cells.issuperset((*pattern.cells, *left))


def test_a_cell_that_the_form_has_not_is_refused():
    with pytest.raises(KeyError):
        annual.counted("2021", {("三(六)", "总计"): 1})
    with pytest.raises(KeyError):
        annual.form("2020")
