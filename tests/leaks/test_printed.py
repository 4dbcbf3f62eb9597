"""No reporter, no log and no refusal prints a personal number, whichever field it was put into."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.leaks.veil import veiled
from plugins.records.fields import FIELDS
from plugins.reporters import FORMATS
from tests.leaks.made_up import NAMES, filled
from tests.rules import examples

PLANTED = ("ID", "ID_SPACED", "ID_WIDE", "ID_WRONG", "ID_OLD", "MOBILE", "CARD_SPACED", "PASSPORT")
TEXT = """
身份证号 {VALUE}
1986. {VALUE}，**{VALUE}**，3*{VALUE}*5
[{VALUE}](../{VALUE}.pdf) ![{VALUE}](http://{VALUE}.example/1.png)
<b onclick="{VALUE}">{VALUE}</b> <!-- {VALUE} -->
二〇二一年一月七日 {VALUE}
"""
REGISTRY = (
    '\n[[body]]\nid = "{VALUE}"\nname = "{VALUE}"\nprefix = "{VALUE}"\nkind = "{VALUE}"\nfoo = 1\n'
)
REQUESTS = (
    "编号,渠道,收到日期,收到依据,申请人类型,主题,承办机构,登记,结果\n"
    + "{VALUE}," * 8
    + "{VALUE}\n"
)


def shown(value: str) -> str:
    """A value as anybody would read it."""
    return "".join(c for c in value if c.isalnum())


def lines(value: str, name: str) -> str:
    """Every field of the table with ``value``, and one that no table knows."""
    every = [f"{field.label}: {value}" for field in FIELDS]
    return (
        "---\n" + "\n".join([*every, f"{value}: {value}", f"不认识的{name}: {value}"]) + "\n---\n"
    )


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    root = examples.assemble("good/GK702-office-telephone", tmp_path_factory.mktemp("printed"))
    for serial, name in enumerate(PLANTED, 10):
        value = filled("{" + name + "}")
        path = root / examples.YEAR / f"000{serial}.md"
        path.write_text(lines(value, name) + TEXT.replace("{VALUE}", value), encoding="utf-8")
        (root / examples.YEAR / f"000{serial}").mkdir()
        if name not in ("ID_WRONG", "ID_OLD"):  # a name of digits may be the time
            own = root / examples.YEAR / f"000{serial}" / f"{value}.txt"
            own.write_text("一", encoding="utf-8")
        good = examples.item(索引号=f"990700036/2021-001{serial}", 责任部门=value)
        (root / examples.YEAR / f"001{serial}.md").write_text(good, encoding="utf-8")
        (root / "items" / "fgw" / f"{serial}-{filled('{MOBILE}')}.md").write_text(
            good, encoding="utf-8"
        )
    for name, text in (("bodies", REGISTRY), ("columns", REGISTRY.replace("body", "column"))):
        path = root / "registry" / f"{name}.toml"
        more = "".join(text.replace("{VALUE}", filled("{" + n + "}")) for n in PLANTED)
        path.write_text(path.read_text("utf-8") + more, encoding="utf-8")
    (root / "requests").mkdir()
    rows = [REQUESTS.splitlines()[0]]
    rows += [REQUESTS.splitlines()[1].replace("{VALUE}", filled("{" + n + "}")) for n in PLANTED]
    (root / "requests" / "2025.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return root


def leaked(said: str) -> list[str]:
    plain = shown(said)
    values = {name: shown(filled("{" + name + "}")) for name in PLANTED}
    return [name for name, value in values.items() if value in plain or value[1:] in plain]


def test_no_form_and_no_log_prints_a_number(content):
    folders = ["--content", str(content), "--output", str(content.parent / "output")]
    commands = [["check", *folders, "--format", form] for form in FORMATS]
    others = (["site"], ["requests"], ["inspect"], ["inspect", "--json"], ["explain", "GK701"])
    commands += [[*words, *folders] for words in others]
    first = f"items/fgw/{filled('{MOBILE}')}.md"
    commands += [["scrub", *folders, first], ["approve", *folders, first]]
    for command, said in zip(commands, examples.run(*commands), strict=True):
        assert said.exit in (0, 1, 2), (command, said.stderr)
        assert leaked(said.stdout + said.stderr) == [], command
    rows = examples.run(examples.check(content))[0].findings
    assert len({row["code"] for row in rows}) > 20
    assert {row["path"] for row in rows} > {"registry/bodies.toml", "requests/2025.csv"}


@given(st.text(st.sampled_from("0123456789xX -*|\n１２号码手机银行卡护照身份证E“”")))
def test_any_text_is_veiled_once_and_for_all(text):
    once = veiled(text)
    assert veiled(once) == once


@given(st.sampled_from(sorted(NAMES)), st.text(st.sampled_from("，。“”（）号是"), max_size=9))
def test_what_is_veiled_keeps_the_words_around_it(name, around):
    value = NAMES[name]
    said = veiled(f"{around}{value}{around}")
    assert said.startswith(around)
    if name in PLANTED:
        assert shown(value)[2:] not in shown(said)
