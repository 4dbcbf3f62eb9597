"""Each kind of leak in a text is found and nothing else is; what only looks like one is not."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.leaks import leaks
from plugins.leaks.leak import Kind
from tests.leaks.made_up import NAMES, filled, identity

TEXTS = Path(__file__).parent / "texts"
LEAKING = [
    line.split("\t") for line in (TEXTS / "leaking.txt").read_text(encoding="utf-8").splitlines()
]
CLEAN = (TEXTS / "clean.txt").read_text(encoding="utf-8").splitlines()
CONTENT = Path(__file__).parents[2] / "content"
SECRET = {"ID", "ID_WIDE", "MOBILE", "CARD", "PASSPORT", "KEY", "PASSWORD"}


@pytest.mark.parametrize(("kind", "text"), LEAKING)
def test_a_leak_is_found_by_its_kind(kind, text):
    assert [leak.kind.value for leak in leaks(filled(text))] == [kind]


@pytest.mark.parametrize(("kind", "text"), LEAKING)
def test_it_is_found_in_the_middle_of_a_text_and_at_its_place(kind, text):
    before = "第一行是普通的文字。\n\n"
    whole = f"{before}{filled(text)}\n\n最后一行。"
    (leak,) = leaks(whole)
    assert len(before) <= leak.start < len(before) + len(filled(text))
    assert leak.start + leak.length <= len(whole)


@pytest.mark.parametrize(("kind", "text"), LEAKING)
def test_a_leak_does_not_hold_what_it_found(kind, text):
    said = repr(leaks(filled(text)))
    assert not [name for name in SECRET if NAMES[name] in said]
    assert not [value for value in NAMES.values() if value[2:] in said]


@pytest.mark.parametrize("text", CLEAN)
def test_what_only_looks_like_one_is_none(text):
    assert leaks(filled(text)) == ()


def test_a_number_over_two_lines_is_found():
    assert [leak.kind for leak in leaks(NAMES["ID_LINES"])] == [Kind.IDENTITY]


def test_the_content_of_the_demo_town_has_none():
    found = {
        path.name: leaks(path.read_text(encoding="utf-8").split("\n---\n", 1)[-1])
        for path in CONTENT.rglob("*.md")
    }
    assert not {name: leak for name, leak in found.items() if leak}


BORN = st.dates(date(1900, 1, 1), date(2049, 12, 31)).map(lambda day: f"{day:%Y%m%d}")
NUMBERS = st.builds(
    identity,
    st.sampled_from(("110101", "330106", "620702", "820000", "999999")),
    BORN,
    st.integers(0, 999).map("{:03d}".format),
)
PARTED = {
    "as it is": lambda n: n,
    "small x": str.lower,
    "full width": lambda n: "".join(chr(ord(c) + 0xFEE0) for c in n),
    "blanks": " ".join,
    "wide blanks": "\u3000".join,
    "nothing visible": "\u200b".join,
    "fields": lambda n: "-".join((n[:6], n[6:10], n[10:12], n[12:14], n[14:])),
    "groups": lambda n: f"{n[:6]} {n[6:14]} {n[14:]}",
    "threes": lambda n: " ".join(n[i : i + 3] for i in range(0, 18, 3)),
    "cells": "|".join,
    "tabs": "\t".join,
}


@given(NUMBERS, st.sampled_from(sorted(PARTED)), st.sampled_from(("", "，", "：", "号码", "\n")))
def test_any_valid_number_is_found_in_any_writing(number, way, around):
    (leak,) = leaks(around + PARTED[way](number) + around)
    assert leak.kind is Kind.IDENTITY


@given(NUMBERS, st.integers(1, 17))
def test_a_number_parted_once_anywhere_is_found(number, at):
    (leak,) = leaks(f"{number[:at]}\n{number[at:]}")
    assert leak.kind is Kind.IDENTITY


@given(NUMBERS, st.sampled_from(sorted(PARTED)), st.integers(1, 10))
def test_a_wrong_check_digit_is_no_number(number, way, more):
    checks = "0123456789X"
    wrong = number[:-1] + checks[(checks.index(number[-1]) + more) % 11]
    assert Kind.IDENTITY not in {leak.kind for leak in leaks(PARTED[way](wrong))}


@given(
    st.text(st.sampled_from("0123456789xX*-–| \n\t１２３\u200b年月号元护照银行卡手机密码:=@.★秘"))
)
def test_any_text_is_searched_without_a_fault(text):
    for leak in leaks(text):
        assert 0 <= leak.start < leak.start + leak.length <= len(text)


def test_a_megabyte_takes_no_more_than_a_second():
    from time import process_time

    day, rows = date(2000, 1, 1), []
    for n in range(25_000):
        rows.append(f"| {n} | {day + timedelta(n % 9000)} | {n * 7919 % 99991} | {n * 31}.5 |")
    text = "\n".join(rows)
    began = process_time()
    assert leaks(text) == ()
    assert process_time() - began < 3 * len(text) / 1_000_000
