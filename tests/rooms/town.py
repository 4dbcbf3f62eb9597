"""A small invented town, written to disk and read by the real reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from plugins.frame import Build, frame
from plugins.plan import Page
from plugins.press.render import Renderer, words
from plugins.records.corpus import Corpus
from plugins.records.load import load

THEME = Path(__file__).parents[2] / "theme"
DAY = date(2024, 6, 3)

SITE = """
name = "示例市人民政府"
REVIEW = "演示"
id_code = "9999000001"
domain = "www.shili.example"
lead_body = "zfb"
search_examples = ["低保标准"]
page_size = 3
"""

BODIES = """
[[body]]
id = "zfb"
name = "示例市人民政府办公室"
short = "市政府办公室"
kind = "政府办公室"
prefix = "990700002"
code = "示政办"
address = "示例市中山路1号"
hours = "工作日8:30至12:00"
phone = "0999-8210000"
fax = "0999-8210009"
email = "zwgk@shili.example"
postcode = "999000"
leaders = [{name = "顾章宜", post = "主任"}]

[[body]]
id = "mzj"
name = "示例市民政局"
short = "市民政局"
prefix = "990700015"
code = "示民"
inherits = "zfb"
phone = "0999-8215000"
verified = false

[[body]]
id = "qsz"
name = "清水镇人民政府"
kind = "乡镇人民政府"
level = "乡镇"
prefix = "990700101"

[[body]]
id = "swgs"
name = "示例市自来水公司"
kind = "公共企事业单位"
prefix = "990700201"
"""

COLUMNS = """
[[column]]
id = "zhengce"
name = "政策"
nav = "政策"

[[column]]
id = "gfxwj"
name = "行政规范性文件"
parent = "zhengce"
profile = "文件"
legal_item = 1
nothing = {qsz = "本年度没有制发。"}

[[column]]
id = "zcjd"
name = "政策解读"
parent = "zhengce"
column_type = "政策解读"

[[column]]
id = "shjz"
name = "社会救助"
legal_item = 11
municipal_item = "21-7"
nothing = {zfb = "本机关无此项职能。"}

[[column]]
id = "sfxm"
name = "收费项目"
legal_item = 8
nothing = {mzj = "本机关没有收费项目。"}

[[column]]
id = "nb"
name = "政府信息公开年报"
nav = "年报"

[[column]]
id = "kong"
name = "空栏目"
"""

PROFILES = """
[[profile]]
name = "文件"
validity = true
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

PREFIX = {"zfb": "990700002", "mzj": "990700015", "qsz": "990700101", "swgs": "990700201"}


def item(body: str, year: int, serial: int, title: str, column: str, *lines: str) -> dict[str, str]:
    """One item file; ``lines`` are further front matter."""
    number = f"{PREFIX[body]}/{year}-{serial:05d}"
    head = [f"索引号: {number}", f"名称: {title}", f"栏目: {column}", "公开方式: 主动公开"]
    if not any(line.startswith("形成日期") for line in lines):
        head.append(f"形成日期: {year}-03-{serial % 28 + 1:02d}")
    text = "\n".join(["---", *head, *lines, "---", "正文。", ""])
    return {f"items/{body}/{year}/{serial:05d}.md": text}


def abolished(body: str, *successors: str) -> dict[str, str]:
    """The registry of bodies, of which one has been abolished."""
    names = "、".join(successors)
    mark = f'id = "{body}"\n'
    return {"registry/bodies.toml": BODIES.replace(mark, f'{mark}successors = ["{names}"]\n')}


def write(root: Path, *files: dict[str, str], site: str = SITE) -> Corpus:
    """Write the registry and ``files`` below ``root`` and read the whole."""
    registry = {"site": site, "bodies": BODIES, "columns": COLUMNS, "profiles": PROFILES}
    content = {f"registry/{name}.toml": text for name, text in registry.items()}
    for more in files:
        content |= more
    for path, text in content.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return load(str(root), DAY)


def build(public_url: str = "") -> Build:
    """A build on the day of the town."""
    return Build(day=DAY, theme=str(THEME), public_url=public_url)


class Press:
    """Renders pages with the theme as it is; assets keep their plain names."""

    def __init__(self, corpus: Corpus, public_url: str = "") -> None:
        names = ("gongkai.css", "favicon.svg", "frame.js", "requests.js", "not_found.js")
        made = build(public_url)
        self._renderer = Renderer(
            made, frame(corpus, made), {n: f"static/{n}" for n in names}, frozenset()
        )

    def html(self, page: Page) -> str:
        """The page as a reader gets it."""
        return self._renderer.page(page).decode()


def word(table: str, key: str) -> str:
    """A word of the theme."""
    found = words(THEME)[table][key]
    assert isinstance(found, str)
    return found
