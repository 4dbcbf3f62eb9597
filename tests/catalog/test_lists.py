"""Lists: what stands where, and that full pages never change."""

import dataclasses
from datetime import date

import pytest

from plugins import addresses, catalog
from plugins.catalog.shelves import shelves
from plugins.plan import Page
from plugins.shapes import chunks
from tests.plans import flat
from tests.theme import town


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return town.corpus(tmp_path_factory.mktemp("town"))


def pages(corpus):
    plan = flat(catalog.plan(corpus, town.build()))
    return {o.address: o.context for o in plan if isinstance(o, Page)}


def numbers(page):
    return [row.index_no for row in page.rows]


def test_every_item_has_a_page_and_stands_in_a_year(corpus):
    planned = pages(corpus)
    listed = {
        row.address
        for a, p in planned.items()
        if a.startswith("year/2") and "-" in a
        for row in p.rows
    }
    assert {i.address for i in corpus.items} == listed
    assert listed <= planned.keys()


def test_years_are_cut_into_pages_counted_from_the_oldest(corpus):
    planned = pages(corpus)
    first, second = planned["column/tongzhi/2026-1.html"], planned["column/tongzhi/2026-2.html"]
    assert numbers(first) == [f"990700004/2026-0000{n}" for n in (3, 2, 1)]
    assert numbers(second) == [f"990700004/2026-0000{n}" for n in (5, 4)]


def test_the_front_shows_the_newest_and_leads_to_every_page(corpus):
    front = pages(corpus)["column/tongzhi/index.html"]
    assert len(front.rows) == 3
    assert [(y.year, y.count, len(y.pages)) for y in front.years] == [
        (2026, 5, 2),
        (2025, 2, 1),
        (2024, 2, 1),
        (2022, 1, 1),
        (2010, 1, 1),
    ]
    assert front.count == 11


def test_a_new_item_changes_no_full_page(corpus):
    newest = next(i for i in corpus.items if i.index_no == "990700004/2026-00005")
    added = dataclasses.replace(
        newest,
        index_no="990700004/2026-00006",
        address=addresses.item("990700004/2026-00006"),
        generated_date=date(2026, 11, 20),
    )
    grown = dataclasses.replace(corpus, items=(added, *corpus.items))
    before, after = pages(corpus), pages(grown)
    changed = {a for a in before if after[a] != before[a]}
    assert changed == {
        "index.html",
        "year/index.html",
        "theme/index.html",
        *(addresses.listing(*s) for s in shelves_of(newest)),
        *(addresses.list_page(*s, 2026, 2) for s in shelves_of(newest)),
    }
    assert after.keys() - before.keys() == {added.address}


def shelves_of(item):
    theme, second = item.theme_code[:2], item.theme_code
    return [
        ("column", "tongzhi"),
        ("body", "jyj"),
        ("year", "2026"),
        ("theme", theme),
        ("theme", second),
    ]


def test_a_parent_lists_what_its_children_hold(corpus):
    front = pages(corpus)["column/zhengce/index.html"]
    assert front.count == 4
    assert [(c.label, c.count) for c in front.children] == [("行政规范性文件", 3), ("政策解读", 1)]


def test_a_column_without_items_stands_only_with_a_signed_statement(corpus):
    kept = {s.label.key for s in shelves(corpus) if s.label.kind == "column"}
    assert "shoufei" in kept
    front = pages(corpus)["column/shoufei/index.html"]
    assert [(s.body, s.sentence) for s in front.statements] == [
        ("示例市教育局", "本机关无行政事业性收费。")
    ]
    assert front.head.feed == ""


def test_an_imported_item_never_is_news(corpus):
    home = pages(corpus)["index.html"]
    imported = next(i for i in corpus.items if i.imported)
    assert imported.generated_date == date(2026, 11, 1)
    assert imported.address not in {row.address for row in home.newest}
    assert [f.count for f in home.figures] == [len(corpus.items), 5, 0]


def test_only_the_home_page_knows_the_day_and_the_commit(corpus):
    later = dataclasses.replace(town.build(), day=date(2026, 12, 1), commit="fedcba9876543210")
    before = {o.address: o for o in flat(catalog.plan(corpus, town.build()))}
    after = {o.address: o for o in flat(catalog.plan(corpus, later))}
    assert {a for a in before if before[a] != after[a]} == {"index.html"}


def test_every_link_of_a_list_leads_to_a_planned_page(corpus):
    planned = pages(corpus)
    for page in planned.values():
        for kind in ("years", "children", "figures", "bodies", "nodes", "columns"):
            for row in getattr(page, kind, ()):
                found = getattr(row, "pages", None) or [row.address]
                assert set(filter(None, found)) <= planned.keys()


def test_the_last_chunk_alone_is_short():
    assert [len(c) for c in chunks(list(range(7)), 3)] == [3, 3, 1]
    assert chunks([], 3) == []


def test_the_way_to_a_policy_leads_through_its_room(corpus):
    planned = pages(corpus)
    way = [(c.label, c.address) for c in planned["item/990700001/2021-00008.html"].head.crumbs]
    assert way == [
        ("首页", "index.html"),
        ("政策", "policy/index.html"),
        ("行政规范性文件", "column/gfxwj/index.html"),
    ]
    front = planned["column/zhengce/index.html"].head
    assert ([c.label for c in front.crumbs], front.title, front.kind) == (
        ["首页", "政策"],
        "政策",
        "栏目",
    )


def test_a_year_that_is_not_full_has_no_page_number_and_no_twin(corpus):
    planned = pages(corpus)
    part, full = planned["year/2022/2022-1.html"].head, planned["year/2026/2026-1.html"].head
    assert (part.title, part.canonical) == ("2022年的全部信息", "year/2022/index.html")
    assert (full.title, full.canonical) == ("2026年第1页", "")
    assert planned["column/tongzhi/2025-1.html"].head.title == "通知公告：2025年"
    assert planned["column/tongzhi/2025-1.html"].head.canonical == ""


def test_no_two_pages_have_the_same_title(corpus):
    heads = [page.head for page in pages(corpus).values()]
    titles = [(head.title, head.kind) for head in heads if not head.article]
    assert len(titles) == len(set(titles))


def test_the_list_of_a_body_says_where_it_is_and_what_else_it_has(corpus):
    front = pages(corpus)["body/szf/index.html"]
    assert (front.office.phone, front.notice) == ("0999-8210000", None)
    assert [door.address for door in front.doors] == [
        "guide/szf.html",
        "duties/szf/index.html",
        "rules/index.html#body-szf",
        "directory/index.html#szf",
    ]


def test_a_body_that_is_no_more_is_marked(corpus):
    ended = dataclasses.replace(corpus.registry.bodies["jyj"], successors=("示例市人民政府",))
    bodies = {**corpus.registry.bodies, "jyj": ended}
    registry = dataclasses.replace(corpus.registry, bodies=bodies)
    planned = pages(dataclasses.replace(corpus, registry=registry))
    front = planned["body/jyj/index.html"]
    assert front.head.title == "示例市教育局（已撤销）"
    assert front.office is None
    assert "职能由下列机构承担：示例市人民政府。" in front.notice.text
    assert "示例市教育局（已撤销）" in [b.label for b in planned["index.html"].bodies]


def test_every_list_has_the_column_tags(corpus):
    for address, page in pages(corpus).items():
        assert page.head.column_name, address
        assert page.head.column_type, address


def test_this_month_leads_to_no_list_that_has_more(corpus):
    assert [f.address for f in pages(corpus)["index.html"].figures] == [
        "year/index.html",
        "year/2026/index.html",
        "",
    ]
