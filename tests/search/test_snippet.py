"""Marks stand on the text as it is shown, whatever folding did to it."""

from __future__ import annotations


def marks(host, text, *words):
    return [piece["text"] for piece in host.ask("marked", text, words) if piece["marked"]]


def test_traditional_text_is_marked_for_a_simplified_word(host):
    assert marks(host, "關於財政預算的報告", "财政") == ["財政"]


def test_characters_that_fold_to_several_or_none_keep_their_place(host):
    assert marks(host, "面积㎡政\u200b务公开", "m2政务") == ["㎡政\u200b务"]


def test_overlapping_words_make_one_mark(host):
    assert marks(host, "老旧小区改造", "老旧小区", "小区改造") == ["老旧小区改造"]


def test_pieces_joined_are_the_text(host):
    text = "示政发〔2021〕8号 𠮷野家 <b>"
    assert "".join(p["text"] for p in host.ask("marked", text, ["(2021)", "𠮷", "b"])) == text


def test_an_excerpt_begins_with_the_sentence_that_holds_the_word(host):
    lines = ["无关的一行。", "前面一句。水价由听证会讨论。后面一句。"]
    excerpt = "".join(p["text"] for p in host.ask("excerpt", lines, ["水价"]))
    assert excerpt == "…水价由听证会讨论。后面一句。"


def test_a_long_line_is_cut_without_parting_a_character(host):
    excerpt = "".join(p["text"] for p in host.ask("excerpt", ["𠮷" * 300], ["𠮷"]))
    assert set(excerpt) == {"𠮷", "…"}
