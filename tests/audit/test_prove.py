"""The delta audit proves what is sound, and leaves to the whole audit what it cannot prove."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from plugins.audit import audit, base, prove
from plugins.memory import Memory
from tests.audit import small
from tests.audit.small import DAY
from tests.audit.twice import NEW, TOWN, changed

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
    again = Memory(str(twice.content.with_name("again")))
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
