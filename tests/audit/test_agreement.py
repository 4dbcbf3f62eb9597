"""The delta audit says what the whole audit says, whatever was edited and whatever was spoilt."""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.audit import small
from tests.audit.small import DAY, Item
from tests.audit.twice import SECRETS, Twice

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
