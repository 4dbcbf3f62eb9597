"""A town of hard cases for the theme: what citizens meet at the edges, on disk and really read."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from PIL import Image

from plugins.frame import Build
from plugins.manifest.log import Entry, Log
from plugins.records.corpus import Corpus
from plugins.records.load import load
from plugins.records.revisions import Revision, Revisions, Told, note
from tests import small_town
from tests.reports import town as yearly
from tests.small_town import put
from tests.theme.tables import TABLES

THEME = Path(__file__).parents[2] / "theme"
DAY = date(2026, 11, 22)
URL = "https://www.shili.example/zwgk/"

HAN_LINE = "为进一步做好示例工作改善居民居住条件结合本市实际制定本意见" * 40
WIDE_TABLE = "\n".join(
    (
        "| " + " | ".join(f"第{n}列的名称" for n in range(1, 13)) + " |",
        "|" + "---|" * 12,
        *("| " + " | ".join(f"{row * n}.5" for n in range(1, 13)) + " |" for row in range(1, 9)),
    )
)
LONG_TITLE = "关于进一步加强全市各级行政机关" + "示例工作规范化建设" * 11 + "的通知"


COUNTED = {("行政规范性文件", c): 2 for c in ("本年制发件数", "现行有效件数")}
REPORTS = {
    "reports/szf/2021.md": yearly.text(2021).replace("按时办理。", HAN_LINE),
    "reports/szf/2021.csv": yearly.table(
        yearly.ASKED | COUNTED | {("行政规范性文件", "本年废止件数"): 1}
    ),
    "reports/szf/2015.md": yearly.OLD,
    "reports/szf/2015.csv": "# form: 2014\nrow,column,value\n三(一),,约4\n",
    "requests/2021.csv": yearly.HEADINGS
    + "".join(yearly.asked(n, body="szf") for n in range(1, 5)).replace("2023-", "2021-"),
    "activities/2021.csv": """\
日期,类别,承办机构,数量,人次,金额,主要负责人参加,热点,渠道,结果,重办日期,重办结果
2021-12-31,咨询,szf,153,,,,,来电,满意,,
2021-12-31,咨询,jyj,13,,,,,网络在线,不满意,2022-01-10,满意
2021-12-31,意见箱,szf,40,,,,,来信,满意,,
2021-12-31,意见箱,jyj,2,,,,,来访,未评价,,
2021-12-31,举报,szf,1,,,,,来信,,,
2021-12-31,评议,szf,0,,,,,,,,
2021-05-06,培训,szf,1,60,,,,,,,
2021-05-07,新闻发布会,szf,,,,是,供水管网改造停水,,,,
2021-06-30,专项经费,szf,,,50000,,,,,,
2021-12-31,专职人员,szf,4,,,,,,,,
""",
}
"""Yearly reports with everything behind their numbers, and an old one; the work of a year."""


REDACTED = """\
[[state]]
state = "删除"
index_no = "990700001/2021-00099"
date = 2025-06-03
reason = "含有个人信息"
basis = "《中华人民共和国个人信息保护法》第四十七条"
"""


REVISED, STEADY = "990700001/2021-00008", "990700001/2021-00010"
PUBLISHED = dict.fromkeys((REVISED, STEADY), date(2021, 8, 13))
NOTE = note(date(2021, 8, 20), "改正附件里第三行的面积")
REVISIONS = Revisions(
    {
        REVISED: Told(
            1,
            (
                Revision(2, ("附件",), frozenset((NOTE,))),
                Revision(3, ("名称", "成文日期", "咨询电话", "附件", "正文")),
                Revision(0, ("正文",)),
            ),
        ),
        STEADY: Told(1),
    }
)
LOG = Log(tuple(Entry(n, date(2021, 8, 4 + 9 * n), "", "", "") for n in (1, 2, 3)))


def build(public_url: str = URL) -> Build:
    """The circumstances of a build of this town."""
    return Build(day=DAY, theme=str(THEME), public_url=public_url, commit="0123456789abcdef")


def corpus(root: Path) -> Corpus:
    """Write the town below ``root`` and read it."""
    small_town.register(root, **TABLES)
    put(root / "registry/key_areas.toml", 'names = ["公共服务"]\n')
    put(root / "guide/szf.md", small_town.GUIDE)
    put(root / "rules/szf/baomi.md", small_town.RULE)
    for path, text in REPORTS.items():
        put(root / path, text)
    for path, front, text in ITEMS:
        lines = "\n".join((*(f"{k}: {v}" for k, v in front.items()), ""))
        put(root / f"items/{path}.md", f"---\n公开方式: 主动公开\n{lines}---\n{text}\n")
    for number in range(1, 21):
        put(root / f"items/szf/2021/00010/附件{number}.txt", b"\xe7\xa4\xba\xe4\xbe\x8b\n")
    put(root / "items/szf/2021/00099.state.toml", REDACTED)
    put(root / "items/jyj/2024/00001/入学登记表.txt", b"\xe7\xa4\xba\xe4\xbe\x8b\n")
    put(root / "items/szf/2021/00008/计划.pdf", _pdf(3))
    put(root / "items/szf/2021/00008/示意图.jpg", picture())
    return load(str(root), DAY)


def picture(width: int = 800, height: int = 500, orientation: int = 1) -> bytes:
    """A JPEG, with the orientation that a camera would write."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#dde3ea").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def _pdf(pages: int) -> bytes:
    sheets = [Image.new("RGB", (200, 280), "white") for _ in range(pages)]
    buffer = io.BytesIO()
    sheets[0].save(buffer, "PDF", save_all=True, append_images=sheets[1:])
    return buffer.getvalue()


def _notice(number: int, year: int) -> tuple[str, dict[str, str], str]:
    front = {
        "索引号": f"990700004/{year}-{number:05d}",
        "名称": f"关于第{number}项示例工作的通告",
        "栏目": "通知公告",
        "形成日期": f"{year}-03-{number:02d}",
        "公开日期": f"{year}-{number + 2:02d}-{number:02d}",
        "主题分类": "科技、教育/教育",
        "重点领域": "公共服务",
        "公开渠道": "政府公报、社区/企事业单位/村公示栏（电子屏）",
        "采用单位": "示例省人民政府网站",
    }
    return f"jyj/{year}/{number:05d}", front, "现将有关事项通告如下。"


ITEMS: tuple[tuple[str, dict[str, str], str], ...] = (
    (
        "szf/2021/00008",
        {
            "索引号": "990700001/2021-00008",
            "名称": "示例市人民政府关于推进老旧小区改造的实施意见",
            "栏目": "行政规范性文件",
            "成文日期": "2021-08-12",
            "公开日期": "2021-08-13",
            "责任部门": "综合科",
            "文号": "示政发〔2021〕8号",
            "有效性": "有效",
            "施行日期": "2021-09-01",
            "有效期至": "2030-08-31",
            "关键词": "老旧小区、改造",
            "内容概述": "明确改造的对象、任务和资金。",
            "主题分类": "城乡建设、环境保护/城乡建设（含住房）",
            "废止文件": "示政发〔2016〕3号、示政发〔2001〕1号",
            "咨询机构": "住房保障科",
            "咨询电话": "0999-8210002",
            "变更记录": "\n  - 日期: 2021-08-20\n    内容: 改正附件里第三行的面积\n  - 日期: 2021-09-01\n    内容: 补充咨询电话",
            "附件": "\n  - 文件: 计划.pdf\n    标题: 2021年改造计划表\n  - 文件: 示意图.jpg\n    标题: 范围示意图",
        },
        f"各县区人民政府：\n\n# 一、总体要求\n\n{HAN_LINE}\n\n## （一）对象\n\n联系人张*。\n\n{WIDE_TABLE}",
    ),
    (
        "szf/2016/00003",
        {
            "索引号": "990700001/2016-00003",
            "名称": "关于印发《示例市旧住宅区整治办法》的通知",
            "栏目": "行政规范性文件",
            "成文日期": "2016-03-12",
            "文号": "示政发〔2016〕3号",
            "有效性": "废止",
            "废止日期": "2021-09-01",
        },
        HAN_LINE,
    ),
    (
        "szf/2021/00010",
        {
            "索引号": "990700001/2021-00010",
            "名称": LONG_TITLE,
            "栏目": "行政规范性文件",
            "成文日期": "2021-03-02",
            "附件": "、".join(f"附件{n}.txt" for n in range(1, 21)),
        },
        "各单位：\n\n示例。",
    ),
    (
        "szf/2021/00011",
        {
            "索引号": "990700001/2021-00011",
            "名称": "《关于推进老旧小区改造的实施意见》解读",
            "栏目": "政策解读",
            "形成日期": "2021-08-20",
            "解读对象": "示政发〔2021〕8号",
        },
        "现就文件作如下说明。",
    ),
    (
        "jyj/2022/00001",
        {
            "索引号": "990700004/2022-00001",
            "名称": "转载示例省人民政府关于<示例>的通知",
            "栏目": "通知公告",
            "形成日期": "2022-01-05",
            "发文机关": "示例省人民政府",
            "来源": "示例省人民政府网站",
            "原文网址": "https://www.sheng.example/1.html",
        },
        "全文转载。",
    ),
    (
        "jyj/2010/00001",
        {
            "名称": "旧站迁入的通知",
            "栏目": "通知公告",
            "形成日期": "2026-11-01",
            "导入来源": "old/1.html",
            "导入日期": "2026-01-01",
        },
        "旧文。",
    ),
    (
        "szf/2022/00001",
        {
            "索引号": "990700001/2022-00001",
            "名称": "示例市人民政府2021年政府信息公开工作年度报告",
            "栏目": "政府信息公开年度报告",
            "形成日期": "2022-01-20",
            "所属年度": "2021",
        },
        "# 一、总体情况\n\n示例。",
    ),
    (
        "jyj/2024/00001",
        {
            "索引号": "990700004/2024-00001",
            "名称": "随迁子女入学办理指南",
            "栏目": "办事指南",
            "形成日期": "2024-05-06",
            "专栏": "就近入学",
            "审批项目": "随迁子女接受义务教育入学登记",
            "法律依据": "\n  - 《中华人民共和国义务教育法》第十二条\n  - 示例市教育局年度招生公告",
            "申报条件": HAN_LINE[:400],
            "受理部门": "街道办事处",
            "审批程序": "\n  - 登记\n  - 审核\n  - 分配学位",
            "申请书格式文本": "\n  - 入学登记表.txt\n  - 其余的在窗口领取",
            "收费": "不收费",
            "附件": "入学登记表.txt",
        },
        "",
    ),
    (
        "jyj/2024/00002",
        {
            "索引号": "990700004/2024-00002",
            "名称": "2024年公开招聘中小学教师拟录取人员公示",
            "栏目": "通知公告",
            "形成日期": "2024-06-03",
            "公示起始": "2024-06-03",
            "公示截止": "2024-06-11",
            "成套事项": "2024年公开招聘中小学教师",
            "组成部分": "录取办法、录取名单",
            "专栏": "就近入学、教育简报",
            "期号": "2024年第3期",
        },
        "拟录取人员名单张贴在公开栏。",
    ),
    (
        "jyj/2024/00003",
        {
            "索引号": "990700004/2024-00003",
            "名称": LONG_TITLE + "（招聘公告）",
            "栏目": "通知公告",
            "形成日期": "2024-03-04",
            "成套事项": "2024年公开招聘中小学教师",
            "组成部分": "招聘指标、招聘条件",
            "专栏": "教育简报",
            "期号": "2024年第1期",
        },
        "现将招聘有关事项公告如下。",
    ),
    *(_notice(number, 2026) for number in range(1, 6)),
    *(_notice(number, 2025) for number in range(1, 3)),
)
