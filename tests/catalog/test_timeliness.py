"""公开用时: a row of the block where a site wants it and both ends are known, and nowhere else."""

import dataclasses
from datetime import date

import pytest

from plugins import addresses, catalog
from plugins.catalog.facts import facts
from plugins.manifest import log
from plugins.plan import Page
from plugins.records.dated import dated
from plugins.records.load import load
from tests.plans import flat
from tests.press.same import town
from tests.theme import town as theme

LABEL = "公开用时"
PENALTY = "990700015/2026-00001"  # 形成日期 2026-11-16


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    content = town.write(tmp_path_factory.mktemp("town") / "content")
    imported = ("导入来源: old/1.html", "公开日期: 2026-11-17")
    town.item(content, "mzj/2026/00008", "旧网站的信息", *imported)
    return content


@pytest.fixture
def corpus(content):
    return switched(load(str(content), date(2026, 11, 22)), show=True)


def switched(corpus, show):
    site = dataclasses.replace(corpus.registry.site, show_timeliness=show)
    return dataclasses.replace(corpus, registry=dataclasses.replace(corpus.registry, site=site))


def row(corpus, number, published=None, began=None):
    """The row of an item that a release of a day held first; None where there is none."""
    corpus = dated(corpus, {number: published} if published else {})
    item = next(i for i in corpus.items if i.index_no == number)
    found = [f for f in facts(item, corpus.registry, frozenset(), True, began) if f.label == LABEL]
    return (found[0].value, found[0].note) if found else None


def test_it_is_off_unless_a_site_wants_it(corpus):
    assert row(corpus, PENALTY, date(2026, 11, 20))
    assert row(switched(corpus, show=False), PENALTY, date(2026, 11, 20)) is None


@pytest.mark.parametrize(
    ("published", "value", "note"),
    [
        (date(2026, 11, 16), "当日公开", "（期限20个工作日）"),
        (date(2026, 11, 20), "第4个工作日公开", "（期限20个工作日）"),
        (date(2026, 12, 14), "第20个工作日公开", "（期限20个工作日）"),
        (date(2026, 12, 15), "第21个工作日公开", "（期限20个工作日，已超过）"),
    ],
)
def test_it_says_how_long_it_took_and_what_the_limit_is(corpus, published, value, note):
    assert row(corpus, PENALTY, published) == (value, note)


def test_without_a_publication_nothing_is_said(corpus):
    assert row(corpus, PENALTY) is None


def test_of_an_imported_item_nothing_is_said(corpus):
    item = next(i for i in corpus.items if i.imported)
    assert item.publish_date
    assert row(corpus, item.index_no) is None


def test_what_came_with_the_first_release_of_all_may_have_been_public_before(corpus):
    first = date(2026, 12, 20)
    assert row(corpus, PENALTY, first, began=first) is None
    assert row(corpus, PENALTY, date(2026, 11, 20), began=date(2026, 11, 20))


def test_a_budget_counts_days_and_names_the_last(corpus, content):
    profiles = content / "registry/profiles.toml"
    kept = profiles.read_text(encoding="utf-8")
    clock = 'name = "公示"\nclock = "预决算"\n'
    profiles.write_text(kept.replace('name = "公示"\n', clock), encoding="utf-8")
    lines = ("批复日期: 2026-03-10", "公开日期: 2026-03-30")
    path = town.item(content, "mzj/2026/00007", "预算", *lines, column="社会救助")
    budget = switched(load(str(content), date(2026, 11, 22)), show=True)
    assert row(budget, "990700015/2026-00007") == ("第20日公开", "（期限20日，至3月30日）")
    profiles.write_text(kept, encoding="utf-8")
    path.unlink()


def test_the_row_stands_behind_the_day_of_publication_and_leads_to_what_it_means(corpus):
    history = log.append(log.Log(), [PENALTY], date(2026, 11, 18), "", "")
    build = dataclasses.replace(theme.build(), release=log.release_of(history, ""))
    corpus = dated(corpus, build.release.published)
    plan = flat(catalog.plan(corpus, build))
    page = next(
        p.context for p in plan if isinstance(p, Page) and p.address == f"item/{PENALTY}.html"
    )
    labels = [fact.label for fact in page.facts]
    fact = page.facts[labels.index(LABEL)]
    assert labels[labels.index(LABEL) - 1] == "公开日期"
    assert (fact.address, fact.first) == (f"{addresses.RELEASE}#timeliness", True)


def test_the_day_of_the_build_is_not_in_it(content):
    """A page of yesterday that says 公开用时 is the page of today."""
    days = (date(2026, 12, 27), date(2026, 12, 28))
    made = [switched(load(str(content), day), show=True) for day in days]
    assert row(made[0], PENALTY, days[0]) == row(made[1], PENALTY, days[0])
