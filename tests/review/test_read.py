"""A record says what was written into it; whatever else stands there is told, never raised."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.review.read import read, written
from plugins.review.review import CONCLUSIONS, TIERS, Review

IDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
REVIEWS = st.builds(
    Review,
    tier=st.sampled_from(TIERS),
    author=IDS,
    reviewers=st.lists(IDS, max_size=3).map(tuple),
    approver=IDS,
    conclusion=st.sampled_from(CONCLUSIONS),
    day=st.dates(),
    digest=st.binary(min_size=32, max_size=32).map(bytes.hex),
    line=st.just(1),
)
PATH = "items/fgw/2021/00007.review.toml"
ONE = Review("日常", "a", ("b",), "c", "同意公开", date(2021, 1, 8), "0" * 64)


def plain(review):
    return Review(*(getattr(review, name) for name in Review.__slots__[:-1]))


@given(st.lists(REVIEWS, min_size=1, max_size=3))
def test_what_was_written_is_read(reviews):
    text = ""
    for review in reviews:
        text = written(text, review)
    log = read(PATH, text.encode())
    assert not log.faults
    assert [plain(review) for review in log.reviews] == reviews


def test_each_review_knows_its_line():
    text = written(written("", ONE), ONE)
    lines = text.split("\n")
    for review in read(PATH, text.encode()).reviews:
        assert lines[review.line - 1] == "[[review]]"


@given(st.binary(max_size=200))
def test_bytes_are_told_and_never_raise(data):
    log = read(PATH, data)
    assert log.faults
    assert not log.reviews


@given(st.data())
def test_a_record_with_a_piece_cut_out_is_never_more(data):
    text = written("", ONE)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    log = read(PATH, (text[:start] + text[end:]).encode())
    assert log.faults or log.reviews


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("日常", "一般"),
        ("同意公开", "可以"),
        ('"' + "0" * 64, '"' + "0" * 63),
        ("2021-01-08", '"昨天"'),
    ],
)
def test_words_outside_the_lists_are_told_with_their_line(old, new):
    log = read(PATH, written("", ONE).replace(old, new).encode())
    assert not log.reviews
    assert log.faults[0].line >= 3
