"""Whatever the text is: it passes the audit, and nothing but our grammar reads it."""

from __future__ import annotations

import re

import nh3
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.markup import marked, to_html
from plugins.markup.lines import read
from tests.markup.audited import faults

SIGNS = "。，、；！？*|#-+ \n\n12９年月市张李（）[]()^:~_`\\<>&.　xａ"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_passes_the_audit(text):
    assert faults(text, to_html(text)) == ()
    assert faults(text, to_html(text, "text"), literal=True) == ()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_marked_and_unmarked_texts_take_the_same_way(text):
    plain = text.replace("*", "").replace("|", "").replace("[", "").replace("#", "")
    plain = plain.replace("-", "")
    assert marked.convert(read(plain)).split() == to_html(plain).split()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_sanitiser_finds_nothing_in_literal_text(text):
    paragraphs = re.sub(r"<div[^>]*>|</div>", "", to_html(text, "text"))
    clean = nh3.clean(paragraphs, attributes={tag: {"class", "scope"} for tag in ("p", "th", "td")})
    assert LexborHTMLParser(clean).html == LexborHTMLParser(paragraphs).html


def test_only_the_grammar_of_official_text_is_left_in_the_parser():
    md, _ = marked._parser()
    blocks = [p.name for p in md.parser.blockprocessors._priority]
    inlines = [p.name for p in md.inlinePatterns._priority]
    assert blocks == ["empty", "indent", "table", "hashheader", "ulist", "footnote", "paragraph"]
    assert inlines == ["footnote", "official_link", "bold", "nl"]
    assert len(md.preprocessors) == 0
