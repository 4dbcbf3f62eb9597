"""The release page: the numbers of this build, the releases before it, and how to check a copy."""

import dataclasses
import re
from datetime import timedelta

import pytest

from plugins import addresses, release
from plugins.manifest import chain, log
from plugins.manifest.counts import counts
from plugins.plan import Blob
from tests.rooms.town import DAY, Press, build, item, word, write


@pytest.fixture
def corpus(tmp_path):
    return write(
        tmp_path,
        item("mzj", 2024, 1, "低保发放情况", "社会救助"),
        item("mzj", 2023, 1, "低保标准", "社会救助"),
        item("zfb", 2023, 1, "通知", "行政规范性文件"),
        item("zfb", 2025, 1, "以后公开的通知", "行政规范性文件", "公开日期: 2025-01-01"),
    )


def planned(corpus, history, publish=True, **known):
    """The page and the other files of the room, in the build that ends ``history``."""
    made = dataclasses.replace(
        build(), publish=publish, release=log.release_of(history, "e" * 64), **known
    )
    page, *others = release.plan(corpus, made)
    return page, others


def releases(number):
    history = log.Log()
    for n in range(number):
        keys = [f"990700002/2023-{serial:05d}" for serial in range(n % 3, n + 3)]
        history = log.append(history, keys, DAY + timedelta(n), f"{n:040x}", "")
    return history


def test_the_numbers_are_those_of_the_corpus(corpus):
    found = counts(corpus)
    assert (found.items, found.scheduled, found.drafts, found.withheld) == (3, 1, 0, 0)
    assert found.bodies == {"mzj": 2, "zfb": 1}
    assert found.columns == {"gfxwj": 1, "shjz": 2}
    assert found.months == {"2023-03": 2, "2024-03": 1}


def test_every_number_leads_to_its_list(corpus):
    page, _ = planned(corpus, releases(1), commit="c0ffee" * 6)
    html = Press(corpus).html(page)
    for key, count in (("body/mzj", 2), ("body/zfb", 1), ("column/shjz", 2), ("column/gfxwj", 1)):
        link = re.search(rf'<a [^>]*href="\.\./{key}/index\.html">.*?</a>', html)
        assert link
        assert f">{count}条<" in link[0]
    assert '<a href="../year/2023/index.html">2023</a>' in html
    for told in ("2024年6月3日", "c0ffee" * 6, "e" * 64, "第1次", "pelican", "4.12"):
        assert told in html
    assert "以后公开的通知" not in html
    assert word("release", "preview") not in html


def test_every_item_is_counted_once_in_each_table(corpus):
    page, _ = planned(corpus, releases(1))
    made = page.context
    for rows in (made.bodies, made.columns):
        assert sum(row.count for row in rows) == made.count == 3
    assert sum(year.total for year in made.years) + made.undated == 3


def test_the_lists_that_a_copy_is_checked_by_are_at_hand(corpus):
    page, (made,) = planned(corpus, releases(2))
    assert made == Blob(addresses.LOG, log.dump(releases(2)))
    html = Press(corpus).html(page)
    for name in ("SHA256SUMS", "release.json", "releases.jsonl"):
        assert f'href="../{name}"' in html


def test_a_preview_says_so_and_has_no_log_where_nothing_was_published(corpus):
    page, others = planned(corpus, log.Log(), publish=False)
    html = Press(corpus).html(page)
    assert word("release", "preview") in html
    assert others == []
    assert 'href="../releases.jsonl"' not in html
    assert word("release", "past") not in html


def test_a_preview_after_a_release_carries_the_log_through(corpus):
    page, (made,) = planned(corpus, releases(4), publish=False)
    assert made.data == log.dump(releases(4))
    assert "第4次发布之后的预览" in Press(corpus).html(page)


def test_the_last_thirty_releases_are_told_the_newest_first(corpus):
    history = releases(40)
    page, _ = planned(corpus, history)
    assert [row.sequence for row in page.context.past] == list(range(40, 10, -1))
    newest = page.context.past[0]
    assert (newest.held, newest.day, newest.commit) == (
        len(log.held(history)),
        DAY + timedelta(39),
        f"{39:040x}",
    )
    rows = re.findall(r'<th scope="row">第(\d+)次</th>', Press(corpus).html(page))
    assert rows[0] == "40"
    assert len(rows) == release.SHOWN


def test_the_page_of_an_empty_catalog(tmp_path):
    corpus = write(tmp_path)
    page, _ = planned(corpus, chain.publication(log.Log(), None, (), DAY, "").log)
    html = Press(corpus).html(page)
    assert word("release", "months_note") not in html
    assert "0条" in html
