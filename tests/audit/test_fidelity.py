"""One sign lost, added or changed anywhere in a text is seen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.audit import fidelity
from plugins.markup import to_html

TEXTS = st.text(st.sampled_from("甲乙丙一。，*－-+#12 \n"), min_size=1, max_size=40)


def wrapped(html: str) -> str:
    return f'<div class="gk-official">{html}</div>'


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown"]), st.data())
def test_a_sign_taken_out_of_a_paragraph_is_missed(text, text_format, data):
    html = to_html(text, text_format)
    paragraphs = LexborHTMLParser(html).css("p")
    if not paragraphs:
        return
    line = data.draw(st.sampled_from([p.text() for p in paragraphs]))
    at = data.draw(st.integers(0, len(line) - 1))
    shorter = (line[:at] + line[at + 1 :]).strip()
    spoilt = html.replace(f"<p>{line}</p>", f"<p>{shorter}</p>")
    same = spoilt == html or " ".join(shorter.split()) == " ".join(line.split())
    # A blank more or less behind a mark at the start of a line changes nothing that is seen.
    same = same or (at < 8 and line[at] == " ")
    assert same or fidelity(text, wrapped(spoilt), text_format == "text")


def test_a_page_without_its_text_is_seen():
    assert fidelity("文字", "<p>文字</p>") == ("页面应有一处正文（div.gk-official），实有 0 处",)
    assert fidelity("文字", wrapped("")) == ("正文第 1 行与原文不符：原文“文字”，页面“（没有）”",)
    assert fidelity("", wrapped("<p>多</p>")) == (
        "正文末尾之后与原文不符：原文“（没有）”，页面“多”",
    )


def test_emphasis_of_another_kind_eats_its_asterisks():
    assert fidelity("3*4*5", wrapped("<p>3<em>4</em>5</p>"))
    assert fidelity("1. 甲\n2. 乙", wrapped("<ol><li>甲</li><li>乙</li></ol>"))
    assert fidelity("    甲", wrapped("<pre><code>乙</code></pre>"))


def test_bold_over_more_than_a_sentence_is_a_mask_eaten():
    assert fidelity("**甲。乙**", wrapped("<p><strong>甲。乙</strong></p>"))
    assert fidelity("**甲乙**", wrapped("<p><strong>甲乙</strong></p>")) == ()


@pytest.mark.parametrize(
    "line",
    [
        "甲**月**日",
        "孔**与施**",
        "（**号楼**）",
        "**诉某**",
        "**公司与**",
        "**甲**，乙**丙**",
        "a@**b**",
    ],
)
def test_bold_that_grows_into_a_word_is_a_mask_eaten(line):
    html = re.sub(r"\*\*(.*?)\*\*", r"<strong>\1</strong>", line)
    assert "打码" in fidelity(line, wrapped(f"<p>{html}</p>"))[0]


def test_an_address_exchanged_is_seen():
    text = "[附件](附件1.xlsx)、[网](https://www.shili.example/a)"
    page = wrapped(to_html(text))
    assert fidelity(text, page) == ()
    assert fidelity(text, page.replace("1.xlsx", "2.xlsx"))
    assert fidelity(text, page.replace("www.shili.example", "other.invalid"))
