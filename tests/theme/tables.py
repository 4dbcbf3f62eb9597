"""The registry of the theme's town: its tables, by the names under which they are written."""

from __future__ import annotations

from plugins.records.fields import CHANNELS
from tests import small_town

_SITE = f"""
{small_town.SITE}
host = "示例市人民政府办公室"
operator = "示例市政务公开中心"
phone = "0999-8210000"
lead_body = "szf"
search_examples = ["老旧小区改造", "示政发〔2021〕8号"]
keep_unnumbered = true
"""

_BODIES = f"""
[[body]]
id = "szf"
name = "示例市人民政府"
short = "市政府"
kind = "人民政府"
prefix = "990700001"
consult_phone = "0999-8210001"
{small_town.CONTACTS}
[[body]]
id = "jyj"
name = "示例市教育局"
prefix = "990700004"
inherits = "szf"
"""

_OUTSIDE = """
[[body]]
id = "slst"
name = "示例省人民政府"
aliases = ["省政府"]
"""

_COLUMNS = f"""
{small_town.COLUMNS}
profile = "解读"

[[column]]
id = "nianbao"
name = "政府信息公开年度报告"
nav = "年报"
profile = "年报"

[[column]]
id = "tongzhi"
name = "通知公告"
description = "需要大家知道和办理的事项。"
legal_item = 15

[[column]]
id = "bszn"
name = "办事指南"
profile = "办事指南"
legal_item = 5

[[column]]
id = "shoufei"
name = "收费目录"
legal_item = 8
nothing = {{jyj = "本机关无行政事业性收费。"}}
"""

_PROFILES = f"""
{small_town.PROFILES}
interpretation = true

[[profile]]
name = "解读"
requires = ["interprets"]

[[profile]]
name = "年报"
requires = ["period"]

[[profile]]
name = "办事指南"
requires = ["service"]
"""

_TOPICS = """
[[topic]]
id = "jiuxue"
name = "就近入学"
description = "就近入学的政策、办法和结果。"
ended = true

[[topic]]
id = "jianbao"
name = "教育简报"
description = "教育局编印的简报。"
numbered = true
"""

_CHANNELS = "".join(f'"{channel}", ' for channel in CHANNELS)
_STANDARDS = f"""
[[matter]]
domain = "ywjy"
first = "招生管理"
second = "随迁子女入学"
code = "220102003"
content = "{"入学条件、办理流程、证件要求和学校服务范围，" * 8}以及咨询电话。"
basis = ["中华人民共和国义务教育法", "国务院关于进一步推进户籍制度改革的意见（国发〔2014〕25号）"]
deadline = "自该信息形成或者变更之日起20个工作日内"
bodies = ["jyj", "szf"]
channels = [{_CHANNELS}]
audience = "特定群体"
group = "随迁子女及其监护人"
levels = ["市级", "县级", "乡级"]
columns = ["bszn", "tongzhi", "shoufei"]

[[matter]]
domain = "ywjy"
first = "财务信息"
content = "收费项目和标准"
basis = ["政府信息公开条例"]
deadline = "及时公开"
bodies = ["jyj"]
channels = ["政府网站"]
columns = ["shoufei"]

[[matter]]
domain = "ywjy"
first = "学校介绍"
content = "办学性质、地点、规模"
basis = ["政府信息公开条例"]
deadline = "20个工作日内"
bodies = ["jyj"]
channels = ["政府网站"]
"""

_LONG = "负责自然资源、生态环境、住房城乡建设、交通运输、水务、城市管理和综合执法、人民防空、" * 4

_LEADERS = f"""
[[leader]]
body = "szf"
post = "市长"
name = "江示之"
work = "主持市政府全面工作，分管审计"
phone = "0999-8210010"
roles = ["第一责任人", "分管领导"]

[[leader]]
body = "szf"
post = "常务副市长兼市新区管理委员会党组书记"
name = "陆例文"
work = "{_LONG}"
roles = ["责任人"]
since = 2023-06-01

[[leader]]
body = "szf"
post = "常务副市长"
name = "丁规正"
work = "负责发展改革、财政"
since = 2020-04-07
until = 2023-05-31

[[leader]]
body = "jyj"
post = "局长"
name = "傅启明"
work = "主持全面工作"
"""

_LIAISONS = """
public = true

[[liaison]]
body = "szf"
unit = "政务公开科"
name = "联络员甲"
phone = "0999-8210001"

[[liaison]]
body = "jyj"
unit = "办公室"
phone = "0999-8205001"
"""

_KEYPOINTS = f"""
[[document]]
year = 2026
title = "示例省2026年政务公开工作要点"
issuer = "示例省人民政府办公厅"
number = "示省政办发〔2026〕12号"
link = "https://www.sheng.example/zwgk/2026yd.html"

[[document.task]]
text = "{_LONG}"
bodies = ["szf", "jyj"]
due = 2026-06-30

[[document.task]]
text = "公开年度报告"
bodies = ["szf"]
due = 2026-03-31
evidence = ["990700001/2021-00010", "reports/szf/2021.md", "https://www.sheng.example/{"a" * 90}.html"]
unit = "综合科"

[[document]]
year = 2026
title = "示例市2026年政务公开工作安排"
link = "990700001/2021-00008"

[[document.task]]
text = "开展社会评议"
bodies = ["jyj"]
due = 2026-12-31
"""

_RULE_KINDS = """
[[kind]]
name = "保密审查"
basis = "条例第十七条"
shared = true

[[kind]]
name = "责任追究"
basis = "条例第四十六条"
shared = true

[[kind]]
name = "主动公开"
basis = "条例第十九条、第二十条"
items = {szf = "990700001/2021-00010"}

[[kind]]
name = "依申请公开"
kinds = ["人民政府"]
"""

_ENTERPRISES = """
[[enterprise]]
body = "jyj"
sector = "教育"
provisions = ["国务院教育行政部门的有关规定", "示例省学校信息公开目录"]
regulator = "szf"
columns = ["tongzhi", "zhengce", "shoufei"]
"""

TABLES = {
    "site": _SITE,
    "bodies": _BODIES,
    "columns": _COLUMNS,
    "profiles": _PROFILES,
    "external": _OUTSIDE,
    "topics": _TOPICS,
    "standards": _STANDARDS,
    "leaders": _LEADERS,
    "liaisons": _LIAISONS,
    "keypoints": _KEYPOINTS,
    "rule_kinds": _RULE_KINDS,
    "enterprises": _ENTERPRISES,
}
