"""What a character is found by."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.fold import changes, changes_into, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("檔案館", "档案馆"),
        ("財政預算執行情況", "财政预算执行情况"),
        ("示政發〔２０２１〕８號", "示政发(2021)8号"),
        ("［2021］【2021】{2021}[2021]", "(2021)(2021)(2021)(2021)"),
        ("2021—2025－2030–2035", "2021-2025-2030-2035"),
        ("ＡＢｃ", "abc"),
        ("『条例』“条例”", '"条例""条例"'),
        ("㎡①Ⅳ", "m21iv"),
        ("⼈⼤", "人大"),
        ("café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("政\u200b务\ufeff公\u00ad开", "政务公开"),
        ("附\u3000件\n一\t二", "附 件 一 二"),
        ("𠮷\U000e0101", "𠮷"),
    ],
)
def test_writings_of_one_thing_fold_alike(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["档案馆", "文件", "著作权", "覆盖", "乾隆", "𠮷野"])
def test_simplified_words_and_phrases_are_not_rewritten(word):
    assert fold(word).replace("干", "乾") == word


def test_folding_twice_changes_nothing():
    assert [pair for pair in changes() if fold(pair[1]) != pair[1]] == []


def test_lunr_lower_casing_a_token_changes_nothing():
    every = map(chr, range(sys.maxunicode + 1))
    assert [c for c in every if fold(c).lower() != fold(c)] == []


@given(st.text(), st.text())
def test_text_folds_character_by_character(left, right):
    assert fold(left + right) == fold(left) + fold(right)


def test_the_table_of_a_site_holds_what_leads_to_its_characters():
    table = dict(changes_into(frozenset("档案")))
    assert table["檔"] == "档"
    assert table["\u200b"] == ""
    assert "財" not in table
    assert dict(changes())["財"] == "财"
