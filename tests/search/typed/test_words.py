"""Words, phrases, what is unwanted, and labels: what is typed, and what is read."""

from __future__ import annotations

import pytest

from plugins.hanzi.fold import changes_into, fold
from tests.search.typed.conftest import PREFIXES, running
from tests.search.typed.shown import shown, span

PARTED = {
    "": "",
    " \u3000\n\t": "",
    "水价": "水价",
    "水价 办法": "水价 | 办法",
    "  水价\u3000\u00a0\u2003办法\n收费 ": "水价 | 办法 | 收费",
    "水价、办法，收费；电价;燃气,供热": "水价 | 办法 | 收费 | 电价 | 燃气 | 供热",
    "水价 、 办法": "水价 | 办法",
    "，、水价，，办法、": "水价 | 办法",
    "水价 水价、水价": "水价",
    "檔案館 ＰＤＦ": "档案馆 | pdf",
    "。。。 水价。 ！？": "水价",
    "水价：办法": "水价:办法",
    "3,000元": "3,000元",
    "３，０００，０００元 补贴": "3,000,000元 | 补贴",
    "1,234.5": "1,234.5",
    "2021,2022": "2021 | 2022",
    "2021，3,000": "2021 | 3,000",
    "3,0001": "3 | 0001",
    "2021、3": "2021 | 3",
    "2021-8": "2021-8",
    "示政發〔2021〕8號": "示政发(2021)8号",
    "990700036/2021-00008": "990700036/2021-00008",
    "3.5% C++": "3.5% | c++",
    "constructor __proto__": "constructor | __proto__",
    "*水* +水 ^10 \\": "*水* | +水 | ^10",
    "\U00020bb7野家，𠮷": "𠮷野家 | 𠮷",
}

QUOTED = {
    '"居民 用水"': '"居民 用水"',
    "“居民 用水”": '"居民 用水"',
    "「居民 用水」": '"居民 用水"',
    "『居民\u3000\u3000用水 』 办法": '"居民 用水" | 办法',
    "＂水价＂": '"水价"',
    "“十四五”规划": '"十四五" | 规划',
    "关于“双随机、一公开”的通知": '关于 | "双随机、一公开" | 的通知',
    "“水价”“电价”": '"水价" | "电价"',
    '"" " " “。” 水价': "水价",
    "“水价。”": '"水价。"',
    '"居民 用水': "居民 | 用水",
    '甲"乙 丙': '甲"乙 | 丙',
    "“居民 用水”和“电价": '"居民 用水" | 和"电价',
    "《水价办法》": "《水价办法》",
    "《水价办法》 解读": "《水价办法》 | 解读",
    "《供水、供气办法》，解读": "《供水、供气办法》 | 解读",
    "关于〈水价办法〉的通知": "关于《水价办法》的通知",
    "《“十四五”规划》": '《"十四五"规划》',
    "“《水价办法》”": '"《水价办法》"',
    "《水价 办法》": "《水价 | 办法》",
    "《供水、供气": "《供水 | 供气",
    "‘水价’": "水价",
}

UNWANTED = {
    "水价 -电价": "水价 | -电价",
    "水价 －电价": "水价 | -电价",
    "水价 —電價": "水价 | -电价",
    "水价 -pdf": "水价 | -pdf",
    "水价 -“居民 用水”": '水价 | -"居民 用水"',
    "水价 -《办法》": "水价 | -《办法》",
    "水价 -电价 -燃气 供热": "水价 | -电价 | -燃气 | 供热",
    "水价 -电价、燃气 供热": "水价 | -电价 | -燃气 | 供热",
    "水价, -电价": "水价 | -电价",
    "水价、-电价": "水价 | -电价",
    "水价-电价": "水价-电价",
    "水价 - 电价": "水价 | 电价",
    "水价 --电价": "水价 | --电价",
    "水价 ——电价": "水价 | --电价",
    "-3℃": "-3°c",
    "-5": "-5",
    "气温 -3℃": "气温 | -3°c",
    "-电价": "-电价",
    " -电价": "-电价",
    "-电价 水价": "-电价 | 水价",
    "。 -电价": "-电价",
    "。 -“居民 用水” -电价": '"居民 用水" | -电价',
    "发布机构:教育局 -招生": "-招生 | publisher=教育局",
    "水价 -标题:电价": "水价 | -title:电价",
    "水价 -发布机构:教育局": "水价 | -发布机构:教育局",
    "水价 -": "水价",
}
"""A minus that stays in the text is shown as it is; ``test_what_is_no_minus`` tells them apart."""

NO_MINUS = ("-3℃", "-5", "气温 -3℃", "-电价", " -电价", "-电价 水价", "。 -电价", "水价、-电价")

LABELLED = {
    "标题:水价": "title:水价",
    "标题：水价": "title:水价",
    "標題：水價": "title:水价",
    "标题： 水价 办法": "title:水价 | 办法",
    "标题 ：水价": "title:水价",
    "标题:水价、电价 办法": "title:水价 | title:电价 | 办法",
    "标题:水价，办法": "title:水价 | 办法",
    "标题:“居民 用水”": 'title:"居民 用水"',
    "标题:“十四五”规划": 'title:"十四五" | title:规划',
    "关键词:保障": "keywords:保障",
    "文号：示政发〔2021〕8号": "numbers:示政发(2021)8号",
    "发布机构:教育局": "publisher=教育局",
    "發布機構： 教育局 招生": "招生 | publisher=教育局",
    "招生 发布机构:“教育局”": "招生 | publisher=教育局",
    "发布机构:教育局、财政局": "publisher=教育局 | publisher=财政局",
    "栏目:“工作 报告” 年份:2021": "column=工作 报告 | year=2021",
    "有效性:有效，重点领域:生态环境": "validity=有效 | area=生态环境",
    "标题:甲、发布机构:乙": "title:甲 | publisher=乙",
    "正文:水价 水价": "text:水价 | 水价",
    "title:水价": "title:水价",
    "constructor:水价": "constructor:水价",
    "__proto__:水价": "__proto__:水价",
    "http://a.b/c": "http://a.b/c",
    "10:32:59": "10:32:59",
    "标题:": "标题",
    "水价 发布机构:": "水价 | 发布机构",
    "发布机构: 标题:水价": "发布机构 | title:水价",
    "发布机构:，水价": "发布机构 | 水价",
    "标题::水价": "title:水价",
    "关于标题:水价": "关于标题:水价",
    "“标题:水价”": '"标题:水价"',
}


@pytest.mark.parametrize(
    ("typed", "expected"), [row for t in (PARTED, QUOTED, UNWANTED, LABELLED) for row in t.items()]
)
def test_what_is_typed_is_read(host, typed, expected):
    assert shown(host.ask("read", typed)) == expected


@pytest.mark.parametrize("typed", NO_MINUS)
def test_what_is_no_minus(host, typed):
    assert not any(word["unwanted"] for word in host.ask("read", typed)["words"])


def test_an_unknown_label_gives_a_word_without_field(host):
    (word,) = host.ask("read", "title:水价")["words"]
    assert word == {"text": "title:水价", "phrase": False, "unwanted": False, "field": None}


def test_a_value_has_these_parts_and_no_other(host):
    assert host.ask("read", "水价 -标题:“电 价” 发布机构:教育局 2021年") == {
        "words": [
            {"text": "水价", "phrase": False, "unwanted": False, "field": None},
            {"text": "电 价", "phrase": True, "unwanted": True, "field": "title"},
            {"text": "2021年", "phrase": False, "unwanted": False, "field": None},
        ],
        "when": {"from": "2021-01-01", "to": "2021-12-31"},
        "filters": [{"name": "publisher", "text": "教育局"}],
    }


def test_sixteen_words_are_read_and_no_more(host):
    many = " ".join(f"词{number}" for number in range(30))
    assert len(host.ask("read", many)["words"]) == 16


@pytest.mark.parametrize("before", [199, 200, 198])
def test_two_hundred_units_are_read_and_no_pair_is_torn(host, before):
    (word,) = host.ask("read", "水" * before + "𠮷野")["words"]
    assert word["text"] == "水" * before + ("𠮷" if before == 198 else "")


SIGNS = " \"'-:,;~./()、《》0123456789至到年月日号第起前后来以之零一二三四五六七八九十廿卅"


def test_a_table_needs_these_signs_and_the_labels(host):
    needed = frozenset(fold(SIGNS + "".join(PREFIXES) + "水价电"))
    typed = "標題：“水價　電價” －電價，２０２１年３月～５月；発 發布機構：水價"
    with running(changes_into(needed)) as small:
        found, whole = small.ask("read", typed), host.ask("read", typed)
    assert shown(found) == shown(whole)
    assert span(found) == span(whole) == "2021-03-01 2021-05-31"
