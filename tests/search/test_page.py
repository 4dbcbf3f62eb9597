"""The search page as a citizen meets it: from a server's sub-path, and opened from a disk."""

from __future__ import annotations

import shutil
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from plugins.search.query import query
from tests import tools

WORD = "老旧小区"
HOSTILE = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>"


def answered(page):
    """Wait for the page to say what it found, and return that."""
    expect(page.locator("#summary")).not_to_be_empty()
    return page.inner_text("#summary")


def typed(page, words):
    """Type, and return what the page then says of these words."""
    page.fill("#q", words)
    expect(page.locator("#summary")).to_contain_text(words)
    return page.inner_text("#summary")


@pytest.fixture(params=["served", "disk"])
def start(request, site, served):
    """The address of the search page on a server and on a disk."""
    base = served if request.param == "served" else site.as_uri() + "/"
    return f"{base}search/index.html"


def test_it_answers_while_one_types_and_a_result_leads_to_its_item(start, visit):
    page = visit(start)
    said = typed(page, WORD)
    results = page.locator("#results > li")
    assert results.count() > 0
    assert str(results.count()) in said
    first = results.first.locator("a")
    assert WORD in first.inner_text()
    assert WORD in page.locator("#results mark").all_inner_texts()
    first.click()
    page.wait_for_url("**/item/**")
    assert page.title().startswith(page.locator("h1").inner_text()[:10])
    assert page.complaints == []


def test_the_page_shows_what_the_verb_says(start, visit, site):
    page = visit(f"{start}?q={quote('预算')}")
    answered(page)
    shown = page.locator("#results [data-slot=title]").all_inner_texts()
    assert shown == [hit["title"] for hit in query(site, "预算")["hits"]]


def test_nothing_leaves_the_site(served, visit):
    page = visit(f"{served}search/index.html?q={quote(WORD)}")
    answered(page)
    assert page.asked
    assert all(url.startswith(served) for url in page.asked)


def test_the_query_stands_in_the_address_and_history_works(served, visit):
    page = visit(f"{served}search/index.html?q={quote(WORD)}")
    first = answered(page)
    typed(page, "水价")
    page.keyboard.press("Enter")
    typed(page, "预算")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "预算"
    page.go_back()
    expect(page.locator("#q")).to_have_value("水价")
    page.reload()
    assert "水价" in answered(page)
    assert "水价" not in first


def test_words_that_stand_in_an_attachment_alone_say_in_which(start, visit):
    page = visit(f"{start}?q={quote('签约奖励')}")
    answered(page)
    hit = page.locator("#results > li").first
    assert "房屋征收的决定" in hit.locator("[data-slot=title]").inner_text()
    assert "签约奖励" in hit.locator("mark").all_inner_texts()
    link = hit.locator("[data-slot=attached] a")
    assert link.inner_text() == "东门片区房屋征收补偿方案"
    assert link.get_attribute("href").endswith("2022-00001/" + quote("补偿方案.pdf"))


def test_enter_works_from_a_disk_as_well(site, visit):
    page = visit((site / "search/index.html").as_uri())
    page.fill("#q", WORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    expect(page.locator("#summary")).to_contain_text(WORD)


def test_hostile_words_are_only_text(start, visit):
    page = visit("about:blank")
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"{start}?q={quote(HOSTILE)}")
    assert HOSTILE in answered(page)
    assert page.locator("#finder img, #finder script").count() == 0
    assert dialogs == []
    assert page.complaints == []


def test_nothing_found_offers_near_words_and_the_lists(start, visit):
    page = visit(f"{start}?q={quote('量子纠缠态预算')}")
    assert "没有找到" in answered(page)
    assert page.locator("#results > li").count() == 0
    page.locator("#near a").first.click()
    expect(page.locator("#results > li")).not_to_have_count(0)
    assert page.locator("nav.gk-finder__ways a").count() >= 3


def test_one_wrong_character_is_forgiven_and_told(start, visit):
    page = visit(f"{start}?q={quote('老旧小取')}")
    assert "只差一个字" in answered(page)
    assert "老旧小区" in page.locator("#results a").first.inner_text()


@pytest.mark.parametrize(
    ("words", "there", "not_there"),
    [("预算 -财政局", "预算", "财政局"), ("名称:预算", "预算", ""), ('"部门预算"', "部门预算", "")],
)
def test_words_may_be_unwanted_of_a_field_or_a_phrase(start, visit, words, there, not_there):
    page = visit(f"{start}?q={quote(words)}")
    answered(page)
    titles = page.locator("#results [data-slot=title]").all_inner_texts()
    assert titles
    assert there in titles[0]
    assert not not_there or not any(not_there in title for title in titles)


def test_a_common_word_is_led_to_the_one_that_documents_use(start, visit):
    page = visit(f"{start}?q={quote('房产证')}")
    assert "没有找到" in answered(page)
    page.locator("#near a").first.click()
    expect(page.locator("#results > li")).not_to_have_count(0)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("申请表", "依申请公开"),
        ("政府信息公开指南", "指南"),
        ("年报", "年报"),
    ],
)
def test_pages_of_the_site_are_offered_by_name(start, visit, words, label):
    page = visit(f"{start}?q={quote(words)}")
    assert "列在下面" in answered(page)
    assert label in page.locator("#doors li:visible").all_inner_texts()
    page.fill("#q", "水价")
    expect(page.locator("#doors")).to_be_hidden()


def test_more_results_are_counted_and_come_back(served, visit):
    page = visit(f"{served}search/index.html?q={quote('公开')}")
    assert "先列出10条" in answered(page)
    page.click("#more")
    expect(page.locator("#summary")).not_to_contain_text("先列出10条")
    shown = page.locator("#results > li").count()
    assert shown > 30
    page.locator("#results a").nth(30).click()
    page.wait_for_url("**/item/**")
    page.go_back()
    expect(page.locator("#results > li")).to_have_count(shown)


def test_more_is_brought_once_however_often_it_is_asked_for(served, visit):
    page = visit(f"{served}search/index.html?q={quote('公开')}")
    assert "先列出10条" in answered(page)
    page.evaluate("for (const n of [1, 2, 3]) document.getElementById('more').click()")
    expect(page.locator("#summary")).not_to_contain_text("先列出10条")
    page.wait_for_timeout(1000)  # for what should not come
    links = page.locator("#results > li a").evaluate_all("all => all.map(one => one.href)")
    assert len(links) == len(set(links)) > 30


def test_enter_after_typing_makes_one_entry_of_the_history(served, visit):
    page = visit(f"{served}search/index.html?q={quote(WORD)}")
    answered(page)
    before = page.evaluate("history.length")
    typed(page, "水价")
    page.wait_for_url("**q=%E6%B0%B4%E4%BB%B7")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    expect(page.locator("#q")).to_have_value(WORD)


def test_the_title_of_the_page_has_the_query(start, visit):
    page = visit(f"{start}?q={quote(WORD)}")
    answered(page)
    assert page.title().startswith(f"{WORD}－搜索")


def test_the_summary_explains_a_title_that_was_found(start, visit, indexed):
    page = visit(f"{start}?q={quote('老旧小区改造')}")
    answered(page)
    title = page.locator("#results [data-slot=title]").first.inner_text()
    excerpt = page.locator("#results [data-slot=excerpt]").first.inner_text().strip("…")
    assert excerpt in next(d.summary for d in indexed if d.title == title)


def test_the_keyboard_goes_through_the_results(start, visit):
    page = visit(f"{start}?q={quote('预算')}")
    answered(page)
    page.focus("#q")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#results a").nth(1).inner_text()
    assert page.evaluate("document.activeElement.innerText") == second
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.parametrize("lost", ["version.js", "mid.js", "r*.js"])
def test_a_missing_index_is_said_and_the_lists_stay(site, visit, tmp_path, lost):
    broken = tmp_path / "site"
    shutil.copytree(site, broken, ignore=shutil.ignore_patterns("item", lost))
    page = visit((broken / "search/index.html").as_uri() + f"?q={quote(WORD)}")
    assert "没有装载成功" in answered(page)
    assert page.locator("nav.gk-finder__ways a").first.is_visible()


def test_without_a_script_the_page_offers_the_lists(start, visit):
    page = visit(start, java_script_enabled=False)
    assert page.locator("noscript").count() == 1
    assert page.locator("nav.gk-finder__ways a").first.is_visible()
    assert page.locator("form:has(#q)").get_attribute("method") == "get"


@pytest.mark.parametrize("words", [WORD, "老旧小区翻修", "示政发〔2021〕8号", ""])
def test_axe_finds_nothing_with_results_and_without(start, visit, words):
    page = visit(f"{start}?q={quote(words)}", bypass_csp=True)
    answered(page)
    page.add_script_tag(path=str(tools.axe()))
    run = page.evaluate("axe.run({resultTypes: ['violations']})")
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in run["violations"]] == []


def test_the_status_is_announced_and_named(start, visit):
    page = visit(f"{start}?q={quote(WORD)}")
    answered(page)
    assert page.get_attribute("#summary", "role") == "status"
    assert page.get_by_role("searchbox", name="查找政府信息").count() == 1
    assert page.get_by_role("list", name="搜索结果").count() == 1
