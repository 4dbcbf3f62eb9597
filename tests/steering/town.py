"""A town that registers who leads its work: everybody named, every rule there, every task done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.records.corpus import Corpus
from plugins.records.load import load
from tests import small_town
from tests.rooms import town
from tests.rooms.town import item

DAY = date(2024, 6, 3)

LEADERS = """\
[[leader]]
body = "zfb"
post = "主任"
name = "顾章宜"
work = "主持全面工作"
phone = "0999-8210011"
roles = ["第一责任人", "分管领导"]

[[leader]]
body = "zfb"
post = "科长"
name = "尹目录"
work = "负责日常工作"
roles = ["责任人"]
since = 2022-09-01

[[leader]]
body = "zfb"
post = "科长"
name = "廖存档"
work = "负责日常工作"
roles = ["责任人"]
since = 2019-03-01
until = 2022-08-31

[[leader]]
body = "zfb"
post = "副主任"
name = "将到任"
work = "分管文电"
since = 2024-06-04

[[leader]]
body = "mzj"
post = "局长"
name = "温济川"
work = "主持全面工作"
roles = ["分管领导", "责任人"]

[[leader]]
body = "qsz"
post = "镇长"
name = "柳荫长"
work = "主持全面工作"
roles = ["分管领导", "责任人"]
"""
LIAISONS = """\
public = true

[[liaison]]
body = "zfb"
unit = "政务公开科"
phone = "0999-8210001"

[[liaison]]
body = "mzj"
unit = "办公室"
phone = "0999-8215001"
since = 2020-01-01

[[liaison]]
body = "qsz"
unit = "党政办公室"
phone = "0999-8217001"

[[liaison]]
body = "swgs"
unit = "客户服务部"
phone = "0999-8281001"
"""
KEYPOINTS = """\
[[document]]
year = 2024
title = "示例省2024年政务公开工作要点"
issuer = "示例省人民政府办公厅"
number = "示省政办发〔2024〕3号"
link = "https://www.sheng.example/2024.html"

[[document.task]]
text = "公开低保标准"
bodies = ["mzj", "zfb"]
due = 2024-05-31
evidence = ["990700015/2024-00001", "rules/zfb/shencha.md", "https://www.sheng.example/1.html"]
unit = "救助科"

[[document.task]]
text = "公开低保发放情况"
bodies = ["mzj"]
due = 2024-06-03

[[document]]
year = 2023
title = "示例省2023年政务公开工作要点"
"""
RULE_KINDS = """\
[[kind]]
name = "保密审查"
basis = "条例第十七条"
shared = true

[[kind]]
name = "主动公开"
aliases = ["发布"]
kinds = ["政府部门"]
items = {mzj = "990700015/2024-00002"}
"""
ENTERPRISES = """\
[[enterprise]]
body = "swgs"
sector = "供水"
provisions = ["供水信息公开办法（示例）"]
regulator = "mzj"
columns = ["kong", "shjz"]
"""
TABLES = {
    "leaders": LEADERS,
    "liaisons": LIAISONS,
    "keypoints": KEYPOINTS,
    "rule_kinds": RULE_KINDS,
    "enterprises": ENTERPRISES,
}
FILES = (
    item("mzj", 2024, 1, "低保标准", "社会救助"),
    item("mzj", 2024, 2, "民政局主动公开制度", "行政规范性文件", "有效性: 有效"),
    item("swgs", 2024, 1, "水价", "空栏目"),
    item("swgs", 2024, 2, "困难家庭水费减免", "社会救助"),
    {"rules/zfb/shencha.md": small_town.RULE},
)


def write(root: Path, *more: dict[str, str], day: date = DAY, **tables: str) -> Corpus:
    """The town below ``root``, some of its tables others; read on ``day``."""
    town.write(root, *FILES, *more)
    small_town.register(root, **{**TABLES, **tables})
    return load(str(root), day)
