"""Narrowing and ordering what was found: boxes, address and history, on a server and on a disk."""

import re
import shutil
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from plugins.search.data import script
from tests import tools

ASKED = f"?q={quote('公开')}"
MANY = re.compile(
    r"\n[^\n]*(?:unpacking|segments|united|weighing|shards|words|version|main|mid)\.[^\n]*</script>"
)


@pytest.fixture(scope="session")
def one_file(site, corpus, indexed, tmp_path_factory):
    """The same site as a small catalog has it: everything that is searched in one file."""
    folder = tmp_path_factory.mktemp("small")
    for part in ("static", "search"):
        shutil.copytree(site / part, folder / part)
    page = folder / "search" / "index.html"
    page.write_text(MANY.sub("", page.read_text("utf-8")).replace("recent.js", "data.js"), "utf-8")
    (folder / "search" / "data.js").write_bytes(script(indexed, corpus.registry.synonyms))
    return folder


@pytest.fixture(params=["served", "disk", "one file"])
def start(request, site, served):
    """The address of the search page on a server and on a disk, and of that of a small catalog."""
    folder = request.getfixturevalue("one_file") if request.param == "one file" else site
    base = served if request.param == "served" else folder.as_uri() + "/"
    return f"{base}search/index.html"


def total(page):
    return int(re.search(r"(\d+)条", page.inner_text("#summary"))[1])


def choose(page, facet):
    """Tick a box; the value, once the answer says as many as stood beside it."""
    row = page.locator(f"[data-facet={facet}] li").first
    count = row.locator("[data-slot=count]").inner_text()
    row.locator("input").check()
    expect(page.locator("#summary")).to_contain_text(f"找到{count}")
    return row.locator("[data-slot=value]").inner_text()


def test_choosing_narrows_to_as_many_as_it_says(start, visit):
    page = visit(start + ASKED)
    page.locator("#facets").wait_for()
    found = [total(page)]
    publisher = choose(page, "publisher")
    found.append(total(page))
    assert page.evaluate("document.activeElement.type") == "checkbox"
    choose(page, "year")
    both = total(page)
    assert 0 < both < found[1] < found[0]
    expect(page.locator("#results > li", has_text=publisher)).to_have_count(both)
    other = page.locator("[data-facet=year] [data-slot=count]").nth(1).inner_text()
    page.locator("[data-facet=year] input").nth(1).check()
    expect(page.locator("#summary")).to_contain_text(f"找到{both + int(other[:-1])}条")
    assert page.complaints == []


def test_what_is_chosen_stands_in_the_address_and_comes_back(served, visit):
    page = visit(f"{served}search/index.html{ASKED}")
    value = choose(page, "year")
    assert f"year={value}" in page.url
    page.get_by_label("按日期").check()
    page.wait_for_url("**&sort=date")
    page.reload()
    box = page.locator("[data-facet=year] input").first
    expect(box).to_be_checked()
    page.go_back()
    expect(page.get_by_label("按相关程度")).to_be_checked()
    page.go_back()
    expect(box).not_to_be_checked()


def test_by_date_the_newest_stand_first(start, visit):
    page = visit(start + ASKED)
    first = page.locator("#results [data-slot=date]").first
    before = first.inner_text()
    page.get_by_label("按日期").check()
    expect(first).not_to_have_text(before)
    dates = [text[-10:] for text in page.locator("#results [data-slot=date]").all_inner_texts()]
    assert dates == sorted(dates, reverse=True)


def test_what_is_chosen_can_be_taken_away(start, visit):
    page = visit(f"{start}{ASKED}&year=1801")
    expect(page.locator("#summary")).to_contain_text("取消一些筛选条件")
    expect(page.get_by_label("1801 0条")).to_be_checked()
    page.get_by_role("button", name="取消 年份：1801").click()
    expect(page.locator("#results > li")).not_to_have_count(0)
    page.goto(f"{start}?year=2024&year=2023&sort=date")
    expect(page.locator("#summary")).to_contain_text("符合所选条件")
    expect(page.locator("#facets-open")).to_have_text("筛选（2）")
    page.get_by_role("button", name="全部取消").click()
    expect(page.locator("#facets")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "summary"


def test_without_a_script_nothing_of_it_shows(served, visit):
    page = visit(f"{served}search/index.html", java_script_enabled=False)
    assert page.locator(":is(#facets, #chosen, #sort):visible").count() == 0


@pytest.mark.parametrize(("width", "colours"), [(390, "light"), (390, "dark"), (1280, "dark")])
def test_axe_finds_nothing_and_nothing_is_too_wide(served, visit, width, colours):
    size = {"width": width, "height": 900}
    address = f"{served}search/index.html{ASKED}&year=2024&year=2023"
    page = visit(address, bypass_csp=True, viewport=size, color_scheme=colours)
    page.locator("#facets").wait_for()
    page.locator("#facets details").evaluate_all("all => all.forEach(one => { one.open = true })")
    page.add_script_tag(path=str(tools.axe()))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
