"""What the small invented towns of the tests share: offices, columns, a guide, a rule; and writing.

Every town adds what it is there for. The last table of each text is open: more keys may follow.
"""

from __future__ import annotations

from pathlib import Path

SITE = """\
name = "示例市人民政府"
REVIEW = "演示"
id_code = "9999000001"
domain = "www.shili.example"
page_size = 3
"""

CONTACTS = """\
address = "示例市中山路1号"
hours = "工作日8:30至12:00"
phone = "0999-8210000"
fax = "0999-8210009"
email = "zwgk@shili.example"
postcode = "999000"
"""

BODIES = f"""\
[[body]]
id = "zfb"
name = "示例市人民政府办公室"
short = "市政府办公室"
kind = "政府办公室"
prefix = "990700002"
code = "示政办"
units = ["办公室"]
{CONTACTS}
[[body]]
id = "mzj"
name = "示例市民政局"
short = "市民政局"
prefix = "990700015"
code = "示民"
inherits = "zfb"
"""

LEADERS = """\
[[leader]]
body = "zfb"
post = "主任"
name = "顾章宜"
work = "主持全面工作"
"""

COLUMNS = """\
[[column]]
id = "zhengce"
name = "政策"
nav = "政策"

[[column]]
id = "gfxwj"
name = "行政规范性文件"
parent = "zhengce"
profile = "规范性文件"
legal_item = 1

[[column]]
id = "zcjd"
name = "政策解读"
parent = "zhengce"
column_type = "政策解读"
"""

PROFILES = """\
[[profile]]
name = "规范性文件"
validity = true
document = true
"""

GUIDE = """\
---
更新日期: 2024-01-02
---
# 信息分类和编排体系

按主题分类，按索引号编排。

# 获取方式

在本站查阅。

# 怎样申请

写明姓名、联系方式和所需信息。

# 答复期限

收到申请之日起20个工作日内答复。

# 收费

不收取费用。

# 监督和救济

可以投诉、举报。对不予公开的决定不服的，先申请行政复议，再提起行政诉讼。
"""

RULE = """\
---
名称: 政府信息公开审查办法
制度类别: 保密审查
效力阶段: 试行
印发日期: 2024-01-05
依据文号: 示政办发〔2024〕1号
---
第一条 先审查，后公开。
"""


def put(path: Path, data: str | bytes) -> Path:
    """Write a file, its folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def register(content: Path, **tables: str) -> None:
    """Write the tables of the registry."""
    for name, text in tables.items():
        put(content / f"registry/{name}.toml", text)
