"""Reading CSV: good files give their cells, bad ones the findings on record."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import annual
from plugins.annual import wording
from tests.annual import filled
from tests.annual.golden import RECORD, lines

GOLDEN = json.loads(RECORD.read_text(encoding="utf-8"))


def test_every_bad_file_is_on_record():
    assert sorted(GOLDEN) == sorted(p.name for p in (filled.TABLES / "bad").iterdir())


@pytest.mark.parametrize("name", GOLDEN)
def test_a_bad_file_has_exactly_the_findings_on_record(name):
    assert lines(f"bad/{name}") == GOLDEN[name]


def test_every_sort_of_fault_is_on_record():
    seen = {line.split()[1] for found in GOLDEN.values() for line in found}
    assert seen == set(wording.FAULTS)


@pytest.mark.parametrize("path", sorted((filled.TABLES / "good").iterdir()), ids=lambda p: p.name)
def test_a_good_file_has_no_finding(path):
    assert lines(f"good/{path.name}") == []


def numbers(name):
    read = annual.read((filled.TABLES / "good" / name).read_bytes().decode("utf-8"))
    return {cell: value.number for cell, value in read.table.values.items()}


def test_rows_and_columns_are_known_by_label_in_any_width_and_script():
    assert numbers("2021-labels-crlf-bom.csv") == {
        ("规章", "本年制发件数"): 0,
        ("规章", "现行有效件数"): 12,
        ("行政事业性收费", "本年收费金额"): Decimal("1234.5"),
        ("一", "自然人"): 3,
        ("三(一)", "自然人"): 2,
        ("三(三)4", "自然人"): 1,
        ("三(三)1", "总计"): 0,
        ("三(七)", "自然人"): 3,
        ("三(六)3", "总计"): None,
        ("复议", "维持"): 1,
        ("未经复议直接起诉", "尚未审结"): None,
        ("三(三)4", "总计"): None,
    }


def test_what_the_form_of_2019_counts_may_have_fallen():
    found = numbers("2019-signed.csv")
    assert found["行政许可", "本年增/减"] == -4
    assert found["政府集中采购", "采购总金额"] == Decimal("25.1")


def test_a_label_that_stands_twice_belongs_to_the_row_above_it():
    found = numbers("2014-same-labels.csv")
    assert [found[row, "统计数"] for row in ("四(二)", "四(三)", "五(二)", "五(三)")] == [
        2,
        1,
        0,
        0,
    ]


def test_a_value_knows_where_it_stood():
    value = filled.stored("good/2014-district.csv").values["三(三)", "统计数"]
    assert (value.line, value.column, value.raw) == (27, 7, "86")


def written(table):
    """The table as CSV, by its printed labels."""
    shape = table.form
    rows = [f"# form: {shape.name}", "row,column,value"]
    for cell, value in table.values.items():
        rows.append(f'"{shape.row(cell[0]).label}",{shape.column(cell).label},{value.number}')
    return "\n".join(rows) + "\n"


@given(filled.requests("2021"), filled.cases)
def test_a_written_table_is_read_as_it_was(asked, brought):
    table = filled.table("2021", asked, brought)
    read = annual.read(written(table))
    assert read.faults == ()
    assert {c: v.number for c, v in read.table.values.items()} == {
        c: v.number for c, v in table.values.items()
    }


@given(st.text())
def test_any_text_is_read_or_refused(text):
    for whole in (text, f"# form: 2014\nrow,column,value\n{text}"):
        read = annual.read(whole)
        assert read.table is not None or read.faults
        wording.findings("表.csv", read.faults)
        if read.table:
            annual.check(read.table)


@given(st.text(alphabet='0123456789.,-+/ "件一三()', max_size=20))
def test_a_value_is_a_number_a_blank_or_a_fault(value):
    quoted = value.replace('"', '""')
    read = annual.read(f'# form: 2021\nrow,column,value\n一,总计,"{quoted}"\n')
    (kept,) = read.table.values.values()
    assert (kept.number is not None) + kept.blank + len(read.faults) == 1


@pytest.mark.parametrize("line", [" " * 200_000 + '"', '"' * 100_001, "," * 200_000, "1" * 200_000])
def test_a_costly_line_is_one_fault_and_quickly_found(line):
    read = annual.read(f"# form: 2021\nrow,column,value\nx,{line}\n")
    assert len(read.faults) == 1
