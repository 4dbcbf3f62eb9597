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

TABLES = {
    "site": _SITE,
    "bodies": _BODIES,
    "columns": _COLUMNS,
    "profiles": _PROFILES,
    "external": _OUTSIDE,
    "topics": _TOPICS,
    "standards": _STANDARDS,
}
