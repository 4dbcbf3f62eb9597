"""Templates: every word in strings, nothing inline, and no template but ours."""

import re

import pytest

from plugins.press.render import words
from tests.theme.town import THEME

TEMPLATES = sorted(THEME.rglob("*.html"))
HAN = re.compile(r"[\u3400-\u9fff]")
COMMENT = re.compile(r"\{#.*?#\}", re.S)


def source(path):
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(THEME).as_posix())
def test_every_word_stands_in_strings(path):
    # The words of 有效性 are data of the schema, matched here and not said.
    rest = re.sub(r"\{% set shapes = .*?%\}|\"不适用\"", "", source(path))
    assert not HAN.search(rest)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(THEME).as_posix())
def test_nothing_is_inline(path):
    text = source(path)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)
    for tag in re.findall(r"<script[^>]*>", text):
        assert "src=" in tag or "application/" in tag


def test_no_word_is_named_like_a_method_of_a_mapping():
    tables = words(THEME)
    names = {*tables, *(word for table in tables.values() for word in table)}
    assert names.isdisjoint(dir(dict))


def test_no_word_stands_unused():
    everything = "".join(map(source, TEMPLATES))
    tables = words(THEME)
    unused = [
        f"{table}.{word}"
        for table, entries in tables.items()
        for word in entries
        if f"t.{table}.{word}" not in everything
        and not re.search(rf"t\.{table}\b(?!\.)", everything)
    ]
    assert unused == []
