"""Each kind of leaking attachment is found where it leaks; its clean twin is not.

``attachments/table.txt`` lists them: builder, suffix, the kinds that must be found (no others
may), and a word of the place of one of them.
"""

import importlib
from pathlib import Path

import pytest

from plugins.leaks.papers import scan
from tests.leaks.attachments.others import FILE_NAMES
from tests.leaks.made_up import NAMES

TABLE = Path(__file__).parent / "attachments" / "table.txt"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]


def built(builder: str, leaks: bool) -> bytes:
    module, name = builder.split(".")
    return getattr(importlib.import_module(f"tests.leaks.attachments.{module}"), name)(leaks)


def named(builder: str, suffix: str, leaks: bool) -> str:
    return FILE_NAMES[leaks] if builder == "others.file_name" else f"附件{suffix}"


@pytest.mark.parametrize(("builder", "suffix", "kinds", "place"), ROWS, ids=[r[0] for r in ROWS])
def test_a_leak_is_found_in_its_place(builder, suffix, kinds, place):
    found = scan(built(builder, True), named(builder, suffix, True))
    assert {leak.kind.value for leak in found} == set(kinds.split("、"))
    assert any(place in leak.where for leak in found)
    assert not [value for value in NAMES.values() if value[2:] in repr(found)]


@pytest.mark.parametrize(("builder", "suffix"), [r[:2] for r in ROWS], ids=[r[0] for r in ROWS])
def test_its_clean_twin_has_none(builder, suffix):
    assert scan(built(builder, False), named(builder, suffix, False)) == ()


def test_there_are_no_fewer_kinds_than_were_asked_for():
    assert len({row[0] for row in ROWS}) >= 44
