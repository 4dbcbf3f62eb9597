"""Tokens: readable in light and dark, written once, and the only place where colours stand."""

import re

import pytest

from plugins.press.assets import stylesheet
from tests.theme.town import THEME

SHEET = (THEME / "styles/settings/colour.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(")
TEXT_ON = [
    (ink, ground)
    for ink in ("text", "muted", "link", "visited", "main", "attention")
    for ground in ("paper", "surface")
] + [("on-main", "main"), ("attention", "attention-surface"), ("text", "mark")]


def tokens(opening):
    block = SHEET[SHEET.index(opening) :].split("{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--gk-([a-z-]+):\s*(#[0-9a-f]+)", block))


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LIGHT = tokens(":root {")
DARK = tokens(':root[data-theme="dark"]')


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_has_a_contrast_of_seven(colours, ink, ground):
    assert contrast(colours[ink], colours[ground]) >= 7


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_have_a_contrast_of_three(colours):
    assert contrast(colours["edge"], colours["paper"]) >= 3
    assert contrast(colours["focus"], colours["paper"]) >= 3


def test_chosen_dark_and_the_device_s_dark_are_the_same():
    assert tokens(':root:not([data-theme="light"])') == DARK


def test_both_themes_have_every_token():
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.css")), ids=lambda p: p.parent.name)
def test_colours_stand_only_in_settings(path):
    if path.parent.name != "settings" or path.parent.parent.name != "styles":
        assert not COLOUR.search(path.read_text(encoding="utf-8"))


def test_every_class_is_ours_and_flat():
    styles = re.sub(r"/\*.*?\*/", "", stylesheet(THEME).decode(), flags=re.S)
    classes = set(re.findall(r"\.([a-zA-Z][\w-]*)", styles))
    shape = re.compile(r"gk-[a-z]+(-[a-z]+)*(__[a-z]+(-[a-z]+)*)?(--[a-z]+(-[a-z]+)*)?")
    assert {c for c in classes if not shape.fullmatch(c)} == set()


def test_every_token_that_is_used_exists():
    styles = stylesheet(THEME).decode()
    used = set(re.findall(r"var\((--gk-[a-z-]+)", styles))
    set_ = set(re.findall(r"(--gk-[a-z-]+):", styles))
    assert used - set_ == set()
