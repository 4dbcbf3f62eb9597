"""The text that is searched is the text that is read."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.markup import to_html
from plugins.search.reading import reading_text

BLOCKS = frozenset(("p", "tr", "li", "h2", "h3", "h4", "h5", "h6", "br", "div", "table", "hr"))
TEXTS = st.text(
    st.sampled_from("政务。，；*|#-+ \n\n12年()[]^:&<>\"'=/.\u3000\u00a0abp;𠮷"), max_size=60
)


class Reader(HTMLParser):
    """The standard library's reading of a page's HTML: slow, and right about any."""

    def __init__(self):
        super().__init__()
        self.parts, self.mute = [], ""

    def handle_starttag(self, tag, attrs):
        if tag == "sup" or ("class", "footnote-backref") in attrs:
            self.mute = tag
        self.parts.append("\n" if tag in BLOCKS else " " if tag in ("td", "th") else "")

    def handle_endtag(self, tag):
        if tag == self.mute:
            self.mute = ""

    def handle_data(self, data):
        if not self.mute:
            self.parts.append(data)


def lines_of(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return [" ".join(line.split()) for line in "".join(reader.parts).split("\n")]


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(("markdown", "text")))
@example('[甲](https://a.cn/?a="b>c) 乙', "markdown")
@example("甲[^1]乙[^2]\n\n[^1]: 注 <sup>一</sup>\n[^2]: 注二", "markdown")
@example("![图 > 表](a.png)\n\n| a | b |\n|---|---|\n| **1** | &lt; |", "markdown")
def test_it_is_what_a_parser_reads_of_the_page(text, text_format):
    read = list(filter(None, lines_of(to_html(text, text_format))))
    assert reading_text(text, text_format).split("\n") == (read or [""])


def test_footnotes_are_read_without_their_marks():
    assert reading_text("水价[^1]上调\n\n[^1]: 每吨", "markdown") == "水价上调\n每吨"


def test_markup_is_not_searched_and_masks_stay():
    text = "# 一、总则\n\n**重点**：是公开\n\n电话138****1234\n\n见[细则](附件1.xlsx)。"
    assert reading_text(text, "markdown") == "一、总则\n重点：是公开\n电话138****1234\n见细则。"


def test_literal_text_is_searched_as_written():
    assert reading_text("1986. **全文** # 完\n\n第二行", "text") == "1986. **全文** # 完\n第二行"


def test_cells_of_a_table_are_parted():
    assert reading_text("| 名称 | 数 |\n|---|---|\n| 水价 | 3 |", "markdown") == "名称 数\n水价 3"


def test_what_looks_like_a_tag_is_text():
    assert reading_text("甲 <b>乙</b> &amp; 丙", "markdown") == "甲 <b>乙</b> &amp; 丙"
