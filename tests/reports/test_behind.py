"""The documents behind a number of table two, in pages like those of the catalog."""

import pytest

from plugins import digest, reports
from plugins.plan import Batch, Page
from tests.plans import flat
from tests.reports.town import table, text
from tests.rooms import town

ROW = "行政规范性文件"
DOOR = "reports/zfb/2023/gfxwj-valid"


def small(root, made, valid):
    """``made`` documents of 2023 and two of 2022, and a report that counts them so."""
    years = [(2022, 1), (2022, 2), *((2023, n) for n in range(1, made + 1))]
    day = "成文日期: {}-05-{:02d}".format
    items = [town.item("mzj", y, n, f"办法{y}之{n}", ROW, day(y, n)) for y, n in years]
    files = {
        "reports/zfb/2023.md": text(2023),
        "reports/zfb/2023.csv": table({(ROW, "本年制发件数"): made, (ROW, "现行有效件数"): valid}),
    }
    return town.write(root, files, *items)


def pages(corpus):
    plan = flat(reports.plan(corpus, town.build()))
    return {o.address: o for o in plan if isinstance(o, Page)}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return small(tmp_path_factory.mktemp("behind"), 7, 9)


def test_the_front_shows_the_newest_and_leads_to_all(corpus):
    found = pages(corpus)
    front = found[f"{DOOR}.html"].context
    assert (front.count, [row.title for row in front.rows]) == (
        9,
        ["办法2023之7", "办法2023之6", "办法2023之5"],
    )
    assert [(y.year, y.count, len(y.pages)) for y in front.years] == [(2023, 7, 3), (2022, 2, 1)]
    behind = [found[address].context for year in front.years for address in year.pages]
    titles = [row.title for page in behind for row in page.rows]
    assert len(titles) == len(set(titles)) == 9
    assert max(len(page.rows) for page in behind) == 3
    second = found[f"{DOOR}-2023-2.html"].context
    assert [step.address for step in second.steps] == [f"{DOOR}-2023-1.html", f"{DOOR}.html"]


def test_what_fits_on_the_front_has_no_other_page(tmp_path):
    found = pages(small(tmp_path, 1, 3))
    assert found[f"{DOOR}.html"].context.years == ()
    assert [a for a in found if a.startswith(f"{DOOR}-")] == []


def test_each_page_is_a_batch_of_its_own(corpus):
    for batch in reports.plan(corpus, town.build()):
        if isinstance(batch, Batch) and "gfxwj" in batch.name:
            assert len(list(batch.make(*batch.inputs))) == 1


def test_a_document_more_changes_no_full_page(corpus, tmp_path):
    more = small(tmp_path, 8, 10)

    def sealed(corpus):
        batches = (b for b in reports.plan(corpus, town.build()) if isinstance(b, Batch))
        return {b.name: digest.of(*b.inputs) for b in batches if b.name.startswith(f"{DOOR}-")}

    before, after = sealed(corpus), sealed(more)
    assert set(before) == set(after)
    assert {name for name in before if before[name] != after[name]} == {f"{DOOR}-2023-3.html"}


def test_the_pages_lead_to_each_other(corpus):
    press, found = town.Press(corpus), pages(corpus)
    for address, page in found.items():
        if address.startswith(DOOR):
            html = press.html(page)
            assert f'<h1 class="gk-title">{page.context.head.title}</h1>' in html
            assert all(row.title in html for row in page.context.rows)
    assert 'href="gfxwj-valid-2023-1.html"' in press.html(found[f"{DOOR}.html"])
    assert 'href="gfxwj-valid.html"' in press.html(found[f"{DOOR}-2023-1.html"])
