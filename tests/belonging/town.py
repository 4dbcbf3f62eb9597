"""A town with a service guide, pairs of publicity, a serial, a topic and a notice of abolition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.frame import Build
from plugins.records.corpus import Corpus
from plugins.records.load import load
from tests import small_town
from tests.small_town import put

DAY = date(2026, 3, 2)
BUILD = Build(
    day=DAY, theme=str(Path(__file__).parents[2] / "theme"), public_url="https://a.example/"
)
OUTSIDE = '[[body]]\nid = "slst"\nname = "示例省人民政府"\n'
COLUMNS = f"""
{small_town.COLUMNS}
[[column]]
id = "bszn"
name = "办事指南"
profile = "办事指南"

[[column]]
id = "qita"
name = "其他信息"
"""
PROFILES = f"""
{small_town.PROFILES}
[[profile]]
name = "办事指南"
requires = ["service", "legal_basis", "conditions", "fees"]
"""
TOPICS = """
[[topic]]
id = "dibao"
name = "社会救助"
description = "社会救助的政策和结果。"

[[topic]]
id = "jianbao"
name = "民政简报"
numbered = true
"""

GUIDE = """\
---
索引号: 990700015/2025-00001
名称: 低保申请指南
栏目: 办事指南
形成日期: 2025-01-08
公开日期: 2025-01-09
公开方式: 主动公开
服务对象: 困难家庭
收费: 不收费
审批项目: 最低生活保障审核确认
法律依据: 《社会救助暂行办法》第九条
申报条件:
  - 收入: 低于标准
  - 财产符合规定
受理部门: 清水镇人民政府
审批结果: 发给确认通知书
申请书格式文本:
  - 申请表.docx
  - 授权书样本
  - 其余的在窗口领取
附件:
  - 文件: 申请表.docx
    标题: 低保申请表
  - 文件: 授权书.docx
    标题: 授权书样本
---
"""


def item(
    number: int, title: str, year: int = 2025, body: str = "mzj", **lines: str
) -> tuple[str, str]:
    """Path and text of an item."""
    prefix = {"zfb": "990700002", "mzj": "990700015"}[body]
    front = {
        "索引号": f"{prefix}/{year}-{number:05d}",
        "名称": title,
        "栏目": "其他信息",
        "形成日期": f"{year}-02-03",
        "公开日期": f"{year}-02-04",
        "公开方式": "主动公开",
        **lines,
    }
    text = front.pop("正文", "正文。")
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"items/{body}/{year}/{number:05d}.md", f"---\n{head}---\n{text}\n"


ITEMS = (
    item(
        2,
        "养老院许可批前公示",
        成套事项="养老院",
        组成部分="批前公示",
        公示起始="2025-02-04",
        公示截止="2025-02-12",
    ),
    item(3, "养老院许可批后公示", 成套事项="养老院", 组成部分="批后公示", 专栏="社会救助"),
    item(4, "招聘拟录用名单", 成套事项="招聘", 组成部分="录取名单"),
    item(5, "养老院许可批前公示", body="zfb", 成套事项="养老院", 组成部分="批前公示"),
    item(6, "简报第3期", 专栏="民政简报", 期号="2025年第3期"),
    item(7, "简报第5期", 专栏="jianbao、社会救助", 期号="2025年第05期"),
    item(1, "简报第2期", 2026, 专栏="民政简报", 期号="2026年第2期"),
)


def write(root: Path, *items: tuple[str, str]) -> Path:
    """The town below ``root``, with these items."""
    bodies, site = small_town.BODIES, small_town.SITE
    tables = {"site": site, "bodies": bodies, "columns": COLUMNS, "profiles": PROFILES}
    small_town.register(root, **tables, external=OUTSIDE, topics=TOPICS)
    for path, text in items:
        put(root / path, text)
    return root


def corpus(root: Path) -> Corpus:
    """The whole town."""
    write(root, *ITEMS, ("items/mzj/2025/00001.md", GUIDE))
    for name in ("申请表.docx", "授权书.docx"):
        put(root / "items/mzj/2025/00001" / name, b"PK")
    return load(str(root), DAY)
