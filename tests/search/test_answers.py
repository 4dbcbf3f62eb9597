"""The bar: a word's answer is exactly what a substring search finds, titles first."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from tests.search.asked.entries import beside
from tests.search.queries import NONSENSE, PHRASES, SINGLE, THROWING, TRADITIONAL, WORDS

T2S = OpenCC("t2s")
LIKE = str.maketrans("〔〕【】[]{}—–―‐", "()()()()----")


def plain(text):
    """An own normaliser, which shares nothing with plugins.hanzi."""
    simplified = "".join(T2S.convert(c) for c in unicodedata.normalize("NFKC", text).lower())
    return simplified.translate(LIKE)


def searched(item, root):
    """What a citizen searches in an item, straight from its file: title first."""
    body = re.sub(r"(?<!\*)\*\*(?!\*)|^#+ ", "", item.record.text, flags=re.MULTILINE)
    numbers = [
        item.record.raw(k) for k in ("index_no", "doc_number", "registration_no", "decision_number")
    ]
    names = (item.publisher.name, item.publisher.short or "")
    own = (item.title, *numbers, *item.keywords, item.summary.text, body, *names)
    return [plain(text) for text in (*own, *beside(item, root))]


@pytest.fixture(scope="module")
def texts(corpus):
    """index number -> searched texts."""
    return {item.key: searched(item, corpus.root) for item in corpus.items}


def truth(texts, words):
    """The items that hold every word."""
    asked = plain(words).split()
    return {no for no, fields in texts.items() if all(any(w in f for f in fields) for w in asked)}


def nearly(texts, no, words, synonyms):
    """Whether an item holds each word, one that means the same, or one with another character."""
    fields = texts[no]
    for word in plain(words).split():
        groups = [group for group in synonyms if word in group]
        alike = {word, *(one for group in groups for one in group)}
        slips = [f"{re.escape(word[:n])}[^ ]{re.escape(word[n + 1 :])}" for n in range(len(word))]
        if not any(one in field for one in alike for field in fields) and not any(
            re.search(slip, field) for slip in slips for field in fields
        ):
            return False
    return True


def in_title(texts, no, words):
    return all(word in texts[no][0] for word in plain(words).split())


@pytest.mark.parametrize("words", [*WORDS, *SINGLE, *PHRASES])
def test_the_answer_is_exactly_what_a_substring_search_finds(host, corpus, indexed, texts, words):
    """And behind it, where that is little, what means the same."""
    found = [(indexed[ref].index_no, score) for ref, score in host.ask("answer", words)]
    exact = truth(texts, words)
    if re.fullmatch(r"\d{4}年", words):  # what is of that year answers too
        year = words[:4]
        dated = {d.index_no for d in indexed if any(day[:4] == year for day in (d.date, *d.days))}
        assert {no for no, _ in found} == exact | dated
        return
    hits, others = found[: len(exact)], found[len(exact) :]
    assert {no for no, _ in hits} == exact
    assert len({no for no, _ in found}) == len(found)
    assert not others or len(exact) < 10
    synonyms = corpus.registry.synonyms
    assert all(nearly(texts, no, words, synonyms) for no, _ in others)
    titles = [in_title(texts, no, words) for no, _ in hits]
    assert titles == sorted(titles, reverse=True), "titles come first"
    assert hits == sorted(hits, key=lambda hit: (-hit[1], hit[0])), "ties stand by number"


def test_most_of_the_words_are_in_the_demo_town(texts):
    found = [words for words in (*WORDS, *SINGLE, *PHRASES) if truth(texts, words)]
    assert len(found) >= 60, sorted(set(WORDS) - set(found))


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_finds_nothing(host, words):
    assert host.ask("answer", words) == []


@pytest.mark.parametrize(("traditional", "simplified"), TRADITIONAL.items())
def test_traditional_finds_what_simplified_finds(host, traditional, simplified):
    found, known = (
        {ref for ref, _ in host.ask("answer", words)} for words in (traditional, simplified)
    )
    assert found >= known


@pytest.mark.parametrize("words", THROWING)
def test_what_lunr_would_take_for_syntax_is_only_text(host, indexed, texts, words):
    found = {indexed[ref].index_no for ref, _ in host.ask("answer", words)}
    if not re.search(r"\d", words):
        assert found == truth(texts, words)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_no_text_ever_throws(host, text):
    host.ask("answer", text)
    host.ask("near", text)
    host.ask("marked", text, [text])


WRITINGS = (
    lambda a, y, n: f"{a}〔{y}〕{n}号",
    lambda a, y, n: f"{a}[{y}]{n}号",
    lambda a, y, n: f"{a}（{y}）{n}号",
    lambda a, y, n: f"{a}({y}) {n} 号",
    lambda a, y, n: f"{a}【{y}】第{n}号",
    lambda a, y, n: f"{a}［{y}］{n:0>2}号",
    lambda a, y, n: f"{a}{y}-{n}",
    lambda a, y, n: f"{a}{y}—{n}号",
    lambda a, y, n: f"{a} {y} {n}",
    lambda a, y, n: f"{a}{y}年{n}号",
)


@pytest.mark.parametrize("write", WRITINGS)
def test_every_document_number_is_found_first_in_every_writing(host, indexed, write):
    for ref, document in enumerate(indexed):
        number = re.fullmatch(r"(\D+)〔(\d{4})〕(\d+)号", document.doc_number)
        if number:
            typed = write(*number.groups())
            same = [i for i, d in enumerate(indexed) if d.doc_number == document.doc_number]
            found = [i for i, _ in host.ask("answer", typed)]
            assert ref in found[: len(same)], typed


def wide(text):
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


INDEX_WRITINGS = (
    str,
    str.lower,
    wide,
    lambda no: re.sub(r"-0+", "-", no),
    lambda no: no.replace("/", " / ").replace("-", " - "),
    lambda no: no.replace("-", "—"),
    lambda no: re.sub(r"\W", "", no),
    lambda no: f"（{no}）",
)


@pytest.mark.parametrize("write", INDEX_WRITINGS)
def test_every_index_number_is_found_first_in_every_writing(host, indexed, write):
    for ref, document in enumerate(indexed):
        if document.index_no:
            assert host.ask("answer", write(document.index_no))[0][0] == ref


@pytest.mark.parametrize(
    "typed",
    ["拆迁", "社保", "上学", "养狗", "狗证", "房产证", "暖气", "自来水多少钱", "2025年预算"],
)
def test_what_citizens_say_is_never_a_dead_end(host, typed):
    found = host.ask("answer", typed) or host.ask("related", typed) or host.ask("near", typed)
    assert found


def test_a_year_is_parted_from_what_it_is_the_year_of(host):
    offered = [row["query"] for row in host.ask("near", "2025年预算")]
    assert offered == ["预算", "2025年"]


def test_near_words_and_synonyms_are_offered_but_never_mixed_in(host, texts):
    assert all(row["total"] for row in host.ask("near", "老旧小区翻修"))
    related = host.ask("related", "低保")
    assert related == [] or related[0]["query"] == "最低生活保障"
