"""Findings that come with the passing of time come to items that are remembered, too."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from plugins import examined
from plugins.manifest import log
from plugins.memory import Memory
from plugins.records import clocks
from tests.press.same import builds, town
from tests.press.same.builds import replaced

MADE = date(2026, 10, 26)
DUE = date(2026, 11, 23)  # twenty working days later
SAME = "mzj/2026/00009"


@pytest.fixture(autouse=True)
def _key(monkeypatch):
    monkeypatch.setenv("GONGKAI_KEY", "of this test")


@pytest.fixture
def content(tmp_path):
    return town.write(tmp_path / "content")


@pytest.fixture
def said(monkeypatch, tmp_path, content):
    """The findings of these codes on a day with what the last reading remembers, and their paths."""

    def read(day, *codes):
        seconds = (day - date(1970, 1, 1)).days * builds.DAY + 4 * 3600
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
        with Memory(str(tmp_path / ".memory"), b"code") as memory:
            corpus, findings = examined.read(str(content), memory)
        cold = examined.read(str(content), Memory("", b""))[1]
        assert findings == cold
        told = [f for f in findings if f.code in codes and SAME in f.path]
        return told, f"items/{SAME}.md" in corpus.known

    return read


def publish(content, *releases):
    """Write a log whose releases hold these items besides those of the releases before."""
    history, held = log.Log(), []
    for number, (day, *keys) in enumerate(releases):
        held += keys
        history = log.append(history, held, day, "", "a" * 64 if number else "")
    (content / "releases.jsonl").write_bytes(log.dump(history))


def test_an_item_becomes_overdue_the_day_after_its_last_day(said, content):
    town.item(content, SAME, "救助情况", date=f"成文日期: {MADE}")
    publish(content, (date(2026, 1, 5), "990700015/2025-00001"))
    assert said(DUE - timedelta(1), "GK305") == ([], False)
    assert said(DUE, "GK305") == ([], True)
    (late,), known = said(DUE + timedelta(1), "GK305")
    assert known
    assert str(DUE) in late.message
    assert late.severity == "notice"
    publish(content, (date(2026, 1, 5), "990700015/2025-00001"), (DUE, "990700015/2026-00009"))
    assert said(DUE + timedelta(2), "GK305") == ([], True)


def test_an_old_text_is_told_when_it_is_old(said, content):
    town.item(content, SAME, "救助情况", date=f"成文日期: {MADE}")
    publish(content, (date(2026, 1, 5), "990700015/2025-00001"))
    later = MADE + timedelta(120)
    (overdue,), _ = said(MADE + timedelta(60), "GK305", "GK308")
    assert overdue.code == "GK305"
    (old,), known = said(later, "GK305", "GK308")
    assert known is False  # another year
    assert old.code == "GK308"
    replaced(content / "registry/site.toml", "page_size = 3", "page_size = 3\nold_after = 200")
    (overdue,), _ = said(later, "GK305", "GK308")
    assert overdue.code == "GK305"


def test_a_typed_day_of_publication_is_believed_on_the_day_and_not_after_it(said, content):
    day = MADE + timedelta(2)
    town.item(content, SAME, "救助情况", f"公开日期: {day}", date=f"成文日期: {MADE}")
    assert said(day + timedelta(9), "GK304")[0] == []  # nothing was ever published
    publish(content, (date(2026, 1, 5), "990700015/2025-00001"))
    assert said(day, "GK304")[0] == []
    (early,), _ = said(day + timedelta(1), "GK304")
    assert early.field == "公开日期"
    publish(content, (day, "990700015/2026-00009"))
    assert said(day + timedelta(9), "GK304")[0] == []


def test_a_broken_log_is_nothing_that_reading_stumbles_over(said, content):
    town.item(content, SAME, "救助情况", date=f"成文日期: {MADE}")
    (content / "releases.jsonl").write_text("{}\n", encoding="utf-8")
    assert said(DUE + timedelta(9), "GK305")[0] == []


@pytest.mark.parametrize("public", [("公开日期: 2026-11-20",), ()])
def test_an_imported_item_has_no_clock(said, content, public):
    imported = ("导入来源: old/1.html", "导入日期: 2026-11-01", *public)
    town.item(content, SAME, "救助情况", *imported, date="成文日期: 2019-03-04")
    publish(content, (date(2026, 1, 5), "990700015/2025-00001"))
    assert said(DUE + timedelta(9), "GK304", "GK305", "GK308")[0] == []


def test_a_penalty_that_was_revoked_is_withdrawn_in_three_days(said, content):
    replaced(
        content / "registry/profiles.toml", 'name = "公示"', 'name = "公示"\nclock = "行政处罚"'
    )
    revoked = ("废止日期: 2026-11-06", "内容概述: 处罚决定。")
    town.item(content, SAME, "处罚决定", *revoked, column="社会救助", date=f"形成日期: {MADE}")
    assert said(date(2026, 11, 11), "GK310") == ([], False)
    (told,), known = said(date(2026, 11, 12), "GK310")
    assert known
    assert "2026-11-11" in told.message


def test_the_log_of_the_published_site_counts_as_well(monkeypatch, tmp_path, content):
    town.item(content, SAME, "救助情况", date=f"成文日期: {MADE}")
    publish(content, (date(2026, 1, 5), "990700015/2025-00001"))
    output = tmp_path / "output"
    output.mkdir()
    (content / "releases.jsonl").rename(output / "releases.jsonl")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")  # 2026-11-30
    corpus, _ = examined.read(str(content), Memory("", b""), output=str(output))
    assert corpus.released == {"990700015/2025-00001": date(2026, 1, 5)}
    assert json.loads((output / "releases.jsonl").read_text())["sequence"] == 1
    assert clocks.clock_of(corpus.items[0].column.id, corpus.registry).number == 20
