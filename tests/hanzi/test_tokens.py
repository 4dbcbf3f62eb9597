"""Tokens, and numbers in every writing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.fold import fold
from plugins.hanzi.tokens import number_terms, number_tokens, tokens

DOC_NUMBER = "示政发〔2021〕8号"
INDEX_NUMBER = "990700036/2021-00008"


def test_every_character_begins_a_pair_and_latin_words_stay_whole():
    assert tokens("政务公开 pdf文件") == [
        "政务",
        "务公",
        "公开",
        "开",
        "pd",
        "df",
        "f文",
        "文件",
        "件",
        "pdf",
    ]


def test_an_astral_character_is_one_character():
    assert tokens("𠮷野家") == ["𠮷野", "野家", "家"]


@given(st.text(alphabet="政务公开ab1 ，𠮷", max_size=30), st.data())
def test_what_a_substring_search_finds_is_a_candidate(text, data):
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    known = tokens(text)
    for run in part.replace("，", " ").split():
        pairs = [a + b for a, b in pairwise(run)]
        assert all(pair in known for pair in pairs)
        assert any(token.startswith(run[0]) for token in known)


@pytest.mark.parametrize(
    "written",
    [
        "示政发〔2021〕8号",
        "示政发[2021]8号",
        "示政发（2021）8号",
        "示政发(2021)第8号",
        "示政发【2021】08号",
        "示政发［２０２１］８号",
        "示政發〔2021〕8號",
        "示政发 〔2021〕 8 号",
        "示政发2021-8",
        "示政发2021—8号",
        "示政发2021年8号",
        "示政发20218号",
        "〔2021〕8号",
        "2021-8",
        "2021年第8号",
    ],
)
def test_a_document_number_is_found_in_this_writing(written):
    assert set(number_terms(fold(written))) & set(number_tokens(fold(DOC_NUMBER)))


@pytest.mark.parametrize(
    "written",
    [
        "990700036/2021-00008",
        "990700036/2021-8",
        "990700036／2021－00008",
        "９９０７０００３６/２０２１-００００８",
        "990700036 / 2021 - 00008",
        "990700036/2021—00008",
        "990700036202100008",
        "9907000362021-00008",
        "2021-00008",
    ],
)
def test_an_index_number_is_found_in_this_writing(written):
    assert set(number_terms(fold(written))) & set(number_tokens(fold(INDEX_NUMBER)))


@pytest.mark.parametrize(
    "other", ["示政发〔2021〕18号", "示政办发〔2021〕8号", "示政发〔2020〕8号", "2021", "8号"]
)
def test_another_number_is_not_found(other):
    assert not set(number_terms(fold(other))) & set(number_tokens(fold(DOC_NUMBER)))
