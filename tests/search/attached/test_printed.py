"""PDFs as a browser prints them: lines, paragraphs, tables, pages."""

from __future__ import annotations

import pytest

from plugins import paper
from plugins.search.attached import text_of
from tests.search.attached.papers import paper as page
from tests.search.attached.papers import scanned

SENTENCE = (
    "为贯彻落实老旧小区改造工作部署，进一步改善居民居住条件，各区人民政府应当于2021年6月底前完成摸底调查，"
    "并按照示政发〔2021〕8号文件要求报市住房和城乡建设局备案（电话0999-8210000）。"
)
STYLE = "<style>body{font:16px/1.6 serif} p{margin:0;text-indent:2em} td{border:1px solid}</style>"


@pytest.fixture
def printed(chromium):
    """A page of HTML as a PDF."""
    context = chromium.new_context()
    tab = context.new_page()

    def make(body: str, **options) -> bytes:
        tab.set_content(f"<!DOCTYPE html><meta charset=utf-8>{STYLE}{body}")
        return tab.pdf(**options)

    yield make
    context.close()


def test_a_sentence_is_one_line_where_the_page_breaks_it(printed):
    for width in range(360, 640, 40):
        body = f'<div style="width:{width}px"><p>{SENTENCE}</p><p>{SENTENCE}</p></div>'
        assert text_of(printed(body)).split("\n") == [SENTENCE] * 2, width


def test_words_are_whole_in_a_narrow_column(printed):
    words = (
        "老旧小区",
        "人民政府",
        "2021年6月",
        "摸底调查",
        "〔2021〕8号",
        "城乡建设局",
        "0999-8210000",
    )
    for width in range(120, 360, 40):
        text = text_of(printed(f'<p style="width:{width}px">{SENTENCE}</p>'))
        assert text.replace("\n", "") == SENTENCE
        assert [word for word in words if word not in text] == [], width


def test_titles_paragraphs_and_rows_stay_lines(printed):
    rows = "".join(
        f"<tr><td>{n}</td><td>示例市第{n}小区</td><td>{n}.5</td></tr>" for n in (1, 2, 3)
    )
    body = f"<h1>关于改造的通知</h1><p>{SENTENCE}</p><p>特此通知。</p><table>{rows}</table>"
    assert text_of(printed(body)).split("\n") == [
        *("关于改造的通知", SENTENCE, "特此通知。"),
        *(f"{n} 示例市第{n}小区 {n}.5" for n in (1, 2, 3)),
    ]


def test_a_sentence_runs_on_over_pages(printed):
    footer = (
        '<p style="font-size:12px;width:100%;text-align:center">— <i class=pageNumber></i> —</p>'
    )
    data = printed(
        f"<p>{SENTENCE * 40}</p>",
        display_header_footer=True,
        header_template="<i></i>",
        footer_template=footer,
        margin={"top": "60px", "bottom": "60px"},
    )
    text = text_of(data)
    assert text.count("老旧小区改造工作") == 40
    assert "—" not in text


def test_latin_words_keep_their_blanks(printed):
    body = '<p style="width:200px">The quick brown fox jumps over the lazy dog, 老旧小区 and so on.</p>'
    text = text_of(printed(body))
    assert (
        text.replace("\n", " ")
        == "The quick brown fox jumps over the lazy dog, 老旧小区 and so on."
    )


def test_what_a_page_of_the_web_hides_is_not_read(printed):
    covered = '<p style="position:relative">明处{}<b style="{}">暗处</b></p>'
    bar = '<i style="position:absolute;left:0;top:0;width:9em;height:2em;background:#000"></i>'
    styles = ("color:#fff", "visibility:hidden", "opacity:0", "display:none", "font-size:0")
    body = "".join(covered.format("", style) for style in styles)
    body += f'<p style="position:relative">暗处{bar}</p>'
    body += '<p style="position:absolute;left:-9999px">暗处</p>'
    text = text_of(printed(body, print_background=True))
    assert "暗" not in text
    assert text.count("明处") == len(styles)


def test_no_more_characters_than_asked_for(printed):
    data = printed(f"<p>{SENTENCE * 30}</p>")
    whole = text_of(data)
    assert len(text_of(data, 700)) <= 700
    assert whole.startswith(text_of(data, 700)[:600])
    assert text_of(data, 0) == ""


def test_a_printed_document_is_a_document_whatever_stands_before_it(printed):
    data = printed("<p>老旧小区</p>")
    assert text_of(b"\n\n" + data) == text_of(data) == "老旧小区"


def test_a_scan_has_no_text():
    assert text_of(scanned()) == ""


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["老旧小", "区"], ["老旧小区"]),
        (["改造老旧，", "小区"], ["改造老旧，小区"]),
        (["示政发", "〔2021〕8号"], ["示政发", "〔2021〕8号"]),
        (["按照示政发", "〔2021〕8号"], ["按照示政发〔2021〕8号"]),
        (["完成。", "小区"], ["完成。", "小区"]),
        (["总则如下：", "小区"], ["总则如下：", "小区"]),
        (["工作目标", "一、改造"], ["工作目标", "一、改造"]),
        (["工作目标", "（二）改造"], ["工作目标", "（二）改造"]),
        (["定于2021", "年6月"], ["定于2021年6月"]),
        (["甲 2021", "2022"], ["甲 2021", "2022"]),
        (["电话0999-", "8210000"], ["电话0999-8210000"]),
        (["the lazy", "dog"], ["the lazy", "dog"]),
        (["通知", "各区人民政府各委办局"], ["通知", "各区人民政府各委办局"]),
        (["𠮷野家", "𠮷野"], ["𠮷野家𠮷野"]),
        ([], []),
    ],
)
def test_which_lines_are_one(lines, joined):
    assert paper._joined(lines) == joined


@pytest.mark.parametrize("number", ["3", "— 3 —", "-3-", "－ 3 －", "第3页", "第 3 页 共 9 页"])
def test_numbers_of_pages_are_no_text(number):
    assert paper._body(f"老旧小\n {number} \n", 3) == ["老旧小"]
    assert paper._body(f"{number}\n老旧小\n共 4 户", 3) == ["老旧小", "共 4 户"]


@pytest.mark.parametrize("line", ["4", "3.5", "第三页", "共3页面", "3 户"])
def test_other_lines_are(line):
    assert paper._body(f"老旧小\n{line}", 3) == ["老旧小", line]


def test_a_parted_latin_word_is_whole_again():
    data = page(b"BT /F 12 Tf 50 600 Td (dis-) Tj 0 -14 Td (closure of) Tj ET")
    assert text_of(data) == "disclosure of"
