"""Personal numbers in any file of the site are found, but for those that the source says publicly."""

from __future__ import annotations

import dataclasses
import io
import json
from html import escape

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from plugins.audit import personal, readable
from plugins.search.shards import script
from tests.audit import small
from tests.audit.twice import NEW, TOWN
from tests.leaks.made_up import NAMES

ID, MOBILE = NAMES["ID"], NAMES["MOBILE"]
TEXT = f"申请人身份证号{ID}，\n{MOBILE}"


def workbook(text: str) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.add_worksheet().write(3, 4, text)
    book.close()
    return target.getvalue()


PAGE = "<p>申请人</p><table><tr><td>{}</td></tr></table>"
WRITTEN = {
    "a/page.html": PAGE.format(TEXT).encode(),
    "a/bold.html": PAGE.format(f"{ID[:6]}<strong>{ID[6:14]}</strong>{ID[14:]} {MOBILE}").encode(),
    "a/attribute.html": f'<img alt="{ID}"><a href="tel:{MOBILE}">电话</a>'.encode(),
    "a/described.html": f"<meta name='description' content='{TEXT}'>".encode(),
    "a/entities.html": PAGE.format("".join(f"&#{ord(c)};" for c in TEXT)).encode(),
    "a/commented.html": f"<!-- {TEXT} -->".encode(),
    "a/linked.html": f'<script type="application/ld+json">{json.dumps(TEXT)}</script>'.encode(),
    "feeds/a.xml": f"<content type='html'>{escape(PAGE.format(TEXT))}</content>".encode(),
    "feeds/b.xml": f"<content><![CDATA[{TEXT}]]></content>".encode(),
    "a.svg": f"<svg><text>{TEXT}</text></svg>".encode(),
    "a.json": json.dumps({"rows": [["a", TEXT]]}).encode(),
    "b.json": json.dumps({"id": int(ID[:17] + "0") if ID[17] == "X" else int(ID)}).encode(),
    "a.js": f"const a = {json.dumps(TEXT, ensure_ascii=False)}".encode(),
    "search/ab12cd34ef/t0.js": script("ab12cd34ef/t0", json.dumps([TEXT]).encode()),
    "a.csv": f"编号,主题\n1,{TEXT}\n".encode(),
    "a.txt": (" " * (1 << 20) + TEXT).encode(),
    "a.xlsx": workbook(TEXT),
    f"a/{ID}.svg": f"<svg>{MOBILE}</svg>".encode(),
}


@pytest.mark.parametrize("address", WRITTEN)
def test_a_number_is_found_wherever_it_is_written(town, address):
    path = town.site / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(WRITTEN[address])
    said = [m for m in town.audit() if m.kind == "leak"]
    kinds = {m.message.partition("没有的")[2].partition("“")[0] for m in said}
    assert kinds == (
        {"身份证号"} if address == "b.json" and ID[17] != "X" else {"身份证号", "手机号"}
    )
    assert {m.path for m in said} == {address}
    assert not [m for m in said if ID[2:] in m.message or MOBILE[2:] in m.message]


SAYS = {
    "the text of a public item": ("items/fgw/2021/fgw202100001.md", "", True),
    "a telephone of a body": ("registry/bodies.toml", "phone", True),
    "the guide": ("guide/fgw.md", "", True),
    "a roll of officials": ("registry/roles.toml", "name", False),
    "what was let pass": ("registry/leaks.toml", "reason", False),
    "the ledger": ("requests/2025.csv", "", False),
    "a record of review": ("items/fgw/2021/fgw202100001.review.toml", "author", False),
}


@pytest.mark.parametrize("where", SAYS)
def test_what_is_public_in_the_source_is_no_leak_and_nothing_else(town, where):
    name, key, public = SAYS[where]
    path = town.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(text + (f'{key} = "{MOBILE}"\n' if key else f"{MOBILE}\n"), encoding="utf-8")
    town.write("a.json", json.dumps(f"电话{MOBILE}"))
    assert bool([m for m in town.audit() if m.kind == "leak"]) is not public


def test_an_attachment_that_was_let_pass_tells_what_it_has(town):
    own = next(town.content.glob("items/fgw/*/*202000001.md")).with_suffix("")
    (own / "名单.xlsx").write_bytes(workbook(TEXT))
    town.write("item/990700036/2020-00001/名单.xlsx", "")
    (town.site / "item/990700036/2020-00001/名单.xlsx").write_bytes(workbook(TEXT))
    town.write("a.json", json.dumps(TEXT))
    assert [m.kind for m in town.audit()].count("leak") == 2
    file = (own / "名单.xlsx").relative_to(town.content).as_posix()
    (town.content / "registry").mkdir(exist_ok=True)
    allow = f'[[allow]]\nfile = "{file}"\nkind = "手机号"\n'
    (town.content / "registry/leaks.toml").write_text(allow, encoding="utf-8")
    assert [m.kind for m in town.audit()].count("leak") == 0


def test_only_what_was_written_is_scanned_and_what_was_written_is(twice):
    spoken = dataclasses.replace(NEW, lines=(f"电话{MOBILE}",))
    assert twice.verdicts(twice.edit((*TOWN, spoken))) == ((), ())
    after = twice.edit((*TOWN, NEW))
    after["search/data.js"] += f'// "{ID}"'.encode()
    for found in twice.verdicts(small.resealed(after, after)):
        assert [m.path for m in found if m.kind == "leak"] == ["search/data.js"]


@given(st.lists(st.floats(0, 1), max_size=40), st.lists(st.integers(0, 999), max_size=60))
def test_weights_and_figures_are_nobody_s(weights, figures):
    cells = "".join(f"<td>{figure}</td>" for figure in figures)
    text = json.dumps([f"{weight:.17f}" for weight in weights]).replace('"', "")
    for address, written in (("a.json", text), ("a.html", f"<table><tr>{cells}</tr></table>")):
        assert not list(personal.found(_said(written, address), address))


def _said(text: str, address: str) -> str:
    if address.endswith("html"):
        return readable._marked(text)
    return readable._lifted(readable._POINT.sub("0", text))


def test_figures_of_a_row_are_no_telephone_and_no_card():
    parted, card = NAMES["MOBILE_SPACED"], NAMES["CARD_SPACED"]
    for words, count in ((f"道路硬化 {parted} 全年", 0), (f"银行网点 {card} 个", 0),
                         (f"电话 {parted} 全年", 1), (f"银行卡号 {card}", 1)):  # fmt: skip
        assert len(list(personal.found(words, "a.json"))) == count
