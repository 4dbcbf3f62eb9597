"""Which characters cannot be told from others, and which only look unusual."""

import pytest

from plugins.rules import characters
from plugins.rules.links import climbs, foreign, local


@pytest.mark.parametrize("text", ["990700036/2021-00008", "XC412927-02-2013-00108", "wltzq_shhz/1"])
def test_a_plain_number_has_nothing_odd(text):
    assert characters.in_number(text) == []


@pytest.mark.parametrize(
    ("text", "instead"),
    [("99０/1", "0"), ("99 0/1", ""), ("990\u200b/1", ""), ("990／1", "/"), ("990–1", "-"), ("99О/1", "O")],
)  # fmt: skip
def test_a_look_alike_in_a_number_is_named(text, instead):
    (odd,) = characters.in_number(text)
    assert (odd.offset, odd.instead) == (3 if "990" in text else 2, instead)


@pytest.mark.parametrize(
    "text", ["β射线", "Ωmega", "Москва", "甲、乙：“丙”", "𠮷野", "１２３", "①②"]
)
def test_foreign_and_rare_letters_are_text(text):
    assert characters.in_identity(text) == []


@pytest.mark.parametrize("text", ["⼯作", "\u202e作工", "А4纸", "\ue000", "零\u200b宽", "\uf9b5"])
def test_what_looks_like_something_else_is_found(text):
    (odd,) = characters.in_identity(text)
    assert f"U+{ord(odd.character):04X}" in str(odd)


@pytest.mark.parametrize(
    "address", ["../a", "a/../../b", "%2e%2e/a", "%252e%252e/a", "..\\a", "/etc/passwd", "C:\\a"]
)
def test_a_path_that_climbs_is_seen(address):
    assert climbs(address)


@pytest.mark.parametrize("address", ["a..b.pdf", "附件 (1).pdf", "00008/a.pdf", "990700036/2021-1"])
def test_an_ordinary_name_stays_inside(address):
    assert not climbs(address)
    assert not foreign(address)
    assert local(address)


@pytest.mark.parametrize(
    "address", [".env", ".git/config", "{attach}a", "file:///etc/passwd", "a/.b"]
)
def test_what_is_not_the_items_own_is_foreign(address):
    assert foreign(address)
