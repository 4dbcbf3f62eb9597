"""The working papers and the calculator in a real browser, opened from disk."""

import io
from datetime import date

import pypdfium2
import pytest

from plugins import addresses
from plugins.requests import letters, sheets
from plugins.requests.deadline import periods
from plugins.workdays.calendar import calendar
from plugins.workdays.periods import UNITS, due

REPLIES = [door.address for shelf in letters.replies() for door in shelf.doors]
STEPS = [door.address for door in letters.steps()]
SHEETS = [door.address for door in sheets.doors()]
LONG = "二〇二三年第四季度老旧小区改造的完成情况，" * 12
CASES = [
    ("2026-01-30", 20, 0), ("2026-01-30", 18, 1), ("2026-03-10", -2, 1), ("2026-12-20", 20, 0),
    ("2020-01-20", 10, 0), ("2026-02-17", 0, 1), ("2040-12-28", 20, 0),
]  # fmt: skip


def paper(page):
    """The text of each sheet, without breaks."""
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    return ["".join(text.split()) for text in texts]


@pytest.mark.parametrize("address", SHEETS)
def test_a_sheet_is_one_side_of_paper_and_what_is_written_is_never_cut(visit, address):
    page = visit(address)
    assert len(paper(page)) == 1
    boxes = page.locator("textarea")
    for number in range(boxes.count()):
        boxes.nth(number).fill(f"{LONG}第{number}格完。")
    text = "".join(paper(page))
    missing = [n for n in range(boxes.count()) if f"第{n}格完。" not in text]
    assert missing == []


@pytest.mark.parametrize("address", SHEETS)
def test_a_sheet_keeps_and_sends_nothing(visit, address):
    page = visit(address)
    page.locator("textarea").first.fill("某某")
    page.reload()
    assert page.locator("textarea").first.input_value() == ""
    page.locator("textarea").first.fill("某某")
    page.click("button[type=reset]")
    assert page.locator("textarea").first.input_value() == ""
    assert page.evaluate("JSON.stringify(localStorage) + document.cookie") == "{}"
    assert "?" not in page.url


def test_a_letter_of_every_kind_is_one_side_of_paper_once_its_wording_is_chosen(walk):
    long = []
    for address, page in walk([*REPLIES, *STEPS]):
        for group in page.locator("[role=radiogroup]").all():
            group.locator("input").first.check()
        text = paper(page)
        assert page.locator("h2.gk-letter__title").inner_text() in text[0]
        assert "办理提示" not in text[0]
        if len(text) > 1:
            long.append(address)
    assert long == []


def test_the_wording_that_is_not_chosen_is_neither_printed_nor_copied(visit):
    page = visit(addresses.paper("3-4-1"))
    assert "该政府信息不存在" in paper(page)[0]
    page.locator("#choice-3-2").locator("xpath=preceding-sibling::input").check()
    text = "".join(paper(page))
    assert "该政府信息不存在" not in text
    assert "第三十六条第五项" in text
    page.click("[data-gk-copy]")
    copied = page.evaluate("String(getSelection())")
    assert "该政府信息不存在" not in copied
    assert "负责公开的机关名称" not in copied  # the name of a blank is no text
    assert page.get_by_role("status").filter(has_text="已复制").count() == 1


def test_a_letter_is_filled_by_keyboard(visit):
    page = visit(addresses.paper("3-3-4"))
    blank = page.get_by_role("textbox", name="申请的内容")
    blank.focus()
    page.keyboard.type("某项目的合同")
    page.keyboard.press("Enter")
    page.keyboard.type("及附件")
    page.keyboard.press("Tab")
    assert blank.inner_text() == "某项目的合同及附件"
    assert "你（单位）申请公开：某项目的合同及附件。" in "".join(paper(page))
    blank.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    assert set(blank.inner_text()) == {"＿"}
    assert page.complaints == []


def said(page):
    page.wait_for_function("document.querySelector('[data-gk-answer]').textContent")
    return page.locator("[data-gk-answer] p").all_inner_texts()


@pytest.mark.parametrize(("start", "n", "unit"), CASES)
def test_the_calculator_says_what_we_count(visit, start, n, unit):
    page = visit(addresses.DEADLINE)
    page.fill("#start", start)
    page.fill("#number", str(n))
    page.locator("#unit").select_option(index=unit)
    page.click("form[data-gk-deadline] [type=submit]")
    first, *others = said(page)
    if date.fromisoformat(start) > date(2040, 12, 1):
        assert first == "算不出：只知道2007-01-01至2040-12-31的放假安排 → 换一个日期或者天数"
        return
    found = due(date.fromisoformat(start), n, UNITS[unit], calendar())
    weekday = "一二三四五六日"[found.day.weekday()]
    assert first == f"{found.day}（周{weekday}）届满" + ("暂定" if found.provisional else "")
    assert others[-1].startswith("暂定：") is found.provisional
    assert sum(line.startswith("依据：") for line in others) >= 1
    assert any("是休息日" in line for line in others) is (found.nominal != found.day)


def test_the_reasons_are_those_of_the_command_line(visit):
    page = visit(addresses.DEADLINE)
    page.fill("#start", "2026-01-30")
    page.press("#start", "Enter")
    assert said(page) == [
        "2026-03-05（周四）届满",
        "从2026-01-30（周五）起第20个工作日，当日不计（民法典第二百零一条）",
        "放假不计：春节 2026-02-16至2026-02-20、2026-02-23",
        "调休上班，计入：2026-02-14（周六）、2026-02-28（周六）",
        "依据：国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025-11-04）",
    ]
    assert "2026-03-05（周四）届满" in "".join(paper(page))


def test_a_chosen_period_brings_its_number_and_a_number_of_ones_own_lets_it_go(visit):
    page = visit(addresses.DEADLINE)
    for number, period in enumerate(periods()):
        page.locator("#period").select_option(index=number)
        assert page.input_value("#number") == str(period.number)
        assert page.input_value("#unit") == period.unit
        assert period.article in page.locator("[data-gk-told]").inner_text()
    page.fill("#number", "33")
    page.press("#number", "Tab")
    assert page.locator("#period option:checked").inner_text() == "自己定天数"
    assert page.locator("[data-gk-told]").inner_text() == ""


@pytest.mark.parametrize(("blank", "value"), [("#start", ""), ("#number", ""), ("#number", "1.5")])
def test_what_cannot_be_counted_is_said(visit, blank, value):
    page = visit(addresses.DEADLINE)
    page.fill(blank, value)
    page.click("form[data-gk-deadline] [type=submit]")
    assert said(page) == ["日期或者天数没有写对 → 选一个日期，天数写整数，例如20"]


def test_the_answer_is_announced_and_reached_by_keyboard(visit):
    page = visit(addresses.DEADLINE)
    assert page.locator("[role=status][data-gk-answer]").count() == 1
    page.locator("#period").focus()
    page.keyboard.press("ArrowDown")
    assert page.input_value("#number") == "40"
    assert "第40个工作日" in "".join(said(page))
    assert page.complaints == []


def test_without_script_the_periods_and_the_way_to_count_are_there(visit):
    page = visit(addresses.DEADLINE, java_script_enabled=False)
    assert not page.locator("[data-gk-deadline]").is_visible()
    text = page.locator("main").inner_text()
    for words in ("20个工作日", "预算法第十四条", "起算的那一天不计", "计算需要浏览器启用"):
        assert words in text
