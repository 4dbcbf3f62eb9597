"""Whatever is typed: nothing throws, nothing is empty, nothing grows."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

ANY = st.text(st.characters(codec=None), max_size=60)
LIKELY = st.lists(
    st.sampled_from(
        [
            *(
                "水价",
                "办法",
                "檔案",
                "𠮷",
                "pdf",
                "2021",
                "8",
                "二〇二一",
                "十",
                "年",
                "月",
                "日",
                "号",
            ),
            *(
                "标题",
                "发布机构",
                "constructor",
                "：",
                ":",
                "-",
                "—",
                "“",
                "”",
                '"',
                "「",
                "《",
                "》",
                "'",
            ),
            *(
                " ",
                "\u3000",
                "、",
                "，",
                ",",
                "；",
                "。",
                "〔",
                "〕",
                "/",
                ".",
                "至",
                "~",
                "以前",
                "第",
            ),
            *("\ud842", "\udfb7", "\u200b", "㎡", "ﷺ", "\u0301", "3,000", "t1"),
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=600, deadline=None)
@given(ANY | LIKELY)
@example("ﷺ" * 200)
@example('"' * 200)
@example(" -甲" * 50)
def test_no_text_throws_and_no_word_is_empty(host, text):
    found = host.ask("read", text)
    assert found == host.ask("read", text), "reading leaves nothing behind"
    words, filters, when = found["words"], found["filters"], found["when"]
    assert len(words) <= 16
    assert len(filters) <= 16
    texts = [one["text"] for one in (*words, *filters)]
    assert all(one.strip() == one != "" and "  " not in one for one in texts)
    assert not any(" " in word["text"] for word in words if not word["phrase"])
    wanted = [word for word in words if not word["unwanted"]]
    assert wanted or filters or not words
    if when:
        assert date(1900, 1, 1) <= date.fromisoformat(when["from"])
        assert date.fromisoformat(when["from"]) <= date.fromisoformat(when["to"])
        assert date.fromisoformat(when["to"]) <= date(2100, 12, 31)


@settings(max_examples=300, deadline=None)
@given(ANY | LIKELY)
def test_folded_text_is_read_as_it_was_typed(host, text):
    folded = host.ask("fold", text)
    if len(folded.encode("utf-16-le", "surrogatepass")) <= 400 and len(text) <= 100:
        assert host.ask("read", folded) == host.ask("read", text)


@settings(max_examples=300, deadline=None)
@given(ANY | LIKELY)
def test_words_are_parts_of_what_was_typed(host, text):
    folded = re.sub(" +", " ", host.ask("fold", text))
    for word in host.ask("read", text)["words"]:
        assert word["text"] in folded


@pytest.mark.parametrize("unit", ['"', "《", "2021年3", "标题: ", "3,000,", " -", "一", "2021-"])
def test_long_texts_take_no_time(host, unit):
    began = time.monotonic()
    host.ask("read", unit * 100_000)
    host.ask("read", "ﷺ" * 150 + unit * 50)
    assert time.monotonic() - began < 2
