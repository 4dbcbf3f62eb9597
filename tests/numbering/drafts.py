"""A small CONTENT and the drafts and items that the tests of numbers put into it."""

from datetime import date

from plugins.numbering import number

DAY = date(2026, 3, 1)
SITE = 'name = "示例市人民政府"\nPUBLIC_URL = ""\n'
BODIES = """
[[body]]
id = "fgw"
name = "示例市发展和改革委员会"
short = "市发展改革委"
prefix = "990700036"

[[body]]
id = "czj"
name = "示例市财政局"
"""
COLUMNS = """
[[column]]
id = "gk"
name = "概况"

[[column]]
id = "gzbg"
name = "工作报告"
parent = "gk"

[[column]]
id = "wj"
name = "文件"
profile = "公文"
"""
PROFILES = (
    '[[profile]]\nname = "公文"\nrequires = ["doc_number"]\nvalidity = true\ndocument = true\n'
)
ITEM = (
    "---\n索引号: {number}\n名称: {title}\n栏目: 工作报告\n生成日期: 2026-01-05\n"
    "公开方式: 主动公开\n---\n正文。\n"
)


def item(title, number="待编"):
    """The text of an item; a draft unless it has a number."""
    return ITEM.format(title=title, number=number)


def run(content, paths=None, body=None, column=None):
    """The moves of a run of ``number``."""
    return number(str(content), paths, body, column, DAY)
