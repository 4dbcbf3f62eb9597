"""The delta audit says what the whole audit says, whatever was edited and whatever was spoilt."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from plugins.audit import audit, base, prove
from plugins.memory import Memory
from tests.audit import small
from tests.audit.small import DAY, Item

SECRETS = ("关于内部办公用房的通知", "关于尚未定稿的采购计划")
TOWN = (
    *(Item("fgw", n, f"关于第{n}号事项的公告", month=n) for n in range(1, 6)),
    *(Item("jyj", n, f"第{n}次会议情况", ("甲", "乙"), "hy", month=n) for n in range(1, 4)),
    Item("jyj", 4, "带附件的通知", files={"附件1.pdf": b"%PDF one", "b.pdf": b"%PDF two"}, month=9),
    Item("fgw", 6, SECRETS[0], mode="不予公开"),
    Item("jyj", 5, SECRETS[1], published=DAY + timedelta(9)),
)


class Twice:
    """A site that passed the whole audit, and the one that is to take its place."""

    def __init__(self, folder: Path, items: tuple[Item, ...] = TOWN) -> None:
        self.content, self.old, self.new = folder / "content", folder / "old", folder / "new"
        self.before, self.items, self.day = small.site(items), items, DAY
        self.memory = Memory(":memory:")
        self.sources = small.content(items)
        small.write(self.content, self.sources)
        small.write(self.old, self.before)
        assert audit(str(self.content), str(self.old), DAY, memory=self.memory) == ()
        self.memory.save()

    def edit(self, items: tuple[Item, ...], day: date = DAY) -> dict[str, bytes]:
        """CONTENT is ``items`` now; the sound site of that."""
        self.items, self.day = items, day
        self.sources = small.content(items)
        small.write(self.content, self.sources)
        return small.site(items, day)

    def verdicts(self, after: dict[str, bytes]):
        """What the whole audit and the delta audit say of ``after``."""
        small.write(self.new, after)
        written = {a for a, data in after.items() if self.before.get(a) != data}
        removed = self.before.keys() - after.keys()
        found = prove(
            *(str(self.content), str(self.old), str(self.new), written, removed),
            *(small.digests(self.sources), "", self.day, self.memory),
        )
        return audit(str(self.content), str(self.new), self.day), found


@pytest.fixture
def twice(tmp_path):
    return Twice(tmp_path)


def changed(items, place, **values):
    """``items`` with one of them changed."""
    return (
        *items[:place],
        dataclasses.replace(items[place], **values),
        *items[place + 1 :],
    )


NEW = Item("fgw", 7, "关于新增事项的公告", ("新的文字",), month=12)
EDITS = {
    "nothing": TOWN,
    "one more": (*TOWN, NEW),
    "one more, the oldest": (*TOWN, dataclasses.replace(NEW, month=1)),
    "another title": changed(TOWN, 0, title="关于第一号事项的公告"),
    "another text": changed(TOWN, 1, lines=("别的文字", "两行")),
    "another column and month": changed(TOWN, 4, column="hy", month=7),
    "another file": changed(TOWN, 8, files={"附件1.pdf": b"%PDF new", "b.pdf": b"%PDF two"}),
    "one file more": changed(TOWN, 0, files={"c.pdf": b"%PDF new"}),
    "a secret with another name": changed(TOWN, 9, title="关于内部办公设备的通知"),
    "a secret gone": TOWN[:9] + TOWN[10:],
    "a secret told": changed(TOWN, 9, mode="主动公开"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_sound_is_proved_and_can_be_built_upon(twice, edit):
    whole, found = twice.verdicts(twice.edit(EDITS[edit]))
    assert whole == found == ()
    twice.memory.save()
    again = Memory(":memory:")
    audit(str(twice.content), str(twice.new), DAY, memory=again)
    again.save()
    kept, fresh = (base.load(m, str(twice.new)) for m in (twice.memory, again))
    assert kept.facts == fresh.facts
    assert kept.about == fresh.about


def test_time_alone_makes_an_item_public(twice):
    whole, found = twice.verdicts(twice.edit(TOWN, DAY + timedelta(9)))
    assert whole == found == ()
    whole, found = twice.verdicts(twice.edit(TOWN) | {})
    assert whole == found == ()


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


def test_what_cannot_be_proved_is_left_to_the_whole_audit(twice):
    gone = TOWN[1:]
    assert twice.verdicts(twice.edit(gone)) == ((), None)
    hidden = changed(TOWN, 0, mode="不予公开")
    assert twice.verdicts(twice.edit(hidden))[1] is None
    after = twice.edit(TOWN)
    after["guide/g.html"] = after["guide/g.html"].replace(b'id="jyj"', b'id="x"')
    assert twice.verdicts(small.sealed(after, TOWN))[1] is None
    retitled = tuple(dataclasses.replace(i, title=f"{i.title}二") for i in TOWN * 1)
    assert twice.verdicts(twice.edit(retitled))[0] == ()
    (twice.old / "release.json").write_bytes(b"{}")
    assert twice.verdicts(twice.edit((*TOWN, NEW)))[1] is None


def test_a_row_of_the_memory_lost_or_old_makes_all_worthless(twice):
    after = twice.edit((*TOWN, NEW))
    assert twice.verdicts(after) == ((), ())
    rows = twice.memory.all(base.KIND)
    folder = next(key for key in rows if key != base.ABOUT)
    twice.memory.put(base.KIND, {folder: b"{}"})
    twice.memory.save()
    assert twice.verdicts(after) == ((), None)
    twice.memory.put(base.KIND, {}, [folder])
    twice.memory.save()
    assert twice.verdicts(after) == ((), None)


@pytest.mark.parametrize("address", ["index.html", "year/2021/2021-1.html", "static/x.js"])
def test_a_change_that_the_press_does_not_tell_is_caught(twice, address):
    after = twice.edit((*TOWN, NEW))
    spoilt = {**after, address: after.get(address, b"") + b"\n"}
    assert address not in twice.before or spoilt[address] != twice.before[address]
    small.write(twice.new, small.sealed(spoilt, (*TOWN, NEW)))
    written = {a for a, data in after.items() if twice.before.get(a) != data}
    arguments = (written, (), small.digests(twice.sources), "", DAY, twice.memory)
    found = prove(str(twice.content), str(twice.old), str(twice.new), *arguments)
    assert any(m.path == address and "改动之列" in m.message for m in found)


def test_content_that_changed_meanwhile_is_refused(twice):
    after = twice.edit((*TOWN, NEW))
    (twice.content / "items/fgw/2021/00099.md").write_text("---\n---\n")
    assert any("生成的时候变了" in m.message for m in twice.verdicts(after)[1])
    (twice.content / "items/fgw/2021/00099.md").unlink()
    path = twice.content / NEW.path
    path.write_text(path.read_text().replace("新的", "旧的"))
    assert twice.verdicts(after)[1]


TITLES = st.sampled_from(
    ["关于甲事项的公告", "关于乙事项的通知", "丙的情况", "关于众所周知的指南", *SECRETS]
)
LINES = st.lists(
    st.sampled_from(["文字", "甲*乙*", "- 一", "见关于甲事项的公告", *SECRETS]), max_size=3
)
ITEMS = st.builds(
    Item,
    body=st.sampled_from(["fgw", "jyj"]),
    serial=st.integers(1, 99),
    title=TITLES,
    lines=LINES.map(tuple),
    column=st.sampled_from(["bg", "hy"]),
    mode=st.sampled_from(["主动公开"] * 4 + ["不予公开"]),
    published=st.sampled_from([date(2021, 1, 8)] * 4 + [DAY + timedelta(1)]),
    month=st.integers(1, 12),
    files=st.dictionaries(
        st.sampled_from(["a.pdf", "表1.xlsx"]), st.sampled_from([b"one", b"two"]), max_size=1
    ),
)
TOWNS = st.lists(ITEMS, min_size=1, max_size=9, unique_by=lambda i: i.path).map(tuple)


@st.composite
def edits(draw, items):
    """A few items changed, added or taken away."""
    left = {i.path: i for i in items}
    for _ in range(draw(st.integers(0, 2))):
        if left and draw(st.booleans()):
            item = left.pop(draw(st.sampled_from(sorted(left))))
            other = draw(ITEMS)
            names = draw(st.sets(st.sampled_from(["title", "lines", "column", "month", "files"])))
            names |= draw(st.sampled_from([set(), set(), set(), {"mode"}, {"published"}]))
            item = dataclasses.replace(item, **{n: getattr(other, n) for n in names})
            if names:
                left[item.path] = item
        else:
            item = draw(ITEMS)
            left[item.path] = item
    return tuple(left[p] for p in sorted(left))


@st.composite
def sabotage(draw, after, before, items):
    """One file dropped, stale, added or spoilt; or two exchanged."""
    files = dict(after)
    address = draw(st.sampled_from(sorted(files)))
    other = draw(st.sampled_from(sorted(files)))
    kind = draw(st.sampled_from(["drop", "stale", "add", "swap", "cut", "double", "leak", "byte"]))
    text = files[address].decode()
    if kind == "drop":
        del files[address]
    elif kind == "stale":
        files[address] = before.get(address, b"")
    elif kind == "add":
        files[f"{address.rpartition('.')[0]}x.html"] = files[other]
    elif kind == "swap":
        files[address], files[other] = files[other], files[address]
    elif kind == "leak":
        secrets = [w for i in items if not i.public(DAY) for w in (i.title, i.number)]
        files[address] += draw(st.sampled_from(secrets or ["x"])).encode()
    elif kind == "byte" and text:
        place = draw(st.integers(0, len(text) - 1))
        files[address] = (text[:place] + text[place + 1 :]).encode()
    elif parts := re.findall(r"<li>.*?</li>|<entry>.*?</entry>|<url>.*?</url>|<p>.*?</p>", text):
        part = draw(st.sampled_from(parts))
        files[address] = text.replace(part, part * 2 if kind == "double" else "", 1).encode()
    return small.sealed(files, items) if draw(st.booleans()) else files


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_both_audits_agree(data):
    items = data.draw(TOWNS)
    folder = Path(tempfile.mkdtemp())
    try:
        twice = Twice(folder, items)
        now = data.draw(edits(items))
        after = twice.edit(now)
        for _ in range(data.draw(st.integers(0, 2))):
            after = data.draw(sabotage(after, twice.before, now))
        whole, found = twice.verdicts(after)
        event(f"{'sound' if not whole else 'spoilt'}, {'not ' * (found is None)}proved")
        assert found is None or bool(found) == bool(whole), (whole, found)
    finally:
        shutil.rmtree(folder)
