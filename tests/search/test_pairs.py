"""What is counted fast is what the plain way gives: the same tokens, as often."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from plugins.hanzi.fold import fold
from plugins.hanzi.tokens import tokens
from plugins.hanzi.units import units
from plugins.search.context import Document
from plugins.search.gathered import TEXT, Gathered
from plugins.search.pairs import counted, term
from plugins.search.sound import sounds
from plugins.search.varint import put

SIGNS = "政务公开檔示〔（〕2021０8号年/-# aAbcｘé，。\n\t𠮷😀\ue000\u2028\u200b豈㈠㎡\ufdfa"


def in_words(text):
    """The count of ``counted``, of terms instead of keys."""
    length, found = counted(text)
    named = Counter()
    for key, times in found.items():
        named[term(key)] += times
    del named[""]
    return length, named


@given(st.one_of(st.text(max_size=60), st.text(st.sampled_from(SIGNS), max_size=60)))
@example("")
@example("政")
@example("2021")
@example("abc，abc abcd\ud800水" * 40)
def test_the_tokens_of_any_text_are_counted(text):
    listed = list(map(units, tokens(fold(text))))
    assert in_words(text) == (len(listed), Counter(listed))


def test_a_pair_may_stand_in_a_document_as_often_as_a_workbook_can_say_it():
    gathered = Gathered()
    gathered.enter(Document("1", "item/1.html", "水价", (), (), "", "啊" * (2 + (1 << 24))))
    [stream] = [stream for key, _, stream in gathered if key == f"啊啊{TEXT}"]
    written = bytearray()
    put(1 + (1 << 24), written)
    assert stream == written


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), min_size=2, max_size=12))
@example("银行行长重庆市长大长江")
@example("会计师事务所朝阳区")
def test_a_run_sounds_as_it_is_said_whole(text):
    runs = re.findall("[\u3400-\u9fff]{2,}", fold(text))
    said = [list(filter(None, lazy_pinyin(run, errors="ignore"))) for run in runs]
    pairs = [token[1:] for token in sounds([text]) if token.startswith("~")]
    assert pairs == [one + other for run in said for one, other in pairwise(run)]
