"""Items that other processes read are the items that this one would have read."""

from __future__ import annotations

import os
import pickle
from datetime import date

import pytest

from plugins import ahead, digest, examined
from plugins.memory import Memory
from plugins.press import parcel
from plugins.records.dated import dated
from plugins.records.known import KnownItem
from plugins.shapes import Late, Rows
from tests.memory.test_known import plain, read, same
from tests.press.same import town

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _key(monkeypatch):
    monkeypatch.setenv("GONGKAI_KEY", "of this test")


@pytest.fixture
def content(tmp_path):
    """A town with something wrong or withheld in it, and a file that nobody names."""
    content = town.write(tmp_path / "content")
    town.item(content, "fgw/2026/00007", "预定公开的报告", "公开日期: 2026-11-25")
    town.item(content, "fgw/2026/00008", "不予公开的报告", mode="不予公开")
    town.item(content, "fgw/2026/00009", "写错日期的报告", date="成文日期: 2026-02-30")
    town.item(content, "fgw/2026/00010", "有一个多余附件的报告")
    town.put(content / "items/fgw/2026/00010/多余.pdf", town.pdf("多余"))
    town.put(content / "items/fgw/2026/00011.md", b"\xff\xfe")
    return content


@pytest.fixture
def at_once(monkeypatch):
    """Every new item is read by other processes, two at a time."""
    monkeypatch.setattr(ahead, "_ALONE", 1)
    monkeypatch.setattr(ahead, "_SHARE", 2)


def test_two_processes_read_what_one_reads(monkeypatch, tmp_path, content, at_once):
    together = read(monkeypatch, content, TODAY, tmp_path / ".together")
    known = [item for item in together[0].items if isinstance(item, KnownItem)]
    assert len(known) > 10
    monkeypatch.setattr(ahead, "_ALONE", 1000)
    same(together, read(monkeypatch, content, TODAY, tmp_path / ".alone"))


def test_a_number_that_is_none_relates_items_all_the_same(monkeypatch, tmp_path, content, at_once):
    """Known items and new ones are found by the same writing of their numbers."""
    odd = content / "items/fgw/2025/00001.md"
    text = odd.read_text(encoding="utf-8")
    odd.write_text(
        text.replace("文号: 示发改〔2025〕1号", "文号: 示发改2025年1号文"), encoding="utf-8"
    )
    town.item(content, "fgw/2026/00012", "关于废止的报告", "废止文件: 示发改2025年1号文")
    together = read(monkeypatch, content, TODAY, tmp_path / ".together")
    found = {item.key: item.relations for item in together[0].items if item.relations}
    assert found["990700036/2026-00012"][0].address
    assert found["990700036/2025-00001"][0].label == "被废止"
    monkeypatch.setattr(ahead, "_ALONE", 1000)
    alone = read(monkeypatch, content, TODAY, tmp_path / ".alone")
    assert [(i.key, i.digest) for i in alone[0].items] == [
        (i.key, i.digest) for i in together[0].items
    ]
    assert {i.key: i.relations for i in alone[0].items if i.relations} == found
    assert alone[1] == together[1]


def test_a_reader_that_is_ended_is_done_without(monkeypatch, tmp_path, content, at_once):
    monkeypatch.setattr(ahead, "_read", die)
    told = read(monkeypatch, content, TODAY, tmp_path / ".together")
    monkeypatch.setattr(ahead, "_ALONE", 1000)
    same(told, read(monkeypatch, content, TODAY, tmp_path / ".alone"))


def die(places):
    """End this process as the system does for want of memory."""
    os.kill(os.getpid(), 9)


def test_what_they_read_is_remembered(monkeypatch, tmp_path, content, at_once):
    first = read(monkeypatch, content, TODAY, tmp_path / ".memory")
    monkeypatch.setattr(ahead, "Together", Nobody)
    again = read(monkeypatch, content, TODAY, tmp_path / ".memory")
    assert len(again[0].known) >= 12
    same(first, again)


class Nobody:
    """Reads nothing and would say so if it had to."""

    def __init__(self, *_):
        self.rows = {}

    def read(self, root, day, registry, places):
        assert len(places) <= 5
        yield from ()


def test_a_file_that_changes_meanwhile_is_read_as_it_then_is(
    monkeypatch, tmp_path, content, at_once
):
    path = content / "items/fgw/2025/00002.md"
    sums = {"items/fgw/2025/00002.md": "0" * 64}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    with Memory(str(tmp_path / ".memory"), b"code") as memory:
        corpus, _ = examined.read(str(content), memory, sums)
    found = next(item for item in corpus.items if item.record.path == "items/fgw/2025/00002.md")
    assert found.record.text in path.read_text(encoding="utf-8")
    assert corpus.sums["items/fgw/2025/00002.md"] != "0" * 64


def test_what_travels_in_a_parcel_arrives_whole(monkeypatch, tmp_path, content):
    cold, _ = read(monkeypatch, content, TODAY)
    read(monkeypatch, content, TODAY, tmp_path / ".memory")
    warm, _ = read(monkeypatch, content, TODAY, tmp_path / ".memory")
    days = {item.key: date(2026, 5, 1) for item in warm.items}
    items, expected = dated(warm, days).items, dated(cold, days).items
    assert any(isinstance(item, KnownItem) for item in items)
    parcel.ready(None, str(content), warm.registry, TODAY)
    marked = [(item.own_digest, item) for item in items]
    sent = pickle.loads(parcel.pack((items, Rows(items), Late(len_of_text, marked))))
    assert [plain(item) for item in sent[0]] == [plain(item) for item in expected]
    assert sent[1] == tuple(item.row for item in expected)
    assert list(sent[2]) == [len(item.record.text) for item in expected]
    assert digest.of(sent[0]) == digest.of(items)


def len_of_text(item):
    """Something that has to be read from the file."""
    return len(item.record.text)
