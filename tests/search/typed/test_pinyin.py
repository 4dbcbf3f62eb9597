"""Letters parted into syllables."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

CUT = {
    "xian": "xian xi'an",
    "xi'an": "xi'an",
    "fangan": "fang'an fan'gan",
    "fang'an": "fang'an",
    "dangan": "dang'an dan'gan",
    "shuijia": "shui'jia shui'ji'a",
    "zhengwugongkai": "zheng'wu'gong'kai",
    "lvyou": "lv'you",
    "luyou": "lu'you lv'you",
    "qinlue": "qin'lve qin'lu'e qin'lv'e",
    "er": "er",
    "a": "a",
    "xi'": "xi",
}

BEGUN = {
    "beij": "bei'j…",
    "guangzh": "guang'zh… gu'ang'zh…",
    "zhengc": "zheng'c…",
    "x": "x…",
    "fang'sh": "fang'sh…",
}

AMONG = {
    "laojiuxiaoqu": "lao'jiu'xiao'qu",
    "laojiuxiaoq": "lao'jiu'xiao'q…",
    "xianshizhengfu": "xi'an'shi'zheng'fu",
    "zhengwugongkaifangan": "zheng'wu'gong'kai'fang'an",
    "shizhengbangongshi": "shi'zheng'ban'gong'shi",
}
"""These have more ways than a table should."""

NOT = (
    *("report", "pdf", "html", "slsczj", "budget", "contract", "word", "excel", "covid", "www"),
    *("", "'", "2021", "xi an", "XIAN", "xian2", "西安", "lü", "constructor", "x'"),
)

INITIALS = {
    **dict.fromkeys(("sl", "slsczj", "zwgk", "lj", "pdf", "aaaaaaaaaaaa"), True),
    **dict.fromkeys(
        ("s", "a" * 13, "xi", "url", "", "sl1", "s l", "SL", "__proto__", "政务"), False
    ),
}


def parted(ways):
    return ["'".join(way["syllables"]) + ("…" if way["open"] else "") for way in ways]


@pytest.mark.parametrize(("letters", "expected"), [*CUT.items(), *BEGUN.items()])
def test_letters_are_parted(host, letters, expected):
    found = parted(host.ask("cut", letters))
    assert found == expected.split()


@pytest.mark.parametrize(("letters", "meant"), AMONG.items())
def test_what_is_meant_is_among_the_first(host, letters, meant):
    assert meant in parted(host.ask("cut", letters))[:4]


@pytest.mark.parametrize("letters", NOT)
def test_what_cannot_be_parted_wholly_is_not_parted(host, letters):
    assert host.ask("cut", letters) == []


@pytest.mark.parametrize(("letters", "expected"), INITIALS.items())
def test_letters_may_be_initials(host, letters, expected):
    assert host.ask("initials", letters) is expected


def test_the_list_is_complete_and_well_formed(syllables):
    assert len(syllables) == 414
    assert {"a", "er", "zhuang", "lv", "nve", "dia", "yo"} <= syllables
    assert not [one for one in syllables if not one.isalpha() or not set(one) & set("aeiouv")]


def test_every_syllable_parts_into_itself_first(host, syllables):
    wrong = [one for one in syllables if parted(host.ask("cut", one))[0] != one]
    assert wrong == []


@pytest.mark.parametrize("unit", ["xian", "fangan", "a", "lu", "x", "xianx", "nanang", "z", "'"])
def test_two_hundred_letters_and_more_take_no_time(host, unit):
    began = time.monotonic()
    for length in (200, 201, 4000):
        found = host.ask("cut", (unit * 4000)[:length])
        assert len(found) <= 16
    assert time.monotonic() - began < 2


@settings(max_examples=300, deadline=None)
@given(st.text("abceghijlnosuvxz'", max_size=30))
def test_a_way_is_the_letters_again(host, syllables, letters):
    found = host.ask("cut", letters)
    assert found == host.ask("cut", letters)
    assert len({str(way) for way in found}) == len(found)
    for way in found:
        read = "".join(way["syllables"])
        assert read.replace("v", "u") == letters.replace("'", "").replace("v", "u")
        whole = way["syllables"][:-1] if way["open"] else way["syllables"]
        assert set(whole) <= syllables
        assert way["open"] == (way["syllables"][-1] not in syllables)
    assert [len(way["syllables"]) for way in found] == sorted(len(w["syllables"]) for w in found)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_syllables_run_together_can_be_parted(host, syllables, data):
    few = data.draw(st.lists(st.sampled_from(sorted(syllables)), min_size=1, max_size=8))
    assert "'".join(few) in parted(host.ask("cut", "'".join(few)))
    assert host.ask("cut", "".join(few))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_no_text_ever_throws(host, text):
    host.ask("cut", text)
    host.ask("initials", text)
