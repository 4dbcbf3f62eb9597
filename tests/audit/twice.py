"""A small site that passed the audit, edited: what both audits say of the one that follows."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path

from plugins.audit import audit, prove
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
NEW = Item("fgw", 7, "关于新增事项的公告", ("新的文字",), month=12)


class Twice:
    """A site that passed the whole audit, and the one that is to take its place."""

    def __init__(self, folder: Path, items: tuple[Item, ...] = TOWN) -> None:
        self.content, self.old, self.new = folder / "content", folder / "old", folder / "new"
        self.before, self.items, self.day = small.site(items), items, DAY
        self.memory = Memory(str(folder / "memory"))
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


def changed(items, place, **values):
    """``items`` with one of them changed."""
    return (
        *items[:place],
        dataclasses.replace(items[place], **values),
        *items[place + 1 :],
    )
