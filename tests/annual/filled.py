"""Filled forms for tests: tables counted from invented requests, so that all in them agrees."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from plugins import annual

TABLES = Path(__file__).parent / "tables"
FORMS = ("2019", "2021")
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
COURTS = ("复议", "未经复议直接起诉", "复议后起诉")
RESULTS = ("维持", "纠正", "其他", "尚未审结")


def requests(name):
    """Requests: who asked, whether last year, and how it ended (None: still open)."""
    ends = st.sampled_from([*(row.key for row in annual.outcomes(name)), None])
    return st.lists(st.tuples(st.sampled_from(APPLICANTS), st.booleans(), ends), max_size=40)


cases = st.lists(st.tuples(st.sampled_from(COURTS), st.sampled_from(RESULTS)), max_size=12)


def numbers(name, asked, brought):
    """The number of every cell of form ``name`` for these requests and court cases."""
    shape = annual.form(name)
    found = Counter()
    for who, carried, end in asked:
        rows = ["二" if carried else "一", *(["四"] if end is None else [end, "三(七)"])]
        found.update((row, column) for row in rows for column in (who, "总计"))
    found.update((court, column) for court, result in brought for column in (result, "总计"))
    return {cell: found[cell] for cell in shape.cells()}


def table(name, asked, brought):
    return annual.counted(name, numbers(name, asked, brought))


def stored(name):
    """The table of a stored file."""
    read = annual.read((TABLES / name).read_text(encoding="utf-8"))
    assert read.table is not None
    return read.table


def changed(filled, cell, by=1):
    """The table with one cell changed."""
    values = {c: v.number for c, v in filled.values.items() if v.number is not None}
    return annual.counted(filled.form.name, values | {cell: values[cell] + Decimal(by)})


def failing(found):
    return {identity.id for identity in found if identity.fails}


def by_id(found):
    ids = [identity.id for identity in found]
    assert len(ids) == len(set(ids))
    return dict(zip(ids, found, strict=True))
