"""Whatever rows are in the memory, the site is the one that a build without it gives."""

from __future__ import annotations

import shutil

import pytest

from tests.memory.hostile.pendulum import TEXT
from tests.press.same import builds, town
from tests.press.same.builds import replaced

KINDS = ("made", "tree", "record", "html", "quiet", "audit")
MATTERS = "(key LIKE '%2025-00005%' OR key LIKE '%2025/00005%' OR kind NOT IN ('made', 'record'))"


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_vanishes(site, kind):
    site.start()
    site.query(f"DELETE FROM memory WHERE kind = ? AND {MATTERS}", kind)
    site.swing()


@pytest.mark.parametrize("kinds", [("made",), ("tree", "quiet", "audit"), ("record", "html")])
def test_old_rows_come_back(site, kinds):
    """Rows that were right once, seal and all, from a copy of the memory made two builds ago."""
    site.start()
    for row in site.old[1 - site.state]:
        if row[0] in kinds:
            site.query("INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?)", *row)
    site.swing()


def test_the_whole_memory_is_an_old_one(site):
    site.query("DELETE FROM memory")
    for row in site.old[1 - site.state]:
        site.query("INSERT INTO memory VALUES (?, ?, ?, ?)", *row)
    site.swing()


def test_the_memory_is_that_of_another_site(site, kept, tmp_path):
    content = town.write(tmp_path / "content")
    replaced(content / "items/fgw/2025/00002.md", TEXT[0], "别处的正文。")
    replaced(content / "registry/site.toml", "示例市人民政府", "别处市人民政府")
    kept.site(content, tmp_path / "output")
    shutil.copy(builds.memory(tmp_path / "output"), site.memory)
    site.swing()
