"""Blocks written directly are, to the character, what the parser makes of them."""

import random
from pathlib import Path

import pytest

from plugins.markup import direct, lines
from plugins.markup.marked import _blocks, convert, parsed
from plugins.markup.official import framed

ROOT = Path(__file__).parents[2]
TEXTS = sorted(ROOT.glob("content/items/*/*/*.md")) + sorted(ROOT.glob("tests/items/**/*.md"))
PIECES = [
    *"甲乙丙 丁。，:：|-#*[]()^12.`\\_<>&\"'+~!=\t\u3000\xa0\ufeff\u200b\u2028😀\U00020bb7",
    *("\n", "\n\n", "**", "- ", "  - ", "## ", "| a | b |\n", "|---|---|\n", "[^1]", "[^1]: "),
    *("[x](a.html)", "&amp;", "<b>", "1. ", "——"),
]


def by_parser(text):
    return framed(parsed(list(_blocks(lines.read(text)))))


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_real_text_is_the_same_either_way(path):
    text = path.read_bytes().decode("utf-8", "replace")
    assert convert(lines.read(text)) == by_parser(text)


def test_so_is_any_text():
    chance = random.Random(20261122)
    for _ in range(1500):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 60)))
        if found := lines.read(text):
            assert convert(found) == by_parser(text), repr(text)


def test_what_needs_no_parser_gets_none():
    text = "# 标题\n平文 & <b>\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n- 一\n- 二\n"
    blocks = list(_blocks(lines.read(text)))
    assert list(map(direct.simple, blocks)) == [True] * 4
    assert not direct.simple(list(lines.read("前 **重点** 后")))
