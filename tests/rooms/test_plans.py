"""Plans that stay: what is not touched by a change is not planned anew, on any machine."""

import pickle
from importlib import import_module

import pytest

from plugins import digest, examined, feeds
from plugins.memory import Memory
from plugins.plan import Batch, Gathering
from plugins.press.making import of_batch, of_gathering, of_output, of_piece
from plugins.records.item import Item
from plugins.records.known import KnownItem
from tests.plans import flat
from tests.rooms.town import GUIDE, RULE, WORK, build, item, write
from tests.steering.town import TABLES

ROOMS = (
    *("directory", "duties", "feeds", "guide", "keypoints", "policy", "regulations", "reports"),
    *("requests", "sitemap", "supervision"),
)
PUBLIC = "https://www.shili.example/zwgk/"
EPOCH = "1717372800"  # of the day of the town
LED = {f"registry/{name}.toml": text for name, text in TABLES.items()}
SAID = "内容概述: 一句话。"


def plan(name, corpus):
    return tuple(import_module(f"plugins.{name}").plan(corpus, build(PUBLIC)))


def named(planned):
    return planned.name if isinstance(planned, Batch | Gathering) else planned.address


def given(planned):
    """What the press compares with the last build."""
    if isinstance(planned, Gathering):
        return of_gathering(planned, tuple(map(of_piece, planned.pieces)))
    return digest.of(*(of_batch if isinstance(planned, Batch) else of_output)(planned))


def changed(name, before, after):
    """The names of what a room plans otherwise than before."""
    old = {named(p): given(p) for p in plan(name, before)}
    new = {named(p): given(p) for p in plan(name, after)}
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def town(*more):
    """The files of a town whose lists have full pages."""
    welfare = [("mzj", 2023, n, f"救助{n}", "社会救助", SAID) for n in range(1, 6)]
    welfare += [("mzj", 2024, n, f"救助{n}", "社会救助", SAID) for n in range(1, 5)]
    policies = [("zfb", 2023, n, f"通知{n}", "行政规范性文件", SAID) for n in range(1, 6)]
    linked = "文号: 示政办发〔2024〕1号"
    files = [item(*facts) for facts in (*welfare, *policies)]
    return (
        *files,
        item("zfb", 2024, 1, "办法", "行政规范性文件", linked, SAID),
        item("zfb", 2024, 2, "解读", "政策解读", "解读对象: 示政办发〔2024〕1号", SAID),
        item("zfb", 2022, 1, "2021年政府信息公开工作年度报告", "政府信息公开年报", SAID),
        {"guide/zfb.md": GUIDE, "rules/zfb/shencha.md": RULE, "activities/2023.csv": WORK},
        LED,
        *more,
    )


@pytest.fixture
def corpus(tmp_path):
    return write(tmp_path / "town", *town())


@pytest.mark.parametrize("name", ROOMS)
def test_nothing_is_planned_twice(name, corpus):
    planned = plan(name, corpus)
    names = [named(one) for one in planned]
    assert len(names) == len(set(names))
    assert all(given(one) for one in planned)
    addresses = [output.address for output in flat(planned)]
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("name", ROOMS)
def test_the_same_content_is_the_same_plan(name, corpus, tmp_path):
    again = write(tmp_path / "again", *town())
    assert not changed(name, corpus, again)


@pytest.mark.parametrize("name", ROOMS)
def test_a_batch_is_made_the_same_in_another_process(name, corpus):
    batches = [one for one in plan(name, corpus) if isinstance(one, Batch)]
    for batch in batches:
        make, inputs = pickle.loads(pickle.dumps((batch.make, batch.inputs)))
        assert list(make(*inputs)) == list(batch.make(*batch.inputs))


NEW = {
    "directory": {"directory/index.html"},
    "duties": {
        "duties/index.html",
        "duties/mzj/index.html",
        *(
            f"duties/{owner}{duty}{page}.html"
            for owner in ("", "mzj/")
            for duty in ("20-11", "21-7")
            for page in ("", "/2024-2")
        ),
    },
    "feeds": {"feeds/all.xml", "feeds/body/mzj.xml", "feeds/column/shjz.xml"},
    "sitemap": {"sitemap.html", "sitemap.xml", "sitemap-pages.xml", "sitemap-2024.xml"},
}


@pytest.mark.parametrize("name", ROOMS)
def test_an_item_changes_the_fronts_and_the_newest_pages_of_its_lists(name, corpus, tmp_path):
    new = item("mzj", 2024, 5, "救助5", "社会救助", SAID)
    after = write(tmp_path / "after", *town(new))
    assert changed(name, corpus, after) == NEW.get(name, set())


def test_a_policy_changes_the_page_of_policies(corpus, tmp_path):
    new = item("zfb", 2024, 3, "细则", "行政规范性文件", SAID)
    after = write(tmp_path / "after", *town(new))
    assert changed("policy", corpus, after) == {"policy/index.html"}
    assert "feeds/column/zhengce.xml" in changed("feeds", corpus, after)


def test_an_interpretation_changes_the_page_of_its_document(corpus, tmp_path):
    new = item("mzj", 2024, 5, "又一解读", "社会救助", "解读对象: 示政办发〔2024〕1号", SAID)
    after = write(tmp_path / "after", *town(new))
    assert changed("policy", corpus, after) == {"policy/index.html"}


def test_the_closed_pages_of_a_duty_are_made_together(tmp_path):
    def planned(count):
        made = (item("mzj", 2023, n, f"救助{n}", "社会救助") for n in range(1, count + 1))
        found = plan("duties", write(tmp_path / str(count), *made))
        return {named(p): given(p) for p in found if "/20-11/" in named(p)}

    before, after = planned(26), planned(27)
    assert len(before) == len(after) == 4
    for owner in ("", "mzj/"):
        closed, newest = (f"duties/{owner}20-11/2023-{n}.html" for n in (1, 9))
        assert before[closed] == after[closed]
        assert before[newest] != after[newest]


def test_a_closed_archive_of_a_feed_is_not_planned_anew(tmp_path):
    def archives(count):
        days = [(n, f"形成日期: 2024-{n // 28 + 1:02d}-{n % 28 + 1:02d}") for n in range(count)]
        items = (item("mzj", 2024, n + 1, f"救助{n}", "社会救助", day) for n, day in days)
        planned = feeds.plan(write(tmp_path / str(count), *items), build())
        return {batch.name: given(batch) for batch in planned}

    before, after = archives(251), archives(252)
    assert before["feeds/all-1.xml"] == after["feeds/all-1.xml"]
    assert before["feeds/all.xml"] != after["feeds/all.xml"]


@pytest.mark.parametrize("name", ROOMS)
def test_the_text_of_an_item_is_no_part_of_any_list(name, corpus, tmp_path):
    path, text = next(iter(item("mzj", 2024, 4, "救助4", "社会救助", SAID).items()))
    after = write(tmp_path / "after", *town({path: text + "改了一句。\n"}))
    assert (
        next(i for i in after.items if i.title == "救助4").digest
        != next(i for i in corpus.items if i.title == "救助4" and i.year == 2024).digest
    )
    assert not changed(name, corpus, after)


@pytest.mark.parametrize(
    ("name", "page"),
    [("feeds", "feeds/all.xml"), ("sitemap", "sitemap-2024.xml"), ("duties", "duties/20-11.html")],
)
def test_what_a_list_shows_of_an_item_is_part_of_it(name, page, corpus, tmp_path):
    lines = ("公开日期: 2024-05-06", "内容概述: 另一句话。")
    other = item("mzj", 2024, 4, "救助4", "社会救助", *lines)
    assert page in changed(name, corpus, write(tmp_path / "after", *town(other)))


def test_a_report_is_read_for_the_year_it_covers(corpus, tmp_path):
    title, column = "2021年政府信息公开工作年度报告", "政府信息公开年报"
    other = item("zfb", 2022, 1, title, column, SAID, "所属年度: 2020")
    after = write(tmp_path / "after", *town(other))
    assert changed("reports", corpus, after) == {"reports/index.html"}


@pytest.mark.parametrize("name", ROOMS)
def test_planning_reads_no_more_of_an_item_than_lists_sort_by(name, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    columns = ("行政规范性文件", "社会救助", "政策解读", "政府信息公开年报")
    facts = [("mzj", 2023, n, f"名称{n}", columns[n % 4], SAID) for n in range(1, 20)]
    documents = {"guide/zfb.md": GUIDE, "rules/zfb/shencha.md": RULE, "activities/2023.csv": WORK}
    corpus = write(tmp_path / "town", documents, LED, *(item(*one) for one in facts))
    with Memory(str(tmp_path / "memory")) as memory:
        examined.read(corpus.root, memory)
        known, _ = examined.read(corpus.root, memory)
    unread = [i for i in known.items if isinstance(i, KnownItem) and not is_read(i, "summary")]
    assert len(unread) > 9  # of some, rules have asked for more
    planned = plan(name, known)
    assert [given(one) for one in planned]
    assert not any(is_read(i, "summary") for i in unread)
    assert list(flat(planned)) == list(flat(plan(name, corpus)))


def is_read(item, attribute):
    """Whether an attribute that is read late has been read."""
    try:
        vars(Item)[attribute].__get__(item)
    except AttributeError:
        return False
    return True
