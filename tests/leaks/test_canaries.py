"""What is not public is in no byte of any site: numbers and words planted in every such place.

One stands in a public item, by an entry of ``registry/leaks.toml``: it is found in every kind of
file, so that the search for the others is seen to see.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from plugins.audit import audit
from tests.audit.test_personal import workbook
from tests.leaks.canaries import found, number, readings, traces, word
from tests.review import office
from tests.site.conftest import digests, run

PUBLIC = "https://www.shili.example/zwgk/"
DAY = "1768435200"
CONTROL, DRAFT, SCHEDULED, SCOPE, WITHHELD, REQUEST, ACTIVITY, ROLE, TASK, REASON, LATE = range(11)
PLACES = (DRAFT, SCHEDULED, SCOPE, WITHHELD, REQUEST, ACTIVITY, ROLE, TASK, REASON, LATE)
YEAR = "items/fgw/2021"


def item(root: Path, serial: str, place: int, mode: str = "主动公开", **more: str) -> str:
    """An item with the canaries of a place in its title, its text and, if public, an attachment."""
    lines = {
        "索引号": f"990700036/2021-{serial}" if serial.isdigit() else "待编",
        "名称": f"关于{word(place)}的通告",
        "栏目": "工作报告",
        "形成日期": "2021-01-08",
        "公开方式": mode,
        **more,
    }
    path = root / YEAR / f"{serial}.md"
    if mode == "主动公开" and "公开范围" not in more:
        lines["附件"] = "名单.xlsx"
        path.with_suffix("").mkdir()
        sheet = workbook(f"{word(place)} 身份证号{number(place)}")
        (path.with_suffix("") / "名单.xlsx").write_bytes(sheet)
    head = "".join(f"{label}: {value}\n" for label, value in lines.items())
    text = f"---\n{head}---\n申请人{word(place)}，身份证号{number(place)}。\n"
    path.write_text(text, encoding="utf-8")
    return path.relative_to(root).as_posix()


def allowed(root: Path, *paths: str) -> None:
    """Let pass the numbers of these items and their attachments, and say why."""
    rows = []
    for path in paths:
        own = root / path.removesuffix(".md") / "名单.xlsx"
        files = [path] + [own.relative_to(root).as_posix()] * own.exists()
        rows += [
            f'[[allow]]\nfile = "{file}"\nkind = "身份证号"\nmasked = "33{"*" * 16}"\n'
            f'reason = "{word(REASON)}"\napprover = "{word(REASON)}"\nuntil = 2030-01-01\n'
            for file in files
        ]
    (root / "registry/leaks.toml").write_text("\n".join(rows), encoding="utf-8")


def more(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + text, encoding="utf-8")


@pytest.fixture(scope="module", params=["few", "many"])
def town(tmp_path_factory, request):
    """CONTENT with a canary in each place; with much text the search is cut into many files."""
    root = office.content(tmp_path_factory.mktemp("canaries"), PUBLIC)
    control = item(root, "00010", CONTROL)
    waiting = item(root, "00011", SCHEDULED, 公开日期="2027-01-01")
    inside = item(root, "00012", SCOPE, 公开范围="本机关内部")
    asked = item(root, "00013", WITHHELD, "依申请公开")
    item(root, "caogao", DRAFT)
    allowed(root, control, waiting, inside, asked)
    more(root, "requests/2021.csv", "编号,渠道,收到日期,收到依据,申请人类型,主题,承办机构,登记,答复日期,结果\n"
         f"2021-001,来信,2021-03-05,邮寄签收,商业企业,{word(REQUEST)},fgw,2021-03-05,2021-03-20,予以公开\n")  # fmt: skip
    more(
        root,
        "activities/2021.csv",
        f"日期,类别,承办机构,事项,数量\n2021-02-20,会议,fgw,{word(ACTIVITY)},1\n",
    )
    more(root, "registry/roles.toml", f'[[person]]\nid = "{word(ROLE)}"\nname = "{word(ROLE)}{number(ROLE)}"\n'
         'roles = ["保密"]\n')  # fmt: skip
    more(root, "registry/assignments.toml", '[[assignment]]\nbody = "fgw"\ncolumn = "gzbg"\nfrequency = "长期"\n'
         f'since = 2021-01-01\nunit = "{word(TASK)}"\nnote = "{word(TASK)}{number(TASK)}"\n')  # fmt: skip
    if request.param == "many":
        more(root, office.FIRST, "本段说明全市价格监测点的分布和变化。\n" * 4000)
    office.reviewed(root, office.FIRST)
    office.reviewed(root, control)
    return root


def build(verb: str, root: Path, output: Path):
    return run(verb, "--content", root, "--output", output, SOURCE_DATE_EPOCH=DAY)


def test_no_byte_of_a_site_holds_what_is_not_public(town, tmp_path):
    output, many = tmp_path / "output", len((town / office.FIRST).read_bytes()) > 100_000
    verb = "publish" if many else "site"
    done = build(verb, town, output)
    assert done.returncode == 0, done.stderr
    assert "33" + "*" * 16 in done.stderr
    assert not [p for p in (CONTROL, *PLACES) if number(p) in done.stdout + done.stderr]
    read = readings(output)
    assert {place: found(read, place) for place in PLACES} == {place: set() for place in PLACES}
    seen = found(read, CONTROL)
    kinds = {".html", ".xml", ".js", ".xlsx", *([".gz"] if many else [])}
    assert {Path(name).suffix for name in seen} >= kinds
    assert "item/990700036/2021-00010/名单.xlsx" in seen
    if many:
        packed = {name for name in seen if re.fullmatch(r"search/[0-9a-f]+/[^/]*[.]js", name)}
        texts = {name for name in packed if re.search(r"/[rt]\d+[.]js", name)}
        assert texts
        assert packed - texts  # the terms
    else:
        data = read["search/data.js"]
        assert sum(word(CONTROL) in text for text in data) == 2  # the texts, and the terms

    before = digests(output)
    late = item(town, "00020", LATE)  # nobody reviewed it
    allowed_before = (town / "registry/leaks.toml").read_text("utf-8")
    more(town, "registry/leaks.toml", allowed_before.replace("00010", "00020"))
    refused = build(verb, town, output)
    assert refused.returncode == 1
    assert "GK210" in refused.stderr
    (town / "registry/leaks.toml").write_text(allowed_before, encoding="utf-8")
    (town / late).unlink()
    for file in (town / late).with_suffix("").iterdir():
        file.unlink()
    (town / late).with_suffix("").rmdir()

    ledger = town / "requests/2021.csv"
    text = ledger.read_text("utf-8")
    ledger.write_text(text.replace(word(REQUEST), f"张某{number(REQUEST)}"), encoding="utf-8")
    refused = build(verb, town, output)
    ledger.write_text(text, encoding="utf-8")
    assert refused.returncode == 1
    assert number(REQUEST) not in refused.stdout + refused.stderr
    assert digests(output) == before
    assert not traces(output, LATE) | traces(output, REQUEST)


def test_the_audit_finds_each_number_in_a_page_and_tells_none(town, tmp_path):
    output = tmp_path / "output"
    assert build("site", town, output).returncode == 0
    page = output / "index.html"
    sound = page.read_text("utf-8")

    def said() -> list[str]:
        every = audit(str(town), str(output), date(2026, 1, 15), PUBLIC)
        return [f"{m.path} {m.message}" for m in every if m.kind == "leak"]

    assert said() == []
    for place in (CONTROL, *PLACES):
        page.write_text(sound.replace("</h1>", f"</h1><p>{number(place)}</p>"), encoding="utf-8")
        expected = [] if place == CONTROL else ["index.html 含有公开的内容里没有的身份证号"]
        assert [line.partition("“")[0] for line in said()] == expected
        assert not [line for line in said() if number(place)[2:] in line]
