"""A tiny town and its site, made by hand: what the audit compares, with nothing of ours between."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from plugins.audit import Mismatch, audit
from tests.audit.twice import Twice

CSP = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
ITEM = """---
索引号: {number}
名称: {title}
栏目: 工作报告
公开方式: {mode}
{more}---
{text}
"""
TITLES = {
    "990700036/2020-00001": "关于2019年政务公开工作情况的报告",
    "990700036/2021-00001": "关于举报电话的公告",
    "990700040/2021-00001": "关于调整<办公>时间的通知",
}
TEXTS = {
    "990700036/2020-00001": ("# 概述\n必须 **严格** 执行[附件](a.pdf)。\n- 甲\n- 乙", ""),
    "990700036/2021-00001": (
        "电话138****1234，139****5678\n姓名 | 张* |\n李* | 3 |",
        "正文格式: text\n",
    ),
    "990700040/2021-00001": ("| 项目 | 数 |\n|---|---|\n| 3*4 | - |\n注[^1]\n[^1]: 见表", ""),
}
BODIES = {
    "990700036/2020-00001": "<h2>概述</h2><p>必须 <strong>严格</strong> 执行"
    '<a href="2020-00001/a.pdf">附件</a>。</p><ul><li>甲</li><li>乙</li></ul>',
    "990700036/2021-00001": "<p>电话138****1234，139****5678</p><table><tbody><tr><td>姓名</td>"
    "<td>张*</td></tr><tr><td>李*</td><td>3</td></tr></tbody></table>",
    "990700040/2021-00001": "<table><thead><tr><th>项目</th><th>数</th></tr></thead><tbody><tr>"
    '<td>3*4</td><td>-</td></tr></tbody></table><p>注<sup id="r"><a class="footnote-ref" '
    'href="#f">1</a></sup></p><div class="footnote"><hr><ol><li id="f"><p>见表&nbsp;'
    '<a class="footnote-backref" href="#r">↩</a></p></li></ol></div>',
}
HIDDEN = {"990700036/2021-00007": "关于内部办公用房的通知", "待编": "关于尚未定稿的采购计划"}


def escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace(">", "&gt;")


class Town:
    """Content and site in two folders, with ways to change single files."""

    def __init__(self, folder: Path) -> None:
        self.content, self.site = folder / "content", folder / "site"

    def write(self, address: str, text: str) -> None:
        path = self.site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, address: str) -> str:
        return (self.site / address).read_text(encoding="utf-8")

    def change(self, address: str, old: str, new: str) -> None:
        text = self.read(address)
        assert old in text
        self.write(address, text.replace(old, new))

    def page(self, address: str, title: str, main: str) -> None:
        frame = f'<!doctype html><html lang="zh-CN"><head><title>{title}</title>{CSP}</head>'
        self.write(address, f"{frame}<body><main><h1>{title}</h1>{main}</main></body></html>")

    def audit(self, public_url: str = "") -> tuple[Mismatch, ...]:
        return audit(str(self.content), str(self.site), date(2026, 11, 22), public_url)

    def said(self) -> list[str]:
        return [f"{m.kind} {m.path} {m.message}" for m in self.audit()]


def source(town: Town, body: str, number: str, title: str, text: str, **more: str) -> None:
    serial = number.rpartition("-")[2] or "x"
    path = town.content / "items" / body / "2021" / f"{body}{number[10:14]}{serial}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    values = {"mode": "主动公开", "more": ""} | more
    path.write_text(ITEM.format(number=number, title=title, text=text, **values), encoding="utf-8")


def attach(town: Town, name: str) -> None:
    """A file of the first report, in the source and in the site."""
    own = next(town.content.glob("items/fgw/*/*202000001.md")).with_suffix("")
    own.mkdir(exist_ok=True)
    (own / name).write_text("%PDF")
    town.write(f"item/990700036/2020-00001/{name}", "%PDF")


def body_of(number: str) -> str:
    return "fgw" if number.startswith("990700036") else "jyj"


def rows(numbers: list[str]) -> str:
    links = (f'<li><a href="../../item/{n}.html">{escaped(TITLES[n])}</a></li>' for n in numbers)
    return f"<ul>{''.join(links)}</ul>"


@pytest.fixture
def town(tmp_path):
    """Three public items, one draft, one withheld, and a site in which all is well."""
    made = Town(tmp_path)
    for number, title in TITLES.items():
        text, more = TEXTS[number]
        source(made, body_of(number), number, title, text, more=more)
        official = f'<div class="gk-official">{BODIES[number]}</div>'
        made.page(f"item/{number}.html", escaped(title), f"<p>{number}</p>{official}")
    attach(made, "a.pdf")
    for number, title in HIDDEN.items():
        source(made, "fgw", number, title, "内部", mode="不予公开")
    lists(made)
    machines(made)
    return made


def lists(town: Town) -> None:
    for kind, key, year, numbers in (
        ("year", "2020", 2020, [n for n in TITLES if "/2020" in n]),
        ("year", "2021", 2021, [n for n in TITLES if "/2021" in n]),
        ("body", "fgw", 2020, [n for n in TITLES if "036/2020" in n]),
        ("body", "fgw", 2021, [n for n in TITLES if "036/2021" in n]),
        ("body", "jyj", 2021, [n for n in TITLES if "040/" in n]),
        ("column", "bg", 2020, [n for n in TITLES if "/2020" in n]),
        ("column", "bg", 2021, [n for n in TITLES if "/2021" in n]),
    ):
        town.page(f"{kind}/{key}/{year}-1.html", "目录", rows(numbers))


def machines(town: Town) -> None:
    urls = [f"item/{n}.html" for n in TITLES]
    locations = "".join(f"<url><loc>https://preview.invalid/{u}</loc></url>" for u in urls)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    index = "<sitemap><loc>https://preview.invalid/sitemap-all.xml</loc></sitemap>"
    town.write("sitemap.xml", f'<sitemapindex xmlns="{space}">{index}</sitemapindex>')
    town.write("sitemap-all.xml", f'<urlset xmlns="{space}">{locations}</urlset>')
    entry = '<entry><title>{}</title><link rel="alternate" href="../{}"/></entry>'
    old, *rest = (entry.format(escaped(t), u) for t, u in zip(TITLES.values(), urls, strict=True))
    new = "".join(rest)
    atom = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
    town.write("feeds/all.xml", atom.format(f'<link rel="prev-archive" href="all-1.xml"/>{new}'))
    town.write("feeds/all-1.xml", atom.format(old))
    documents = [{"url": f"item/{n}.html", "title": t} for n, t in TITLES.items()]
    index = {"fieldVectors": [[f"title/{i}", []] for i in range(len(documents))]}
    town.write(
        "search/data.js",
        f'gongkai.search.give("documents",{json.dumps(documents, ensure_ascii=False)});\n'
        f'gongkai.search.give("index",{json.dumps(index)});\n',
    )


@pytest.fixture
def twice(tmp_path):
    """A site that passed the audit, to be edited."""
    return Twice(tmp_path)
