"""Both audits catch whatever was spoilt in one room, one list or one line of the site."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from tests.audit import small
from tests.audit.twice import NEW, SECRETS, TOWN, changed


def spoilt(after, address, old, new):
    text = after[address].decode()
    assert old in text
    return small.sealed({**after, address: text.replace(old, new, 1).encode()}, (*TOWN, NEW))


ROW = f'<li><a href="../../{NEW.address}">{NEW.title}</a></li>'
ENTRY = f'<entry><title>{NEW.title}</title><link rel="alternate" href="../{NEW.address}"/></entry>'


@pytest.mark.parametrize(
    ("address", "old", "new", "said"),
    [
        ("year/2021/2021-4.html", ROW, "", "年度目录"),
        ("column/bg/2021-3.html", ROW, ROW * 2, "栏目目录"),
        ("column/all/2021-4.html", NEW.title, NEW.title[:-1], "目录中的名称"),
        ("body/fgw/2021-2.html", ROW, "", "机构目录"),
        (NEW.address, f"<h1>{NEW.title}", f"<h1>{NEW.title[:-1]}", "页面名称"),
        (NEW.address, f"<p>{NEW.number}</p>", "", "没有索引号"),
        (NEW.address, "新的文字", "新的文", "与原文不符"),
        (NEW.address, "../../guide/g.html", "../../guide/x.html", "链接没有目标"),
        (NEW.address, "#fgw", "#zfb", "没有锚点"),
        (NEW.address, "Content-Security-Policy", "X", "CSP"),
        ("feeds/all.xml", ENTRY, "", "订阅源"),
        ("feeds/all.xml", NEW.title, NEW.title[:-1], "订阅源"),
        ("feeds/all.xml", ENTRY, ENTRY * 2, "订阅源"),
        ("feeds/all.xml", "all-3.xml", "all-2.xml", "订阅源"),
        ("sitemap-2021.xml", NEW.number, TOWN[0].number, "站点地图"),
        ("search/data.js", NEW.title, NEW.title[:-1], "搜索中的名称"),
        ("release.json", '"items"', '"things"', None),
    ],
)
def test_a_new_item_spoilt_in_one_room_is_caught(twice, address, old, new, said):
    after = spoilt(twice.edit((*TOWN, NEW)), address, old, new)
    whole, found = twice.verdicts(after)
    for verdict in (whole, found):
        assert (said is None and verdict == ()) or any(said in m.message for m in verdict)


def test_two_texts_swapped_are_caught(twice):
    items = changed(changed(TOWN, 0, lines=("甲的文字",)), 1, lines=("乙的文字",))
    after = twice.edit(items)
    for one, other in ((0, "乙的文字"), (1, "甲的文字")):
        after = spoilt(after, items[one].address, items[one].lines[0], other)
    after = small.sealed(after, items)
    for verdict in twice.verdicts(after):
        assert sum("与原文不符" in m.message for m in verdict) == 2


def test_an_old_name_left_in_one_list_is_caught(twice):
    items = changed(TOWN, 0, title="关于第一号事项的公告")
    after = twice.edit(items)
    after["column/bg/2021-1.html"] = twice.before["column/bg/2021-1.html"]
    for verdict in twice.verdicts(small.sealed(after, items)):
        assert any("名称" in m.message for m in verdict)


@pytest.mark.parametrize("secret", [SECRETS[0], TOWN[9].number, TOWN[9].number.replace("/", "%2F")])
def test_a_hidden_word_is_caught(twice, secret):
    after = twice.edit((*TOWN, NEW))
    after["index.html"] += secret.encode()
    whole, found = twice.verdicts(small.sealed(after, (*TOWN, NEW)))
    assert {m.kind for m in whole} == {"leak"}
    assert found is None or {m.kind for m in found} == {"leak"}


@pytest.mark.parametrize("address", ["index.html", NEW.address])
@pytest.mark.parametrize(
    ("old", "new"),
    [(r"^.{5}", "00000"), (r"^", r"x"), (r"^.*$\n?", ""), (r"^.*$\n?", r"\g<0>\g<0>")],
)
def test_a_wrong_line_of_sha256sums_is_caught(twice, address, old, new):
    after = twice.edit((*TOWN, NEW))
    line = re.search(rf"(?m)^.*  {re.escape(address)}\n", after["SHA256SUMS"].decode())[0]
    sums = after["SHA256SUMS"].decode().replace(line, re.sub(old, new, line, count=1))
    facts = json.loads(after["release.json"])
    facts["sums"] = hashlib.sha256(sums.encode()).hexdigest()
    after |= {"SHA256SUMS": sums.encode(), "release.json": json.dumps(facts).encode()}
    assert all(twice.verdicts(after))
