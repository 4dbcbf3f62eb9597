"""Index numbers follow the site's grammar; document numbers are compared in one form."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.numbers import normal_index, read_doc_number, read_index
from plugins.records.registry import Site

SITE = Site(name="示例市")


def test_the_default_grammar_gives_prefix_year_and_serial():
    number = read_index("620700036/2021-00008", SITE)
    assert number is not None
    assert (number.prefix, number.year, number.serial) == ("620700036", 2021, 8)


@pytest.mark.parametrize(
    "text", ["620700036/2021-8", "6207/2021-00008", "620700036／2021-00008", ""]
)
def test_another_shape_is_no_index_number(text):
    assert read_index(text, SITE) is None


@pytest.mark.parametrize(
    ("grammar", "text"),
    [
        (r"(?P<prefix>[0-9A-Z]{18})/(?P<year>\d{4})-(?P<serial>\d{5})", "11622901013956984P/2023-00008"),
        (r"(?P<prefix>[0-9A-Z]{9})/(?P<year>\d{4})\d\d-(?P<serial>\d{5})", "003129766/201901-00336"),
        (r"(?P<prefix>[A-Z]{2}\d+-\d{2,4})-(?P<year>\d{4})-(?P<serial>\d{5})", "QZ09054-0101-2025-00001"),
        (r"(?P<prefix>\d{15})/(?P<year>\d{4})-(?P<serial>\d{5})", "001008003001086/2020-42401"),
    ],
)  # fmt: skip
def test_grammars_seen_on_real_sites_can_be_set(grammar, text):
    number = read_index(text, Site(name="", grammar=re.compile(grammar)))
    assert number is not None
    assert number.year >= 2019
    former = read_index(text, Site(name="", former_grammars=(re.compile(grammar),)))
    assert former is not None
    assert former.former


@pytest.mark.parametrize(
    "text",
    ["示政发〔2021〕8号", "示政发[2021]8号", "示政发【2021】8号", "示政发（2021）8号", "示政发(2021)08号",
     "示政发〔2021〕第8号", "示政发 〔 2021 〕 8 号", "示政发〔２０２１〕８号", "示政发［2021］8号"],
)  # fmt: skip
def test_every_writing_of_a_document_number_is_the_same(text):
    number = read_doc_number(text)
    assert number is not None
    assert number.normal == "示政发〔2021〕8号"
    assert number.written == text.strip()


@pytest.mark.parametrize("text", ["null", "未知", "—  —", "示政发2021年8号", "〔2021〕8号", "8号"])
def test_what_is_no_document_number_is_not_bent_into_one(text):
    assert read_doc_number(text) is None


def test_a_decree_is_a_document_number():
    number = read_doc_number("示例市人民政府令第12号")
    assert number is not None


@given(st.text())
def test_no_text_raises(text):
    read_doc_number(text)
    read_index(text, SITE)
    normal_index(text)
