"""Feeds: well-formed, right about themselves, and every item met exactly once by paging."""

import posixpath
from collections import Counter
from datetime import UTC, datetime
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import feeds
from plugins.feeds.atom import document
from plugins.feeds.context import Entry, FeedPage
from tests.plans import flat
from tests.rooms.town import build, item, write

PUBLIC = "https://www.shili.example/zwgk/"


def entry(number: int, **changed: str) -> Entry:
    facts = {"title": f"名称{number}", "summary": "", "author": "示例市民政局", "label": "社会救助"}
    return Entry(
        id=f"urn:uuid:00000000-0000-5000-8000-{number:012d}",
        address=f"item/990700015/2024-{number:05d}.html",
        updated=datetime(2024, 3, 1, tzinfo=UTC),
        term="shjz",
        **(facts | changed),
    )


def followed(files: dict[str, bytes], start: str) -> list[str]:
    """The entries met from ``start`` along prev-archive, as addresses of the site."""
    found, here, seen = [], start, set()
    while here:
        assert here not in seen
        seen.add(here)
        parsed = feedparser.parse(files[here])
        assert not parsed.bozo
        folder = posixpath.dirname(here)
        found += [posixpath.normpath(posixpath.join(folder, e.link)) for e in parsed.entries]
        older = [link.href for link in parsed.feed.links if link.rel == "prev-archive"]
        here = posixpath.join(folder, older[0]) if older else ""
    return found


@pytest.mark.parametrize("count", [1, 99, 100, 199, 200, 201, 350])
def test_paging_meets_every_entry_exactly_once(count):
    entries = [entry(n) for n in range(1, count + 1)]
    pages = {p.address: p for p in feeds.chain("column", "shjz", "社会救助", entries, "9999000001")}
    files = {address: document(page, "") for address, page in pages.items()}
    met = followed(files, "feeds/column/shjz.xml")
    assert Counter(met) == Counter(e.address for e in entries)
    assert met == [e.address for e in reversed(entries)]
    assert len(files) == max(count // 100 - 1, 0) + 1


def test_a_closed_archive_stays_when_an_entry_comes():
    def archives(count):
        made = feeds.chain("", "", "全部", [entry(n) for n in range(1, count + 1)], "9999000001")
        return {p.address: document(p, PUBLIC) for p in made if p.archive}

    before, after = archives(450), archives(451)
    assert before == after
    assert len(before) == 3


def test_archives_know_their_neighbours():
    newest = "feeds/all.xml"
    pages = {
        p.address: p
        for p in feeds.chain("", "", "全部", [entry(n) for n in range(400)], "9999000001")
    }
    middle = pages["feeds/all-2.xml"]
    assert (middle.previous, middle.next, middle.current) == (
        "feeds/all-1.xml",
        "feeds/all-3.xml",
        newest,
    )
    assert b"<fh:archive" in document(middle, PUBLIC)
    assert b"<fh:archive" not in document(pages[newest], PUBLIC)
    assert pages["feeds/all-3.xml"].next == ""


@pytest.fixture
def corpus(tmp_path):
    return write(
        tmp_path,
        item("mzj", 2024, 1, "低保标准<试行>与]]>“引号”", "社会救助", "内容概述: 甲 & 乙。"),
        item("mzj", 2024, 2, "救助情况", "社会救助", "公开日期: 2024-03-20"),
        item("zfb", 2023, 1, "通知", "行政规范性文件", "文号: 示政办发〔2023〕1号"),
    )


def parsed(corpus, address, public_url=PUBLIC):
    files = {blob.address: blob.data for blob in flat(feeds.plan(corpus, build(public_url)))}
    return feedparser.parse(files[address])


def test_bodies_and_columns_with_items_have_feeds(corpus):
    assert [blob.address for blob in flat(feeds.plan(corpus, build()))] == [
        "feeds/all.xml",
        "feeds/body/zfb.xml",
        "feeds/body/mzj.xml",
        "feeds/column/zhengce.xml",
        "feeds/column/gfxwj.xml",
        "feeds/column/shjz.xml",
    ]


def test_a_feed_is_right_about_itself(corpus):
    feed = parsed(corpus, "feeds/body/mzj.xml").feed
    links = {link.rel: link.href for link in feed.links}
    assert links["self"] == f"{PUBLIC}feeds/body/mzj.xml"
    assert links["alternate"] == f"{PUBLIC}body/mzj/index.html"
    assert feed.title == "示例市人民政府政府信息公开：示例市民政局"


def test_a_preview_has_relative_links(corpus):
    feed = parsed(corpus, "feeds/body/mzj.xml", public_url="").feed
    assert {link.rel: link.href for link in feed.links}["self"] == "mzj.xml"


def test_an_entry_says_what_the_item_says(corpus):
    newest, other = parsed(corpus, "feeds/body/mzj.xml").entries
    assert newest.published.startswith("2024-03-20T00:00:00+08:00")
    assert other.title == "低保标准<试行>与]]>“引号”"
    assert other.link == f"{PUBLIC}item/990700015/2024-00001.html"
    assert other.summary == "甲 & 乙。"
    assert other.author == "示例市民政局"
    assert (other.tags[0].term, other.tags[0].label) == ("shjz", "社会救助")
    assert "published" not in other


def test_a_move_of_the_site_makes_nothing_new(corpus):
    def ids(url):
        found = parsed(corpus, "feeds/all.xml", url)
        return [found.feed.id, *(e.id for e in found.entries)]

    assert ids("https://a.example/") == ids("https://b.example/x/") == ids("")
    assert len(set(ids(""))) == 4


def test_the_day_of_the_build_is_not_in_a_feed(corpus):
    assert parsed(corpus, "feeds/all.xml").feed.updated == "2024-03-20T00:00:00+08:00"


@given(st.text(), st.text())
def test_no_text_breaks_a_feed(title, summary):
    page = FeedPage(
        address="feeds/all.xml",
        id="urn:uuid:00000000-0000-5000-8000-000000000000",
        title=title,
        page="index.html",
        current="feeds/all.xml",
        entries=(entry(1, title=title, summary=summary, author=title, label=summary),),
    )
    root = ElementTree.fromstring(document(page, PUBLIC))
    found = root.findtext("{*}entry/{*}title") or ""
    kept = [c for c in title if c.isprintable() and c != "\ufffd"]
    assert [c for c in found if c.isprintable() and c != "\ufffd"] == kept


def test_what_xml_cannot_hold_is_shown_as_replaced():
    page = next(
        feeds.chain(
            "", "", "全部", [entry(1, title="甲\x00乙\u2028丙\x0b丁\ufffe戊")], "9999000001"
        )
    )
    root = ElementTree.fromstring(document(page, ""))
    assert root.findtext("{*}entry/{*}title") == "甲\ufffd乙\u2028丙\ufffd丁\ufffd戊"


def imported(count):
    """Files of imported items, dated after everything else."""
    lines = ("导入来源: old/{}.html", "公开日期: 2024-05-{:02d}")
    return [
        item("mzj", 2022, n, f"旧信息{n}", "社会救助", *(x.format(n) for x in lines))
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(("old", "new"), [(1, 2), (28, 2), (3, 0)])
def test_an_imported_item_is_never_news_and_never_lost(tmp_path, old, new):
    fresh = [item("mzj", 2024, n, f"新信息{n}", "社会救助") for n in range(1, new + 1)]
    corpus = write(tmp_path, *fresh, *imported(old))
    files = {blob.address: blob.data for blob in flat(feeds.plan(corpus, build()))}
    for address in ("feeds/all.xml", "feeds/body/mzj.xml", "feeds/column/shjz.xml"):
        newest = feedparser.parse(files[address])
        assert not newest.bozo
        assert newest.feed.updated
        assert sorted(e.title for e in newest.entries) == [f"新信息{n}" for n in range(1, new + 1)]
        met = followed(files, address)
        assert Counter(met) == Counter(i.address for i in corpus.items)


def test_archives_of_imported_items_are_their_own():
    old, new = [entry(n) for n in range(1000, 1150)], [entry(n) for n in range(1, 251)]
    pages = list(feeds.chain("", "", "全部", new, "9999000001", old))
    assert [len(page.entries) for page in pages] == [100, 50, 100, 150]
    assert pages[-1].entries[0] == new[-1]
    assert [page.previous for page in pages] == ["", *(page.address for page in pages[:-1])]
    assert [page.next for page in pages[:3]] == [pages[1].address, pages[2].address, ""]
