"""Strings in the order of JavaScript."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.units import dumps, units


@given(st.lists(st.text()))
def test_units_sort_as_utf_16_does(texts):
    by_code_unit = sorted(texts, key=lambda text: text.encode("utf-16-be"))
    assert sorted(texts, key=units) == by_code_unit


@given(st.text())
def test_json_makes_split_characters_whole(text):
    assert dumps([units(text)]) == dumps([text])
    assert json.loads(dumps([units(text)])) == [text]
