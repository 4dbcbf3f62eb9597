"""Every template in a real browser, opened from disk: usable by all, on every device, on paper."""

import io

import pypdfium2
import pytest

from tests import tools
from tests.theme.test_components import faults

HARD = {
    "a document with a wide table and files": "item/990700001/2021-00008.html",
    "a repealed document": "item/990700001/2016-00003.html",
    "a title of 120 characters and 20 files": "item/990700001/2021-00010.html",
    "a reprint": "item/990700004/2022-00001.html",
    "a list with several pages a year": "column/tongzhi/index.html",
    "an empty column": "column/shoufei/index.html",
    "a letter with wordings to choose from": "requests/papers/3-4-1.html",
    "a sheet with ten stages": "requests/papers/approval.html",
    "a service guide": "item/990700004/2024-00001.html",
    "a part of a set with gaps": "item/990700004/2024-00002.html",
    "a serial with gaps": "topics/jianbao/index.html",
    "a yearly report": "reports/szf/2021.html",
    "leaders": "directory/leaders.html",
    "leaders for the notice board": "directory/leaders/szf.html",
    "liaisons": "directory/liaisons.html",
    "public enterprises": "directory/enterprises.html",
    "rules that are lacking": "rules/checklist.html",
    "key points by year": "keypoints/index.html",
    "key points of a year": "keypoints/2026.html",
    "tallies of a year": "tallies/2026/index.html",
    "tallies of a month, timed": "tallies/2026/05.html",
    "the standard catalogue": "standards/ywjy.html",
    "the items of a month": "tallies/2026/05-all.html",
}
WORDED = (
    *("leaders", "leaders for the notice board", "liaisons", "public enterprises"),
    *("rules that are lacking", "key points by year", "key points of a year"),
)
DEVICES = {
    "light": (1280, "light", {}),
    "dark": (1280, "dark", {"runOnly": ["color-contrast", "link-in-text-block"]}),
    "phone": (390, "light", {}),
}
"""Width, colours, and what axe is asked besides: in the dark only colours are others."""
SIZES = {"": (44, 17), "large": (60, 22), "xlarge": (60, 26)}
"""How high a target and how large the text must be, by the size that was chosen."""
RESIZE = "size => document.documentElement.setAttribute('data-size', size)"
MEASURE = """() => [...document.querySelectorAll('a, button, input, summary, textarea')]
  .filter(e => e.checkVisibility() && !e.closest('p, dd, td, figure') || e.matches('button, input, summary, textarea'))
  .filter(e => !e.matches('.gk-skip, [type=radio], [type=checkbox]') && e.checkVisibility())
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect().height])"""


@pytest.fixture(scope="session")
def addresses(site):
    """One page of every template, and the hard ones."""
    _, pages = site
    return list(dict.fromkeys([*pages.values(), *HARD.values()]))


def test_axe_finds_nothing_on_any_template(addresses, walk):
    found = []
    for address, page in walk(addresses, bypass_csp=True):
        page.add_script_tag(path=str(tools.axe()))
        for device, (width, colours, rules) in DEVICES.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=colours)
            asked = {"resultTypes": ["violations"], **rules}
            run = page.evaluate("asked => axe.run(asked)", asked)
            for violation in run["violations"]:
                nodes = [n["html"][:160] for n in violation["nodes"]]
                found.append((address, device, violation["id"], nodes))
        page.set_viewport_size({"width": 1280, "height": 900})
    assert found == []


def test_the_validator_finds_nothing_on_any_template(site, addresses, tmp_path):
    root, _ = site
    for number, address in enumerate(addresses):
        (tmp_path / f"{number:03d}.html").write_bytes((root / address).read_bytes())
    assert faults(tmp_path) == ""


def test_no_page_scrolls_sideways_on_a_phone(addresses, walk):
    wide = []
    for address, page in walk(addresses, 390):
        for size in SIZES:
            page.evaluate(RESIZE, size)
            if page.evaluate("document.documentElement.scrollWidth") > 390:
                wide.append((address, size))
    assert wide == []


def test_nothing_leaves_the_site_and_nothing_complains(site, host, addresses, walk):
    root, _ = site
    for address, page in walk(addresses):
        assert page.complaints == [], address
        ours = (root.as_uri(), host)
        assert [url for url in page.asked if not url.startswith(ours)] == [], address


def test_targets_and_text_are_large_enough(walk):
    for address, page in walk(["index.html", *HARD.values()], 390):
        for size, (target, text) in SIZES.items():
            page.evaluate(RESIZE, size)
            small = [found for found in page.evaluate(MEASURE) if found[1] < target - 0.5]
            assert small == [], (address, size)
            assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= text


def test_the_chosen_size_is_kept_on_the_next_page(visit):
    page = visit("index.html")
    page.click("button[value=xlarge]")
    assert page.get_attribute("html", "data-size") == "xlarge"
    with page.expect_navigation():
        page.click("nav a >> nth=0")
    assert page.get_attribute("html", "data-size") == "xlarge"
    assert page.get_attribute("button[value=xlarge]", "aria-pressed") == "true"


def test_a_choice_holds_where_nothing_can_be_stored(visit):
    page = visit("index.html")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw Error() }})")
    page.reload()
    page.click("button[value=dark]")
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.complaints == []


def test_the_first_key_leads_to_the_text(visit):
    page = visit(HARD["a repealed document"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "gk-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_wide_table_scrolls_inside_itself_by_keyboard(visit):
    page = visit(HARD["a document with a wide table and files"], 390)
    table = page.locator(".gk-scroller")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.gk-scroller').scrollLeft > 0")


def test_a_wide_table_says_that_it_scrolls_and_keeps_its_first_column(visit):
    page = visit(HARD["a document with a wide table and files"], 390)
    table = page.locator(".gk-scroller[data-gk-wide]")
    said = table.evaluate("e => getComputedStyle(e, '::before').content")
    assert said == '"表格可以左右滑动"'
    table.evaluate("e => { e.scrollLeft = 300 }")
    cell, frame = table.locator("td").first.bounding_box(), table.bounding_box()
    assert abs(cell["x"] - frame["x"]) < 1
    assert table.locator("td.gk-figure").count() == 8 * 11


@pytest.mark.parametrize("size", ["", "xlarge"])
def test_on_a_phone_the_title_comes_before_the_block_and_values_have_room(visit, size):
    page = visit(HARD["a repealed document"], 390)
    page.evaluate(RESIZE, size)
    title, block = page.locator("h1").bounding_box(), page.locator(".gk-facts").bounding_box()
    assert title["y"] < block["y"]
    assert not page.get_by_text("公开方式").is_visible()
    page.click(".gk-facts__summary")
    assert page.get_by_text("公开方式").is_visible()
    for value in page.locator(".gk-facts__value").all():
        assert value.bounding_box()["width"] > 200


def test_on_a_desk_the_whole_block_is_seen(visit):
    page = visit(HARD["a repealed document"])
    assert page.get_by_text("公开方式").bounding_box()["height"] > 10
    assert not page.locator(".gk-facts__summary").is_visible()


def test_the_citation_is_copied_in_one_piece(visit):
    page = visit(HARD["a document with a wide table and files"])
    page.click("[data-gk-copy]")
    cited = page.evaluate("String(getSelection())")
    for part in (
        "示政发〔2021〕8号",
        "990700001/2021-00008",
        "https://www.shili.example/zwgk/item/",
    ):
        assert part in cited
    assert page.get_by_role("status").filter(has_text="已复制").count() == 1


def test_without_script_nothing_is_shown_that_does_nothing(addresses, walk):
    for address, page in walk(addresses, java_script_enabled=False):
        dead = page.locator("button[type=button]")
        assert not any(dead.nth(i).is_visible() for i in range(dead.count())), address


def test_the_search_form_leads_to_the_search_page_from_disk(visit):
    page = visit(HARD["a repealed document"])
    page.fill("input[name=q]", "改造")
    page.press("input[name=q]", "Enter")
    page.wait_for_url("**/search/index.html?q=*")


def sheets(page):
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [sheet.get_textpage().get_text_range().splitlines() for sheet in document]


def test_an_official_document_prints_22_lines_of_28_characters(visit):
    first, second, *_ = sheets(visit(HARD["a repealed document"]))
    full = [line for line in second if not line.startswith("—")]
    assert len(full) == 22
    assert {len(line) for line in full} == {28}
    assert any(line.startswith("— 1 —") for line in first)


def test_a_print_says_that_it_is_one_and_where_it_is_from(visit):
    last = "".join(sheets(visit(HARD["a repealed document"]))[-1])
    assert "网页打印件，以正式文本为准" in last
    assert "https://www.shili.example/zwgk/item/990700001/2016-00003.html" in last


def test_a_print_is_dated_and_has_no_foot_of_a_site(visit):
    for address in ("column/tongzhi/index.html", HARD["a repealed document"]):
        text = "".join(line for sheet in sheets(visit(address)) for line in sheet)
        assert "打印日期：" in text
        assert "网址：https://www.shili.example/zwgk/" in text
        assert "网站标识码" not in text


def test_a_wide_table_prints_its_numbers_whole(visit):
    page = visit(HARD["a document with a wide table and files"])
    words = " ".join(line for sheet in sheets(page) for line in sheet).split()
    assert "96.5" in words


def test_a_list_prints_as_a_notice_without_doors(visit):
    text = "\n".join(line for sheet in sheets(visit("column/tongzhi/index.html")) for line in sheet)
    assert "索引号" in text
    assert "当前位置" not in text
    assert "订阅" not in text


def test_folded_columns_print_open(visit):
    text = "".join(line for sheet in sheets(visit("index.html")) for line in sheet)
    assert "行政规范性文件" in text


def test_a_yearly_report_prints_upright_and_whole(visit):
    page = visit(HARD["a yearly report"])
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(map(round, sheet.get_size())) for sheet in printed} == {(595, 842)}
    text = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
    assert "要求行政机关确认或重新出具" in text.replace("\r\n", "")
    assert "尚未审结" in text


def test_the_standard_catalogue_prints_on_its_side_and_whole(visit):
    page = visit(HARD["the standard catalogue"])
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert (842, 595) in {tuple(map(round, sheet.get_size())) for sheet in printed}
    text = "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in printed)
    for words in (
        "招生管理",
        "220102003",
        "以及咨询电话",
        "精准推送",
        "本站公开情况",
        "已说明没有",
    ):
        assert words in text
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 971, "height": 700})  # 297 mm less both margins
    clipped = page.locator(".gk-standards :is(th, td)").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML)"
    )
    assert clipped == []
    frame = page.locator(".gk-scroller").evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert frame[0] <= frame[1]


def test_a_month_says_how_soon(visit):
    heads = visit(HARD["tallies of a month, timed"]).locator("thead").first.inner_text()
    for words in ("采用", "能计时的", "中位数", "最长", "逾期"):
        assert words in heads


def test_on_a_phone_the_label_of_a_line_stays_beside_its_numbers(visit):
    page = visit(HARD["a yearly report"], 390)
    table = page.locator(".gk-scroller[data-gk-wide]").first
    table.evaluate("e => { e.scrollLeft = 320 }")
    label = table.locator("th", has_text="4.保护第三方合法权益").bounding_box()
    frame = table.bounding_box()
    assert abs(label["x"] - frame["x"]) < 1
    assert label["width"] < frame["width"] / 2


@pytest.mark.parametrize("address", [HARD[name] for name in HARD if name in WORDED])
def test_a_table_of_words_prints_upright_and_whole(visit, address):
    page = visit(address)
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(map(round, sheet.get_size())) for sheet in printed} == {(595, 842)}
    text = "".join("".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    for cell in page.locator(".gk-grid :is(th, td)").all_inner_texts():
        assert "".join(cell.split()) in text


def test_a_board_is_one_side_of_paper_without_doors(visit):
    page = visit(HARD["leaders for the notice board"])
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed) == 1
    text = "".join(printed[0].get_textpage().get_text_range().split())
    assert "示例市人民政府领导分工" in text
    assert "江示之" in text
    for words in ("丁规正", "网站地图", "张贴在公开栏"):
        assert words not in text
