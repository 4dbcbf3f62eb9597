"""Where the text of a page stands: one article, in the containers of one content system after another."""

import pytest

from plugins.importer import page
from plugins.importer.found import Sheet
from plugins.importer.sources import read as read_file

LINES = (
    "各镇人民政府：",
    "汛期将至，现将有关事项通知如下。",
    "一、加强值守。",
    "示例市水务局",
    "2020年5月6日",
)
ARTICLES = {
    "lines broken by br": "<div id=content>{}</div>".format("<br><br>　　".join(LINES)),
    "boxes in a box": "<div class=nr>{}</div>".format("".join(f"<div>{x}</div>" for x in LINES)),
    "paragraphs in an unknown box": "<div class=con>{}</div>".format(
        "".join(f"<p>{x}</p>" for x in LINES)
    ),
    "a cell of a layout table": "<table><tr><td class=bt>关于防汛工作的通知</td></tr><tr><td>{}</td></tr></table>".format(
        "<br>".join(LINES)
    ),
    "a cell that is known": "<table><tr><td id=vsb_content_2>{}</td></tr></table>".format(
        "".join(f"<div>{x}</div>" for x in LINES)
    ),
    "fonts and spans": "<div class=txt><font><span>{}</span></font></div>".format(
        "</span><br><span>".join(LINES)
    ),
    "paragraphs around a box": f"<div class=wz><p>{LINES[0]}</p><div><p>{LINES[1]}</p><p>{LINES[2]}</p></div>"
    f"<p>{LINES[3]}</p><p>{LINES[4]}</p></div>",
    "a section in main": "<main><section>{}</section></main>".format(
        "".join(f"<p>{x}</p>" for x in LINES)
    ),
    "a form around everything": "<form><center><div class=w><div class=c>{}</div></div></center></form>".format(
        "".join(f"<p>{x}</p>" for x in LINES)
    ),
    "preformatted": "<div class=nr><pre>{}</pre></div>".format("\n".join(LINES)),
}
AROUND = """<html><head><meta charset=utf-8><title>关于防汛工作的通知_示例市人民政府</title></head><body>
<div class=top><a href=/>首页</a><a href=/zw>政务公开</a><a href=/hd>互动交流</a></div>
<div class=wz1>当前位置：<a href=/>首页</a> &gt; <a href=/tz>通知公告</a></div>
<table class=xx><tr><td>索引号</td><td>990700036/2020-00007</td><td>发布机构</td><td>示例市水务局办公室综合科</td></tr></table>
<div class=biaoti>关于防汛工作的通知</div><div class=ly>发布日期：2020-05-06 浏览次数：18 【字体：大 中 小】</div>
{article}
<div class=xgxx><h3>相关信息</h3><ul><li><a href=1.htm>关于抗旱工作的通知和许多别的很长的题目</a><span>2020-05-01</span></li>
<li><a href=2.htm>关于节水工作的通知和许多别的很长的题目</a><span>2020-04-01</span></li></ul></div>
<div class=db><p>版权所有：示例市人民政府　主办单位：示例市人民政府办公室，一个很长的页脚</p><p>网站标识码：9999000001</p></div>
</body></html>"""


def read(html: str) -> Sheet:
    sheet = Sheet("page.html")
    page.read(sheet, html)
    return sheet


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_the_text_is_found_whole_and_alone_in_every_container(article):
    sheet = read(AROUND.replace("{article}", article))
    assert [line for line in sheet.text.split("\n") if line] == list(LINES)
    assert sheet.get("title") == "关于防汛工作的通知"
    assert sheet.get("index_no") == "990700036/2020-00007"
    assert (sheet.get("publisher"), sheet.get("issuer")) == (
        "示例市水务局办公室综合科",
        "示例市水务局",
    )


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_a_bare_page_gives_its_text_too(article):
    sheet = read(f"<html><body>{article}</body></html>")
    assert [x for x in sheet.text.split("\n") if x in LINES] == list(LINES)


def test_a_page_of_one_sentence_is_an_item_with_a_text():
    assert read("<html><body><div>今日停水。</div></body></html>").text == "今日停水。"


def test_a_long_footer_does_not_outweigh_a_short_text():
    foot = "版权所有 示例市人民政府办公室 主办 " + "很长的页脚文字" * 20
    sheet = read(
        f"<title>关于停水的公告</title><div class=con><p>今日停水。</p></div><p>{foot}</p>"
    )
    assert sheet.text == "今日停水。"


def test_a_table_of_data_stays_whole():
    rows = "".join(f"<tr><td>第{n}项</td><td>{'内容' * n}</td></tr>" for n in range(1, 9))
    sheet = read(f"<title>名录</title><div class=con><p>名录如下。</p><table>{rows}</table></div>")
    assert sheet.text.startswith("名录如下。\n第1项 | 内容 |\n")
    assert len(sheet.text.split("\n")) == 9


def test_a_table_that_is_the_whole_text_stays_a_table():
    rows = "".join(f"<tr><td>第{n}项</td><td>{n}00</td></tr>" for n in range(1, 5))
    sheet = read(f"<title>名录</title><div class=mm><table><tbody>{rows}</tbody></table></div>")
    assert sheet.text.startswith("第1项 | 100 |\n第2项 | 200 |\n")


def test_a_page_without_any_container_loses_its_frame_and_nothing_else():
    text = "".join(f"<p>{x}</p>" for x in LINES)
    foot = "<div id=foot><p>主办：示例市人民政府办公室 地址：示例路1号 邮编：999999</p></div>"
    sheet = read(f"<div id=nav><a href=/>首页</a></div>{text}{foot}<p>示ICP备05000001号</p>")
    assert sheet.text.split("\n") == list(LINES)


def test_a_line_of_labels_inside_the_container_is_read():
    info = "<div><span>发布时间：2020-05-07</span><span>来源：示例市水务局</span></div>"
    text = "".join(f"<p>{x}</p>" for x in LINES)
    sheet = read(
        f"<title>关于防汛工作的通知-示例市人民政府</title><div class=detail>{info}{text}</div>"
    )
    assert (sheet.get("publish_date"), sheet.get("source")) == ("2020-05-07", "示例市水务局")
    assert sheet.get("title") == "关于防汛工作的通知"


def test_a_list_of_links_is_no_item_whatever_its_markup():
    links = "".join(f"<li><a href={n}.htm>关于第{n}件事情的通知</a></li>" for n in range(12))
    sheet = read(f"<title>通知公告</title><div class=list><ul>{links}</ul></div>")
    assert [f.code for f in sheet.findings] == ["import-list-page"]


@pytest.mark.parametrize(
    ("inside", "severity"), [("", "error"), ("<a href=a.pdf>公告.pdf</a>", "warning")]
)
def test_a_page_without_a_text_is_never_silent(tmp_path, inside, severity):
    html = f"<html><title>关于停水的公告_示例市</title><h1>关于停水的公告</h1><div class=fujian>{inside}</div></html>"
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    found = {f.code: f.severity.value for f in read_file(tmp_path, "a.html").findings}
    assert found["import-no-text"] == severity
