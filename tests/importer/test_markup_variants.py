"""One block, one list of files, one signature: written as one site after another writes them."""

import pytest

from plugins.importer import page, text
from plugins.importer.found import Sheet

BLOCKS = {
    "list with fonts": "<ul><li>索&ensp;引&ensp;号：\n <font>SL0101-0200-2020-00007</font></li><li>发文机关：<font>示例市水务局</font></li>"
    "<li>发布日期：<font>2020-05-06</font></li><li>有&nbsp;效&nbsp;性：<em>有效</em></li></ul>",
    "bare list, half-width colons": "<ul><li>索引号: SL0101-0200-2020-00007</li><li>发文机关: 示例市水务局</li>"
    "<li>发布日期: 2020年5月6日</li><li>有效性: 现行有效</li></ul>",
    "table of heads and cells": "<table><tr><th>索引号</th><td>SL0101-0200-2020-00007</td><th>发文机关</th><td>示例市水务局</td></tr>"
    "<tr><th>发布日期</th><td>2020/5/6</td><th>有效性</th><td>有效</td></tr></table>",
    "table with colons": "<table><tr><td>索 引 号：</td><td>SL0101-0200-2020-00007</td><td>发文机关：</td><td>示例市水务局</td></tr>"
    "<tr><td>发布日期：</td><td>2020.5.6</td><td>有 效 性：</td><td>有效</td></tr></table>",
    "definition list": "<dl><dt>索引号</dt><dd>SL0101-0200-2020-00007</dd><dt>发文机关</dt><dd>示例市水务局</dd>"
    "<dt>发布日期</dt><dd>2020-05-06 08:30</dd><dt>有效性</dt><dd>有效</dd></dl>",
    "rows of divs": "<div class='row'><div>索引号</div><div>SL0101-0200-2020-00007</div></div>"
    "<div class='row'><div>发文机关</div><div>示例市水务局</div></div>"
    "<div class='row'><div>发布日期</div><div>2020-05-06</div></div><div class='row'><div>有效性</div><div>有效</div></div>",
    "spans on one line": "<p><span>索引号：</span><span>SL0101-0200-2020-00007</span><span>发文机关：</span><span>示例市水务局</span>"
    "<span>发布日期：2020-05-06</span> <span>有效性：有效</span> <span>浏览次数：18</span></p>",
    "brackets and bold": "<p><b>【索引号】：</b>SL0101-0200-2020-00007</p><p><b>【发文机关】：</b>示例市水务局</p>"
    "<p><b>【发布日期】：</b>2020-05-06</p><p><b>【有效性】：</b>有效</p>",
    "other names": "<ul><li>信息索引号：SL0101-0200-2020-00007</li><li>制发机关：示例市水务局，</li>"
    "<li>日期：2020-05-06</li><li>时效：有效</li></ul>",
    "tags without colons": "<div><label>索引号</label><span>SL0101-0200-2020-00007</span><label>发文机关</label><span>示例市水务局</span>"
    "<label>发布日期</label><span>2020-05-06</span><label>有效性</label><span>有效</span><label>文号</label><span></span></div>",
    "tags without colons, a row each": "<div><label>索引号</label><span>SL0101-0200-2020-00007</span></div>"
    "<div><label>发文机关</label><span>示例市水务局</span></div>"
    "<div><label>发布日期</label><span>2020-05-06 00:00:00</span></div><div><label>有效性</label><span>有效</span></div>",
    "brackets without colons": "<p>【信息索取号】SL0101-0200-2020-00007</p><p>【发文机关】示例市水务局</p>"
    "<p>【发布日期】2020-05-06</p><p>【有效性】有效</p>",
    "paragraphs in cells": "<table><tr><td><p>索引号</p></td><td><p>SL0101-0200-2020-00007</p></td>"
    "<td><p>发文机关</p></td><td><p>示例市水务局</p></td></tr>"
    "<tr><td><p>发布日期</p></td><td><p>2020-05-06</p></td><td><p>有效性</p></td><td><p>有效</p></td></tr></table>",
    "traditional": "<ul><li>索引號：SL0101-0200-2020-00007</li><li>發文機關：示例市水务局</li>"
    "<li>發佈日期：2020-05-06</li><li>時效：現行有效</li></ul>",
}


def read(html: str) -> Sheet:
    sheet = Sheet("page.html")
    page.read(sheet, f"<html><head><meta charset=utf-8></head><body>{html}</body></html>")
    return sheet


def found(sheet: Sheet) -> dict[str, object]:
    return {key: value.value for key, value in sheet.values.items()}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_block_is_read_in_every_markup(block):
    sheet = read(f"<h1>关于防汛工作的通知</h1>{block}<div id=zoom><p>正文的第一段。</p></div>")
    values = found(sheet)
    assert values["index_no"] == "SL0101-0200-2020-00007"
    assert str(values["issuer"]).rstrip("，") == "示例市水务局"
    assert values["publish_date"] == "2020-05-06"
    assert values["validity"] == "有效"
    assert values["title"] == "关于防汛工作的通知"
    assert sheet.text == "正文的第一段。"


EMPTY = ("", "&nbsp;", "无", "—", "— —", "null", "/", "暂无")


@pytest.mark.parametrize("nothing", EMPTY)
def test_what_means_nothing_is_no_value(nothing):
    sheet = read(
        f"<ul><li>索引号：SL0101-0200-2020-00007</li><li>发文字号：<font>{nothing}</font></li>"
        f"<li>主题分类：<em>{nothing}</em></li></ul><h1>关于防汛工作的通知</h1><div id=zoom>正文。</div>"
    )
    assert not {"doc_number", "theme"} & set(sheet.values)
    codes = [
        f.code for f in sheet.findings if f.code in ("import-empty-label", "import-no-meaning")
    ]
    assert len(codes) == 2


FILES = {
    "list": '<ul class="fujian"><li><a href="P02.pdf">附件.pdf</a></li></ul>',
    "body link": '<div id=zoom>正文<a href="./P02.pdf">附件.pdf</a></div>',
    "icon without words": '<div id=zoom>正文<a href="P02.pdf" title="附件.pdf"><img src="icon_pdf.gif"></a></div>',
    "icon that opens": '<div id=zoom>正文<img src="pdf.gif" onclick="window.open(\'P02.pdf\')" alt="附件.pdf"></div>',
    "object in a script": '<script>var apps = [{name:"附件.pdf",url:"https://www.shili.example/a/P02.pdf"}];</script>',
    "object, quoted keys, the other way round": "<script>var f=[{'fileUrl':'P02.pdf','fileName':'附件.pdf'}]</script>",
    "pairs in a script": '<script>var list = [["附件.pdf", "/a/P02.pdf"]];</script>',
    "html in a script": """<script>var appendix = '<a href="P02.pdf">附件.pdf</a>';</script>""",
}


@pytest.mark.parametrize("html", FILES.values(), ids=FILES)
def test_a_file_is_found_in_every_markup(html):
    body = "" if "id=zoom" in html else "<div id=zoom>正文</div>"
    sheet = read(
        f'<meta name="Url" content="https://www.shili.example/a/t20200506_1.htm"><h1>关于防汛工作的通知</h1>{body}{html}'
    )
    assert [(a.name, a.url) for a in sheet.attachments] == [
        ("附件.pdf", "https://www.shili.example/a/P02.pdf")
    ]


NOT_FILES = (
    '<a href="/index.htm">首页</a>',
    '<div id=zoom>见<a href="https://www.shili.example/b.html">链接</a></div>',
    '<div class="footer"><a href="/help.pdf">使用帮助</a></div>',
    '<a ms-attr-href="qzbFile" class="download">文件下载</a>',
    '<iframe src="/viewer.html?file={{qzbFile}}"></iframe>',
    '<script>var poster = {name: "logo", src: "/images/logo.gif"};</script>',
)


@pytest.mark.parametrize("html", NOT_FILES)
def test_what_is_no_file_of_the_page_is_left_out(html):
    assert not read(f"<h1>关于防汛工作的通知</h1><div id=zoom>正文</div>{html}").attachments


SIGNED = {
    "apart": ["示例市水务局", "2020年5月6日"],
    "han date": ["示例市水务局", "二〇二〇年五月六日"],
    "on one line": ["示例市水务局 2020年5月6日"],
    "spread letters": ["示 例 市 水 务 局", "2020 年 5 月 6 日"],
    "far to the right": ["　　　　　示例市水务局　　", "　　　　2020年5月6日　"],
}


@pytest.mark.parametrize("lines", SIGNED.values(), ids=SIGNED)
def test_a_signature_gives_issuer_and_date(lines):
    body = "".join(
        f"<p>{line}</p>" for line in ("各县区水务局：", "现将有关事项通知如下。", *lines)
    )
    values = found(read(f"<h1>关于防汛工作的通知</h1><div id=zoom>{body}</div>"))
    assert (values["issuer"], values["written_date"]) == ("示例市水务局", "2020-05-06")


def test_several_signers_are_a_joint_document():
    lines = ("正文。", "示例市水务局", "示例市财政局", "2020年5月6日", "附则。")
    body = "".join(f"<p>{line}</p>" for line in lines)
    values = found(read(f"<h1>关于防汛工作的通知</h1><div id=zoom>{body}</div>"))
    assert values["issuer"] == "示例市水务局"
    assert values["joint_issuers"] == ("示例市财政局",)


UNSAID = (
    "2020年5月6日，示例市水务局召开会议。",
    "示政发〔2019〕3号文件规定，有效期至2025年12月31日的证照继续使用。",
    "根据《某办法》（示政发〔2019〕3号）执行。",
    "该规定自2018年1月1日起施行。",
    "会议由张某主持，会期三天。",
)


@pytest.mark.parametrize("sentence", UNSAID)
def test_a_sentence_about_something_else_gives_no_value(sentence):
    sheet = read(f"<h1>关于防汛工作的通知</h1><div id=zoom><p>{sentence}</p><p>以上。</p></div>")
    assert set(sheet.values) <= {"title"}


@pytest.mark.parametrize(
    ("title", "bare", "validity"),
    [
        ("关于某事的通知（已废止）", "关于某事的通知", "废止"),
        ("【已失效】关于某事的通知", "关于某事的通知", "失效"),
        ("关于某事的通知(废止)", "关于某事的通知", "废止"),
        ("关于废止某办法的通知", "关于废止某办法的通知", None),
        ("某某办法（试行）", "某某办法（试行）", None),
    ],
)
def test_a_state_that_hangs_on_a_title_becomes_the_validity(title, bare, validity):
    values = found(read(f"<h1>{title}</h1><div id=zoom>正文。</div>"))
    assert (values["title"], values.get("validity")) == (bare, validity)


def test_a_text_block_on_alternating_lines_needs_no_order():
    sheet = Sheet("a.txt")
    text.read_text(
        sheet,
        "关于防汛工作的通知\n索引号\n\n发布机构\n示例市水务局\n\n文号\n示水〔2020〕3号\n公开日期\n2020-05-06\n正文。\n",
    )
    assert found(sheet) == {
        "title": "关于防汛工作的通知",
        "publisher": "示例市水务局",
        "doc_number": "示水〔2020〕3号",
        "publish_date": "2020-05-06",
    }
    assert [x.key for x in sheet.labels] == ["index_no", "publisher", "doc_number", "publish_date"]


def test_a_list_page_is_no_item():
    links = "".join(f'<p><a href="{n}.htm">关于第{n}件事情的通知</a></p>' for n in range(12))
    sheet = read(f"<title>规范性文件</title><div>{links}</div>")
    assert not sheet.readable
    assert [f.code for f in sheet.findings] == ["import-list-page"]


HEADS = {
    "on lines of their own": "索引号\n990700036/2021-00031\n文号\n\n发布机构\n示例市财政局\n生成日期\n2021-03-01\n\n",
    "two on a line": "索引号：990700036/2021-00031  文号：示财〔2021〕9号\n发布机构：示例市财政局\n公开形式：主动公开\n\n",
    "in brackets": "【信息索取号】990700036/2021-00031\n【发布机构】示例市财政局\n【生成时间】2021-03-01\n【主题词】预算\n",
    "only the number": "索引号：990700036/2021-00031\n\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_title_of_a_text_may_stand_below_its_block(head):
    sheet = Sheet("a.txt")
    text.read_text(sheet, head + "关于公开预算的报告\n\n各单位：\n现将预算报告如下。\n")
    assert sheet.get("title") == "关于公开预算的报告"
    assert sheet.get("index_no") == "990700036/2021-00031"
    line = sheet.text.split("\n").index("关于公开预算的报告") + 1
    assert sheet.values["title"].line == line


def test_lines_of_preformatted_text_stay_lines():
    sheet = read("<h1>关于防汛工作的通知</h1><div id=zoom><pre>甲\n  乙\n丙</pre></div>")
    assert sheet.text == "甲\n乙\n丙"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("2020-05-06 00:00:00", "publish_date"),
        ("2020-05-06", "publish_date"),
        ("2020-05-06 08:30", "recorded_at"),
    ],
)
def test_midnight_is_a_day_and_not_a_time(written, key):
    sheet = read(
        f'<meta name=PubDate content="{written}"><h1>关于某事的通知</h1><div id=zoom>正文</div>'
    )
    assert [k for k in ("publish_date", "recorded_at") if k in sheet.values] == [key]


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ('<p><a href="a.pdf"><img src="/i/pdf.png" alt="pdf"></a></p>', "a.pdf"),
        ('<ul><li><a href="a.doc"><img src="/i/doc.gif"></a> 预算说明</li></ul>', "预算说明"),
        ('<p><a href="a.pdf"><img src="b.png" alt="预算公开表"></a></p>', "预算公开表"),
    ],
)
def test_an_icon_that_names_a_kind_of_file_does_not_name_the_file(link, name):
    sheet = read(f"<h1>关于防汛工作的通知</h1><div id=zoom>正文{link}</div>")
    assert [a.name for a in sheet.attachments] == [name]


def test_a_traditional_theme_is_found_in_the_national_list():
    sheet = read("<ul><li>主題分類：綜合政務/政務公開</li></ul><div id=zoom>正文</div>")
    assert (sheet.get("theme"), sheet.values["theme"].raw) == (
        "综合政务/政务公开",
        "綜合政務/政務公開",
    )


def test_a_finding_names_the_label_and_not_the_key():
    sheet = read("<ul><li>成文日期：2021年03月</li></ul><div id=zoom>正文</div>")
    (finding,) = (f for f in sheet.findings if f.code == "import-bad-date")
    assert finding.field == "成文日期"
    assert finding.message == "“成文日期”写的是“2021年03月”，不是能认的日期"
