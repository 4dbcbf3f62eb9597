"""The five tables: read with their places, refused where they cannot be, no part of any item."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import rules
from plugins.records import read_registry, steering
from plugins.records.sheet import parsed
from plugins.steering.tables import ROLES
from tests.leaks import made_up
from tests.small_town import put
from tests.steering import town


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("town")
    town.write(root)
    return root


@pytest.fixture
def read(root):
    def read(**tables):
        for name, text in {**town.TABLES, **tables}.items():
            put(root / f"registry/{name}.toml", text)
        return read_registry.read(root / "registry")

    return read


def kinds(found):
    return [fault.kind for faults in found.faults.values() for fault in faults]


def test_all_is_read_with_its_places(read):
    found = read()
    assert not found.faults
    led = found.steering
    assert [one.line for one in led.leaders[:2]] == [1, 9]
    assert [one.name for one in led.leaders if one.body == "mzj"] == ["温济川"]
    assert led.public_liaisons
    assert len(led.liaisons) == 4
    first, second = led.documents
    assert (first.year, len(first.tasks), second.tasks) == (2024, 2, ())
    assert [task.line for task in first.tasks] == [8, 15]
    assert led.rule_kinds[1].items == {"mzj": "990700015/2024-00002"}
    assert led.enterprises[0].columns == ("kong", "shjz")


def test_none_of_it_is_what_items_are_made_from(read):
    empty = dict.fromkeys(town.TABLES, "# 没有\n")
    assert read().digest == read(**empty).digest


def test_liaisons_stay_inside_where_the_site_does_not_say_otherwise(read):
    assert not read(liaisons=town.LIAISONS.replace("public = true\n", "")).steering.public_liaisons


@pytest.mark.parametrize(
    ("name", "before", "after", "kind"),
    [
        ("leaders", '"qsz"', '"zsq"', "registry-unknown-reference"),
        ("leaders", '"0999-8210011"', '"8210011"', "registry-bad-phone"),
        ("leaders", '["责任人"]', '["负责人"]', "registry-not-a-choice"),
        ("leaders", "until = 2022-08-31", "until = 2018-08-31", "registry-term-order"),
        ("leaders", '"尹目录"', '" "', "registry-missing"),
        ("leaders", '"分管文电"', "3", "registry-wrong-type"),
        ("leaders", "until", "bis", "registry-unknown-key"),
        ("liaisons", '"qsz"', '"zsq"', "registry-unknown-reference"),
        (
            "liaisons",
            '"swgs"\nunit = "客户服务部"',
            '"qsz"\nunit = "党政办公室"',
            "registry-duplicate",
        ),
        ("keypoints", '["mzj"]', '["jzm"]', "registry-unknown-reference"),
        ("keypoints", '["mzj"]', "[]", "registry-missing"),
        ("keypoints", "year = 2023", "year = 23", "registry-bad-year"),
        (
            "keypoints",
            "https://www.sheng.example/1",
            "http://www.sheng.example/1",
            "registry-bad-url",
        ),
        ("keypoints", "https://www.sheng.example/2024", "ftp://a/2024", "registry-bad-url"),
        ("rule_kinds", '["政府部门"]', '["政府的部门"]', "registry-unknown-reference"),
        ("rule_kinds", "{mzj", "{jzm", "registry-unknown-reference"),
        ("rule_kinds", '"主动公开"', '"保密审查"', "registry-duplicate"),
        ("enterprises", '"mzj"', '"jzm"', "registry-unknown-reference"),
        ("enterprises", '"kong"', '"gnok"', "registry-unknown-reference"),
        ("enterprises", '["kong", "shjz"]', "[]", "registry-missing"),
    ],
)
def test_what_cannot_be_is_one_fault(read, name, before, after, kind):
    text = town.TABLES[name]
    assert before in text
    assert kinds(read(**{name: text.replace(before, after, 1)})) == [kind]


@pytest.mark.parametrize("number", [made_up.mobile(), made_up.identity()])
@pytest.mark.parametrize(
    ("name", "before"), [("leaders", "负责日常工作"), ("liaisons", "政务公开科")]
)
def test_a_private_number_is_refused_and_never_repeated(read, tmp_path, name, before, number):
    text = town.TABLES[name].replace(before, f"{before} {number}", 1)
    assert kinds(read(**{name: text})) == ["registry-private"]
    (told,) = [f for f in rules.check(town.write(tmp_path, **{name: text})) if f.code == "GK840"]
    assert "*" in told.message
    assert number not in f"{told.message}{told.fix}{told.value}"


@pytest.mark.parametrize("name", ["leaders", "liaisons"])
def test_a_mobile_number_is_no_office_telephone(read, tmp_path, name):
    text = town.TABLES[name].replace("0999-82", made_up.mobile(), 1)
    assert kinds(read(**{name: text})) == ["registry-bad-phone"]
    (told,) = [f for f in rules.check(town.write(tmp_path, **{name: text})) if f.code == "GK840"]
    assert made_up.mobile() not in f"{told.message}{told.fix}{told.value}"


WORDS = ("zfb", "分管领导", "责任人", "")
TEXTS = st.sampled_from(WORDS) | st.text('甲1-" \n', max_size=6)
VALUES = st.one_of(
    TEXTS, st.integers(-9, 9999), st.booleans(), st.dates(), st.lists(TEXTS, max_size=2)
)


def written(value):
    """A value as TOML."""
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        codes = (f"\\U{ord(c):08x}" for c in value if not 0xD800 <= ord(c) < 0xE000)
        return f'"{"".join(codes)}"'
    return str(value)


@pytest.fixture(scope="module")
def bodies(root):
    return read_registry.read(root / "registry")


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["body", "post", "name", "work", "roles", "until"]), VALUES))
def test_whatever_a_clerk_writes_is_a_leader_or_a_fault(bodies, row):
    lines = "".join(f"{key} = {written(value)}\n" for key, value in row.items())
    texts = dict.fromkeys(steering.SHEETS, "") | {"leaders": f"[[leader]]\n{lines}"}
    sheets = {name: parsed(f"registry/{name}.toml", text.encode()) for name, text in texts.items()}
    found = steering.steering(sheets, bodies).leaders
    assert len(found) + bool(sheets["leaders"].faults) == 1
    assert all(set(one.roles) <= set(ROLES) and one.body in bodies.bodies for one in found)
