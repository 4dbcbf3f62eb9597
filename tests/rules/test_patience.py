"""What asks for too much is named within ten seconds, and everything else is told in the same run."""

import pytest

from tests.rules import examples
from tests.rules.examples import BUILT, YEAR, codes, item, stored

SECONDS = 10
GREEDY = sorted(
    name
    for name in (*(f"built/{n}" for n in BUILT), *stored("bad"))
    if codes(name) & {"GK208", "GK603", "GK612", "GK613", "GK901", "GK902", "GK903"}
)
AT_THE_LIMIT = {
    "spaces": "一" + " " * 80_000 + "二",
    "brackets": "[" * 20_000,
    "notes": "[^1]: 一\n" + "甲[^1]\n" * 999,
    "half notes": "[^" * 1_000 + "[" * 18_000,
    "bold": "**粗体** 甲\n" * 9_900,
    "a list": "- **粗** 甲\n" * 6_600,
    "a deep list": "".join(f"{' ' * n}- 甲\n" for n in range(50)),
    "a table": "| 甲 | 乙 |\n|---|---|\n" + "| **粗** | [一](index.html) |\n" * 6_000,
    "blank lines": "\n" * 120_000 + "- 甲",
    "figures": "1 " * 60_000,
    "tabs": "\t" * 100_000 + "一",
    "masks": "1*" * 60_000,
    "half tags": "<" * 100_000,
    "entities": "&" * 100_000,
}


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    folder = tmp_path_factory.mktemp("greedy")
    contents = [examples.assemble(name, folder / name) for name in GREEDY]
    for content in contents:
        other = item(索引号="990700036/2021-00009").replace("栏目: 工作报告\n", "")
        (content / YEAR / "00009.md").write_text(other, encoding="utf-8")
    return dict(zip(GREEDY, examples.run(*map(examples.check, contents)), strict=True))


@pytest.mark.parametrize("name", GREEDY)
def test_it_is_named_in_time_and_the_other_item_as_well(name, said):
    assert said[name].exit == 1
    assert said[name].cpu < SECONDS
    found = {(f["code"], f["path"]) for f in said[name].findings if f["severity"] == "error"}
    assert ("GK201", f"{YEAR}/00009.md") in found
    assert codes(name) <= {code for code, _ in found}


def test_what_is_just_allowed_is_built_in_time(tmp_path):
    commands = []
    for number, text in enumerate(AT_THE_LIMIT.values()):
        content = examples.assemble("good/GK405-masks-survive", tmp_path / str(number))
        own = item(索引号="990700036/2021-00009", 名称="关于长文的报告")
        (content / YEAR / "00009.md").write_text(f"{own}{text}\n", encoding="utf-8")
        output = str(tmp_path / str(number) / "output")
        commands.append(["site", "--content", str(content), "--output", output, "--workers", "1"])
    for name, done in zip(AT_THE_LIMIT, examples.run(*commands), strict=True):
        assert done.exit == 0, (name, done.stderr[-500:])
        assert done.cpu < SECONDS, (name, done.cpu)
