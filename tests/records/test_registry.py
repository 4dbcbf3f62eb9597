"""Reading the registry: whatever a clerk writes there is a fault at its own row, never a traceback."""

from __future__ import annotations

import re
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from plugins.records import read_registry
from plugins.records.read_site import is_url, repeats_in_repeats
from plugins.shapes import column_tree
from plugins.workdays.calendar import calendar

BASE = Path(__file__).parents[1] / "items" / "base" / "registry"
NUMBER = "name = '甲'\n[index_number]\n"
GOOD = "(?P<prefix>[0-9]{9})/(?P<year>[0-9]{4})-(?P<serial>[0-9]{5})"
BODY = '[[body]]\nid = "a"\nname = "甲局"\n'
HOLIDAY = """[[holiday]]
name = '火把节'
from = 2026-08-06
to = 2026-08-08
notice = '示州府办发〔2025〕9号'
"""
COLUMN = '[[column]]\nid = "a"\nname = "甲"\n'


@pytest.fixture
def said(tmp_path):
    """The faults of one list that holds ``text``, the others being sound: (kind, line, value)."""

    def read(name, text):
        folder = shutil.copytree(BASE, tmp_path / "registry")
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        found = read_registry.read(folder)
        faults = found.faults.get(f"registry/{name}.toml", ())
        return found, [(f.kind, f.line, f.value) for f in faults]

    return read


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("holiday = 3", ("registry-wrong-type", 1, "holiday")),
        ("[[day]]", ("registry-unknown-key", 1, "day")),
        (f"{HOLIDAY}first = 2026-08-06", ("registry-unknown-key", 6, "first")),
        (HOLIDAY.replace("from = 2026-08-06", ""), ("registry-missing", 2, "火把节")),
        (HOLIDAY.replace("2026-08-06", "'2026-08-06'"), ("registry-wrong-type", 3, "from")),
        (HOLIDAY.replace("2026-08-06", "2026-08-06T08:00:00"), ("registry-wrong-type", 3, "from")),
        (HOLIDAY.replace("08-06", "08-09"), ("registry-date-order", 2, "火把节")),
        (HOLIDAY.replace("'示州府办发〔2025〕9号'", "' '"), ("registry-missing", 2, "火把节")),
        (f"{HOLIDAY}work = 2026-08-15", ("registry-wrong-type", 6, "work")),
        (f"{HOLIDAY}work = [2026-08-14]", ("registry-not-weekend", 2, "火把节")),
    ],
)
def test_what_is_wrong_with_a_holiday_is_a_fault_of_its_row(said, text, fault):
    _, faults = said("holidays", text)
    assert faults == [fault]


def test_the_holidays_of_the_region_make_its_calendar(said):
    found, faults = said("holidays", f"{HOLIDAY}work = [2026-08-15]")
    assert not faults
    known = calendar(found.holidays)
    assert not known.is_workday(date(2026, 8, 7))
    assert known.is_workday(date(2026, 8, 15))


def test_the_base_is_sound():
    assert not read_registry.read(BASE).faults


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("key_areas", "names = 3", "names"),
        ("genres", "names = ['函', 3]", "names"),
        ("synonyms", "group = 3", "group"),
        ("synonyms", "[[group]]\nwords = 3", "words"),
        ("synonyms", "group = [3]", "group"),
        ("validity", "word = 3", "word"),
        ("validity", "[[word]]\ncanonical = '有效'\naliases = 3", "aliases"),
        ("themes", "[[theme]]\ncode = '01'\nname = '甲'\nchildren = 3", "children"),
        ("themes", "[[theme]]\ncode = '01'\nname = '甲'\nchildren = ['x']", "children"),
        ("columns", COLUMN + "clock = 'x'", "clock"),
        ("columns", COLUMN + "aliases = [3]", "aliases"),
        ("columns", COLUMN + "nothing = {a = 3}", "nothing"),
        ("bodies", BODY + "units = 'x'", "units"),
        ("leaders", "leader = 3", "leader"),
        ("leaders", "[[leader]]\nroles = '分管领导'", "roles"),
        ("liaisons", "public = 'x'", "public"),
        ("keypoints", "[[document]]\nyear = 2026\ntitle = '甲'\ntask = 3", "task"),
        ("keypoints", "[[document]]\nyear = '2026'\ntitle = '甲'", "year"),
        ("rule_kinds", "[[kind]]\nname = '甲'\nshared = 'x'", "shared"),
        ("enterprises", "[[enterprise]]\nprovisions = '甲'", "provisions"),
        ("site", NUMBER + "former = 3", "former"),
        ("site", NUMBER + "former = [3]", "former"),
        ("site", NUMBER + "grammar = 5", "grammar"),
        ("site", NUMBER + "format = 5", "format"),
        ("site", "name = '甲'\nindex_number = 'x'", "index_number"),
        ("site", "name = '甲'\nPUBLIC_URL = 3", "PUBLIC_URL"),
        ("site", "name = 3", "name"),
    ],
)
def test_a_wrong_type_is_a_fault(said, name, text, value):
    assert ("registry-wrong-type", value) in {(k, v) for k, _, v in said(name, text)[1]}


@pytest.mark.parametrize(
    ("name", "text", "kind", "value"),
    [
        ("site", "name = '甲'\ngrammar = 'x'", "registry-unknown-key", "grammar"),
        ("site", "name = '甲'\nnumber_format = 'x'", "registry-unknown-key", "number_format"),
        ("site", "name = '甲'\npage_size = 0", "registry-bad-size", "page_size"),
        ("site", "name = '甲'\npage_size = -5", "registry-bad-size", "page_size"),
        ("site", "name = ' '", "registry-missing", "site.toml"),
        ("site", f"name = '甲'\npage_size = {'9' * 5000}", "registry-toml", ""),
        ("site", f"x = {'[' * 3000}{']' * 3000}", "registry-toml", ""),
        ("validity", "[[word]]\ncanonical = '有效'", "registry-missing", ""),
        ("bodies", '[[body]]\nid = "a"\nname = ""', "registry-missing", "a"),
        ("bodies", BODY + "inherits = 'a'", "registry-inherits-cycle", "a"),
        ("bodies", BODY + '[[body]]\nid = "b"\nname = "甲局"', "registry-duplicate", "甲局"),
        (
            "bodies",
            BODY + '[[body]]\nid = "b"\nname = "乙"\naliases = ["甲局"]',
            "registry-duplicate",
            "甲局",
        ),
        (
            "bodies",
            BODY + 'prefix = "1"\n[[body]]\nid = "b"\nname = "乙"\nformer_prefixes = ["1"]',
            "registry-duplicate",
            "1",
        ),
        (
            "profiles",
            "[[profile]]\nname = 'x'\nrequires = ['y']",
            "registry-unknown-reference",
            "y",
        ),
        ("columns", COLUMN + "theme = 'x'", "registry-unknown-reference", "x"),
    ],
)
def test_what_is_wrong_otherwise_is_a_fault(said, name, text, kind, value):
    assert (kind, value) in {(k, v) for k, _, v in said(name, text)[1]}


def test_bodies_that_inherit_in_a_ring(said):
    text = BODY + 'inherits = "b"\n[[body]]\nid = "b"\nname = "乙局"\ninherits = "a"\n'
    assert [f[:2] for f in said("bodies", text)[1]] == [
        ("registry-inherits-cycle", 2),
        ("registry-inherits-cycle", 6),
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        GOOD + "(a+)+",
        GOOD + "x" * 200,
        GOOD.replace("[0-9]{4}", ".+"),
        GOOD + "(",
    ],
)
def test_a_bad_grammar_leaves_the_default(said, pattern):
    found, faults = said("site", f"{NUMBER}grammar = '{pattern}'")
    assert faults == [("bad-grammar", 3, pattern)]
    assert found.site.grammar.fullmatch("990700036/2021-00008")


@pytest.mark.parametrize(
    "form",
    [
        "{",
        "{0}",
        "{prefix.x}{serial}",
        "{serial:999d}",
        "{serial!r}",
        "{prefix:05d}{serial}",
    ],
)
def test_a_bad_format_leaves_the_default(said, form):
    found, faults = said("site", f"{NUMBER}format = '{form}'")
    assert faults == [("bad-format", 3, form)]
    assert found.site.number_format == "{prefix}/{year}-{serial:05d}"


@pytest.mark.parametrize("pattern", ["x", "(?P<prefix>x)(?P<year>[0-9]{4})"])
def test_a_grammar_without_its_groups_is_a_fault_and_still_reads(said, pattern):
    found, faults = said("site", f"{NUMBER}grammar = '{pattern}'")
    assert faults == [("bad-grammar", 3, pattern)]
    assert found.site.grammar.pattern == pattern


def test_a_format_without_a_serial_is_a_fault(said):
    assert said("site", f"{NUMBER}format = '{{prefix}}/{{year}}'")[1][0][0] == "bad-format"


def test_a_grammar_and_format_of_its_own(said):
    form = "{prefix}/{year}{month}{day}-{serial:05d}"
    found, faults = said("site", f"{NUMBER}grammar = '{GOOD}'\nformat = '{form}'")
    assert not faults
    assert (found.site.grammar, found.site.number_format) == (re.compile(GOOD), form)


@pytest.mark.parametrize(
    ("pattern", "bad"),
    [
        ("(a+)+", True),
        ("((?:ab*)c)*", True),
        ("(a|a)+", True),
        ("(a+){9}", True),
        ("(?:a{1,})*", True),
        (r"(\+a)+", False),
        ("([+*])+", False),
        ("(?:-[0-9]+)?", False),
        ("(?:[A-Z]{2})+", False),
        (GOOD, False),
    ],
)
def test_repetition_in_repetition(pattern, bad):
    assert repeats_in_repeats(pattern) is bad


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://www.shili.example/zwgk/", True),
        ("http://localhost:8000/", True),
        ("https://[::1/", False),
        ("https://a b/", False),
        ("https://a/../b", False),
        ('https://a/"', False),
        ("javascript:alert(1)", False),
        ("https://a:99999/", False),
        ("https:///x", False),
    ],
)
def test_addresses(said, address, good):
    assert is_url(address) is good
    found, faults = said("site", f"name = '甲'\nPUBLIC_URL = '''{address}'''")
    assert ([] if good else ["registry-bad-url"]) == [f[0] for f in faults]
    assert found.site.public_url == (address if good else "")


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("", True),
        ("mailto:a@b.example", True),
        ("https://b.example/x", True),
        ("ftp://b/", False),
        ("mailto:", False),
    ],
)
def test_where_errors_are_reported(said, address, good):
    faults = said("site", f"name = '甲'\nreport_error_url = '{address}'")[1]
    assert faults == ([] if good else [("registry-bad-url", 2, address)])


def test_a_fault_stands_at_its_own_row(said):
    text = BODY + 'phone = "1"\n\n[[body]]\nid = "b"\nname = "乙局"\nphone = 3\n\n' + BODY
    assert said("bodies", text)[1] == [
        ("registry-wrong-type", 9, "phone"),
        ("registry-duplicate", 12, "a"),
    ]


def test_a_deep_tree_and_a_loop_are_faults_and_still_a_tree(said):
    rows = [f"[[column]]\nid = 'c{n}'\nname = '{n}'\nparent = 'c{n - 1}'\n" for n in range(1, 1500)]
    ring = "[[column]]\nid = '{}'\nname = '{}'\nparent = '{}'\n"
    rows = ["[[column]]\nid = 'c0'\nname = '0'\n", *reversed(rows)]
    rows += [ring.format("x", "x", "y"), ring.format("y", "y", "x")]
    found, faults = said("columns", "".join(rows))
    assert {f[0] for f in faults} == {"registry-deep", "registry-cycle"}
    assert [f[2] for f in faults if f[0] == "registry-cycle"] == ["x", "y"]
    assert max(len(found.trail(c)) for c in found.columns) == 20
    assert column_tree(found, {"c1499": 1})


def test_three_thousand_columns_are_read_soon(said):
    rows = (
        f"[[column]]\nid = 'c{n}'\nname = '{n}'\nparent = '{'c0' if n else ''}'\n"
        for n in range(3000)
    )
    start = time.monotonic()
    found, faults = said("columns", "".join(rows))
    assert not faults
    assert sum(found.is_leaf(c) for c in found.columns) == 2999
    assert len(found.children("c0")) == 2999
    assert time.monotonic() - start < 5
