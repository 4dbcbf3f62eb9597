"""What one item changes, and what planning asks of an item."""

import pickle

import pytest

from plugins import addresses, examined, sitemap, tallies
from plugins.frame import frame
from plugins.memory import Memory
from plugins.plan import Batch
from plugins.records.known import KnownItem
from tests.plans import flat
from tests.rooms.test_plans import EPOCH, changed, given, is_read, plan
from tests.rooms.town import SITE, abolished, build, item, write

SAID = "内容概述: 一句话。"


def made(body, year, serial, day, *lines, column="社会救助"):
    return item(body, year, serial, f"{body}{serial}", column, f"公开日期: {day}", SAID, *lines)


def town(*more):
    """Two years, of which the bodies' lists have more than a page."""
    old = [
        made("mzj", 2023, n, f"2023-{n:02d}-20", f"形成日期: 2023-{n:02d}-10") for n in range(1, 8)
    ]
    new = [made("mzj", 2024, n, f"2024-0{n}-20", f"形成日期: 2024-0{n}-10") for n in range(3, 6)]
    return (*old, *new, made("zfb", 2024, 1, "2024-05-06"), *more)


NEW = {
    addresses.TALLIES,
    "tallies/2024/index.html",
    "tallies/2024/05.html",
    "tallies/2024/05-all.html",
    "tallies/2024/column-shjz.html",
}


@pytest.mark.parametrize(
    ("body", "also"),
    [("zfb", set()), ("mzj", {"tallies/2024/body-mzj.html"})],
    ids=["a list of one page", "a list that outgrows it"],
)
def test_an_item_changes_its_month_its_year_and_the_index(tmp_path, body, also):
    before = write(tmp_path / "before", *town())
    after = write(tmp_path / "after", *town(made(body, 2024, 9, "2024-05-21")))
    assert changed("tallies", before, after) == NEW | also


def test_its_text_changes_nothing(tmp_path):
    before = write(tmp_path / "before", *town())
    path, text = next(iter(made("zfb", 2024, 1, "2024-05-06").items()))
    after = write(tmp_path / "after", *town({path: f"{text}改了一句。\n"}))
    assert changed("tallies", before, after) == set()


def test_an_imported_item_changes_the_total_alone(tmp_path):
    moved = made("zfb", 2024, 7, "2024-05-09", "导入来源: old/1.html", "导入日期: 2024-06-01")
    before, after = (write(tmp_path / n, *town(*m)) for n, m in (("a", ()), ("b", (moved,))))
    # The catalog's lists of its year now hold it too: those of tallies have to be made.
    assert changed("tallies", before, after) == {
        addresses.TALLIES,
        "tallies/2024/index.html",
        "tallies/2024/body-zfb.html",
        "tallies/2024/year.html",
    }


def test_a_batch_is_made_the_same_in_another_process(tmp_path):
    for batch in plan("tallies", write(tmp_path, *town())):
        assert isinstance(batch, Batch)
        make, inputs = pickle.loads(pickle.dumps((batch.make, batch.inputs)))
        assert list(make(*inputs)) == list(batch.make(*batch.inputs))


@pytest.mark.parametrize("site", [SITE, f"{SITE}show_timeliness = true\n"], ids=["plain", "timed"])
def test_planning_reads_no_more_of_an_item_than_lists_sort_by(tmp_path, monkeypatch, site):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    marked = ("重点领域: 公共服务", "公开渠道: 政府公报、广播电视", "采用单位: 省网站")
    areas = {"registry/key_areas.toml": 'names = ["公共服务"]\n'}
    more = made("qsz", 2024, 1, "2024-05-07", *marked)
    corpus = write(tmp_path / "town", *town(areas, more), site=site)
    with Memory(str(tmp_path / "memory")) as memory:
        examined.read(corpus.root, memory)
        known, _ = examined.read(corpus.root, memory)
    unread = [i for i in known.items if isinstance(i, KnownItem) and not is_read(i, "summary")]
    assert len(unread) > 9
    assert [given(one) for one in plan("tallies", known)]
    assert not any(is_read(i, "summary") for i in unread)
    assert list(flat(tallies.plan(known, build()))) == list(flat(tallies.plan(corpus, build())))
    pages = {o.address: o for o in flat(tallies.plan(known, build()))}
    captions = [t.caption for t in pages[addresses.tally_year(2024)].context.tables]
    assert captions == ["各机构各月", "各栏目", "各重点领域", "各公开渠道"]
    (month,) = pages[addresses.tally_month(2024, 5)].context.tables
    assert [cell.text for cell in month.heads[3:4]] == ["采用"]


def test_a_body_that_is_no_more_is_ranked_where_it_disclosed_something(tmp_path):
    corpus = write(tmp_path, *town(abolished("zfb", "示例市民政局")))
    pages = {o.address: o for o in flat(tallies.plan(corpus, build()))}

    def ranked(address):
        return [line[0].text for line in pages[address].context.tables[0].lines]

    assert "示例市人民政府办公室" in ranked(addresses.tally_month(2024, 5))
    assert "示例市人民政府办公室" not in ranked(addresses.tally_month(2024, 4))


def test_nothing_is_planned_where_nothing_counts(tmp_path):
    assert plan("tallies", write(tmp_path, item("zfb", 2024, 1, "通知", "社会救助"))) == ()


def test_a_channel_is_a_word_of_the_standard_catalogs(tmp_path):
    lines = ("公开渠道: 政府公报、广告牌、政府公报",)
    corpus = write(tmp_path, item("zfb", 2024, 1, "通知", "社会救助", *lines))
    ((_, fault),) = corpus.faults("not-a-choice")
    assert (fault.field, fault.value) == ("公开渠道", "广告牌")
    assert "社区/企事业单位/村公示栏（电子屏）" in fault.detail


def test_the_footer_and_the_sitemap_lead_to_tallies_where_there_are_any(tmp_path):
    undated = (item("zfb", 2024, 1, "一", "社会救助"),)
    for name, files, there in (("with", town(), True), ("without", undated, False)):
        corpus = write(tmp_path / name, *files)
        footer = [link.address for link in frame(corpus, build()).footer]
        page = next(o for o in flat(sitemap.plan(corpus, build())) if o.address == "sitemap.html")
        rooms = [link.address for link in page.context.rooms]
        assert (addresses.TALLIES in footer) is (addresses.TALLIES in rooms) is there
