"""A small invented town, written to disk and read by the real reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.frame import Build, frame
from plugins.plan import Page
from plugins.press.render import Renderer, words
from plugins.records.corpus import Corpus
from plugins.records.load import load
from tests import small_town

THEME = Path(__file__).parents[2] / "theme"
DAY = date(2024, 6, 3)

SITE = f"""
{small_town.SITE}
lead_body = "zfb"
search_examples = ["低保标准"]
"""

BODIES = f"""
{small_town.BODIES}
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

SIGNED = 'nothing = {qsz = "本年度没有制发。"}'
OFFICIAL = small_town.COLUMNS.replace("legal_item = 1", f"legal_item = 1\n{SIGNED}")
WORK = "日期,类别,承办机构,数量\n2023-12-31,咨询,zfb,12\n"
COLUMNS = f"""
{OFFICIAL}
[[column]]
id = "shjz"
name = "社会救助"
legal_item = 11
municipal_item = "21-7"
nothing = {{zfb = "本机关无此项职能。"}}

[[column]]
id = "sfxm"
name = "收费项目"
legal_item = 8
nothing = {{mzj = "本机关没有收费项目。"}}

[[column]]
id = "nb"
name = "政府信息公开年报"
nav = "年报"

[[column]]
id = "kong"
name = "空栏目"
"""

PROFILES, GUIDE, RULE = small_town.PROFILES, small_town.GUIDE, small_town.RULE
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
    tables = {"site": site, "bodies": BODIES, "columns": COLUMNS, "profiles": PROFILES}
    small_town.register(root, leaders=small_town.LEADERS, **tables)
    for more in files:
        for path, text in more.items():
            small_town.put(root / path, text)
    return load(str(root), DAY)


def build(public_url: str = "") -> Build:
    """A build on the day of the town."""
    return Build(day=DAY, theme=str(THEME), public_url=public_url)


class Press:
    """Renders pages with the theme as it is; assets keep their plain names."""

    def __init__(self, corpus: Corpus, public_url: str = "") -> None:
        scripts = (path.name for path in (THEME / "static").glob("*.js"))
        names = ("gongkai.css", "favicon.svg", *scripts)
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
