"""Time passes without a commit: only the pages that show it change, and all of them do."""

from __future__ import annotations

from datetime import date

from tests.press.same import builds, town

DAILY = {"SHA256SUMS", "release.json", "index.html", "release/index.html"}
"""What says the day: the home page, what the release says of itself, and their digests."""


def noon(day):
    """A second of a day in Shanghai."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * builds.DAY + 4 * 3600


def rows(year, *others):
    """The pages that show the row of a regulation of that year: its state stands in it."""
    found = {"policy/index.html", "duties/20-1.html", "duties/zfb/20-1.html", "search/data.js"}
    for shelf in ("body/zfb", "column/gfxwj", "column/zhengce", "theme/02", "theme/0201"):
        found |= {f"{shelf}/index.html", f"{shelf}/{year}-1.html"}
    return found | set(others)


NEW = {
    *("body/fgw/index.html", "+body/fgw/2026-2.html"),
    *("column/gzbg/index.html", "+column/gzbg/2026-2.html"),
    *(
        "directory/index.html",
        "duties/20-15.html",
        "+duties/20-15/2026-2.html",
        "duties/index.html",
    ),
    *("duties/fgw/20-15.html", "+duties/fgw/20-15/2026-2.html", "duties/fgw/index.html"),
    *("feeds/all.xml", "feeds/body/fgw.xml", "feeds/column/gzbg.xml", "search/data.js"),
    *("sitemap-2026.xml", "sitemap-pages.xml", "sitemap.html", "sitemap.xml"),
    *("tallies/index.html", "tallies/years.csv", "tallies/2026/index.html"),
    *("tallies/2026/year.html", "tallies/2026/bodies.csv", "tallies/2026/columns.csv"),
    *("tallies/2026/body-fgw.html", "tallies/2026/column-gzbg.html"),
    *(f"+tallies/2026/11{page}" for page in (".html", "-all.html", "-bodies.csv")),
    *("+year/2026/2026-3.html", "year/2026/index.html", "year/index.html"),
    *("+item/990700036/2026-00003.html", "+item/990700036/2026-00003.svg"),
}
"""What shows an item on its first day: its page and code, its lists, every count of items, tallies."""

EVENTS = (
    ("an ordinary night", "2026-11-16", set()),
    ("a publicity period begins", "2026-11-18", {"item/990700015/2026-00001.html"}),
    ("a scheduled item is due", "2026-11-25", NEW),
    ("a publicity period ends", "2026-11-27", {"item/990700015/2026-00001.html"}),
    (
        "a regulation enters into force",
        "2026-12-10",
        rows(
            2026, "item/990700002/2026-00001.html", "year/2026/2026-2.html", "year/2026/index.html"
        ),
    ),
    ("a year ends", "2027-01-01", set()),
    (
        "a regulation expires",
        "2030-03-01",
        rows(2025, "item/990700002/2025-00001.html", "year/2025/2025-1.html"),
    ),
)


def test_a_day_changes_what_shows_it_and_nothing_else(kept, clean, content, tmp_path):
    """One OUTPUT goes through the years; each event is built on the day before and on its day.

    Something is public from the first day on, so that 公开统计 is not new on every page.
    """
    town.item(
        content, "fgw/2026/00004", "已经公开的报告", "公开日期: 2026-03-05",
        date="成文日期: 2026-03-02",
    )  # fmt: skip
    town.item(
        content, "fgw/2026/00003", "预定公开的报告", "公开日期: 2026-11-25",
        date="成文日期: 2026-11-20",
    )  # fmt: skip
    output, firsts = tmp_path / "output", {}
    for name, day, shown in EVENTS:
        before = kept.site(content, output, SOURCE_DATE_EPOCH=noon(day) - builds.DAY)
        after = kept.site(content, output, SOURCE_DATE_EPOCH=noon(day))
        changed = builds.differences(before.files, after.files)
        assert set(changed) == shown | DAILY, name
        alone = clean(content, SOURCE_DATE_EPOCH=noon(day))
        assert builds.differences(after.files, alone.files) == [], name
        assert after.findings == alone.findings, name
        firsts[day] = after
    for day in ("2026-12-10", "2026-11-16"):  # and back again, as SOURCE_DATE_EPOCH may
        again = kept.site(content, output, SOURCE_DATE_EPOCH=noon(day))
        assert builds.differences(again.files, firsts[day].files) == []
        assert again.findings == firsts[day].findings
