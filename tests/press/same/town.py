"""A town of a dozen items that has one of everything: small enough to be built a hundred times."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests import small_town
from tests.search.attached.papers import written
from tests.small_town import put

SITE = f"""
{small_town.SITE}
PUBLIC_URL = "https://www.shili.example/zwgk/"
lead_body = "zfb"
search_examples = ["物业管理"]
"""
BODIES = f"""
{small_town.BODIES}
[[body]]
id = "fgw"
name = "示例市发展和改革委员会"
short = "市发展改革委"
prefix = "990700036"
code = "示发改"
inherits = "zfb"
"""
COLUMNS = f"""
{small_town.COLUMNS}
[[column]]
id = "gzbg"
name = "工作报告"
legal_item = 15

[[column]]
id = "shjz"
name = "社会救助"
profile = "公示"
municipal_item = "21-7"
nothing = {{zfb = "本机关无此项职能。"}}

[[column]]
id = "nb"
name = "年度报告"
nav = "年报"
"""
PROFILES = f"""
{small_town.PROFILES}
[[profile]]
name = "公示"
extract_summary = false
"""
NAMED = "名称: 示例市人民政府办公室政府信息公开指南\n更新日期"
GUIDE = small_town.GUIDE.replace("更新日期", NAMED)
PREFIXES = {"zfb": "990700002", "fgw": "990700036", "mzj": "990700015"}
KIND = ("主题分类: 综合政务/政务公开", "体裁分类: 通知")
CODES = {"zfb": "示政办发", "fgw": "示发改", "mzj": "示民"}


def item(
    content: Path,
    place: str,
    title: str,
    *lines: str,
    column: str = "工作报告",
    text: str = "正文说明有关情况。",
    date: str = "成文日期: 2026-03-02",
    mode: str = "主动公开",
) -> Path:
    """Write the item at ``place`` (``fgw/2026/00001``)."""
    body, year, serial = place.split("/")
    head = [
        f"索引号: {PREFIXES[body]}/{year}-{serial}",
        f"名称: {title}",
        f"栏目: {column}",
        *([date] if date else []),
        f"公开方式: {mode}",
        "责任部门: 办公室",
        f"文号: {CODES[body]}〔{year}〕{int(serial)}号",
        *lines,
    ]
    path = content / f"items/{place}.md"
    return put(path, "\n".join(["---", *head, "---", text, ""]))


def pdf(words: str) -> bytes:
    """A PDF of one empty page and 600 bytes, whatever the words are."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    empty = written(b"<</Type/Catalog/Pages 2 0 R>>", pages, page)
    return (empty + f"% {words}\n".encode()).ljust(600, b".")


def png(colour: tuple[int, int, int], width: int = 400) -> bytes:
    """A picture of one colour."""
    data = io.BytesIO()
    Image.new("RGB", (width, 120), colour).save(data, "PNG")
    return data.getvalue()


def write(content: Path) -> Path:
    """Write the town below ``content``, a new folder."""
    small_town.register(
        content, site=SITE, bodies=BODIES, columns=COLUMNS, profiles=PROFILES,
        external='[[body]]\nid = "sheng"\nname = "示例省人民政府"\n',
        key_areas='names = ["财政资金"]\n',
        synonyms='[[group]]\nwords = ["低保", "最低生活保障"]\n',
    )  # fmt: skip
    put(content / "guide/zfb.md", GUIDE)
    put(content / "rules/zfb/baomi-shencha.md", small_town.RULE)
    _policies(content)
    _reports(content)
    item(
        content, "mzj/2026/00001", "救助对象名单公示",
        "公示起始: 2026-11-18", "公示截止: 2026-11-26",
        column="社会救助", date="形成日期: 2026-11-16",
    )  # fmt: skip
    item(content, "mzj/2025/00001", "社会救助情况", column="社会救助", date="形成日期: 2025-05-09")
    return content


def _policies(content: Path) -> None:
    item(
        content, "zfb/2025/00001", "示例市物业管理办法",
        "施行日期: 2025-03-01", "有效期至: 2030-02-28", "有效性: 有效", *KIND,
        column="行政规范性文件", date="成文日期: 2025-01-20",
        text="第一条 规范物业管理。\n\n第二条 张* 电话138****1234。\n\n- 一\n- 二",
    )  # fmt: skip
    item(
        content, "zfb/2026/00001", "示例市电梯安全办法",
        "施行日期: 2026-12-10", "有效期至: 2031-12-09", "有效性: 尚未施行", *KIND,
        column="行政规范性文件", date="成文日期: 2026-11-02",
    )  # fmt: skip
    item(
        content, "zfb/2026/00002", "《示例市物业管理办法》解读", "解读对象: 示政办发〔2025〕1号",
        column="政策解读",
    )  # fmt: skip


def _reports(content: Path) -> None:
    for serial in range(1, 6):
        item(
            content, f"fgw/2025/{serial:05d}", f"第{serial}号工作报告",
            date=f"成文日期: 2025-0{serial}-11", text=f"## 一、概况\n\n第{serial}号报告的正文。",
        )  # fmt: skip
    item(
        content, "fgw/2026/00001", "重点项目进度报告",
        "附件:", "  - 文件: 进度表.pdf", "    标题: 进度表", "  - 文件: 现场.png",
        text="项目进度见附件，现场照片如下。\n\n![现场](现场.png)",
    )  # fmt: skip
    put(content / "items/fgw/2026/00001/进度表.pdf", pdf("2026"))
    put(content / "items/fgw/2026/00001/现场.png", png((20, 80, 160)))
    item(
        content, "fgw/2026/00002", "项目进度说明", date="成文日期: 2026-04-07",
        text="另见[重点项目进度报告](990700036/2026-00001)和\n\n- 3℃ 以下停工\n- 1986. 年建成",
    )  # fmt: skip
