"""A town small enough to be built a thousand times: sources, and a sound site made from them.

It has all that the audit looks at, and nothing of ours has a part in it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import quote

DAY = date(2026, 11, 22)
PREFIX = {"fgw": "990700036", "jyj": "990700040"}
PAGE = 3  # rows of a closed page, entries of an archive
CSP = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


@dataclass(frozen=True)
class Item:
    """What one source says."""

    body: str
    serial: int
    title: str
    lines: tuple[str, ...] = ("一行文字",)
    column: str = "bg"
    mode: str = "主动公开"
    published: date = date(2021, 1, 8)
    month: int = 1
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def number(self) -> str:
        return f"{PREFIX[self.body]}/2021-{self.serial:05d}"

    @property
    def address(self) -> str:
        return f"item/{self.number}.html"

    @property
    def path(self) -> str:
        return f"items/{self.body}/2021/{self.serial:05d}.md"

    def public(self, day: date) -> bool:
        return self.mode == "主动公开" and self.published <= day


def content(items: Iterable[Item]) -> dict[str, bytes]:
    """The files of CONTENT."""
    made = {"guide/fgw.md": "关于众所周知的指南".encode()}
    for item in items:
        head = {
            "索引号": item.number,
            "名称": item.title,
            "栏目": item.column,
            "生成日期": f"2021-{item.month:02d}-03",
            "公开日期": item.published,
            "公开方式": item.mode,
        }
        lines = ["---", *(f"{k}: {v}" for k, v in head.items())]
        if item.files:
            lines += ["附件:", *(f"  - 文件: {name}" for name in item.files)]
        made[item.path] = "\n".join([*lines, "---", *item.lines, ""]).encode()
        folder = item.path.removesuffix(".md")
        made |= {f"{folder}/{name}": data for name, data in item.files.items()}
    return made


def site(items: Iterable[Item], day: date = DAY) -> dict[str, bytes]:
    """The files of the site; sealed."""
    public = sorted((i for i in items if i.public(day)), key=lambda i: (i.month, i.number))
    made: dict[str, str | bytes] = {
        "static/frame.js": "// nothing",
        "index.html": _page("首页", '<a href="guide/g.html#fgw">指南</a>'),
        "guide/g.html": _page("指南", '<h2 id="fgw">甲</h2><h2 id="jyj">关于众所周知的指南</h2>'),
    }
    for item in public:
        made |= _own(item)
    made |= _lists(public) | _machines(public)
    return sealed(
        {a: d if isinstance(d, bytes) else d.encode() for a, d in made.items()}, items, day
    )


def files(folder: Path) -> list[Path]:
    """Every file below ``folder``."""
    return [p for p in folder.rglob("*") if p.is_file()]


def resealed(after: Mapping[str, bytes], sound: Mapping[str, bytes]) -> dict[str, bytes]:
    """``after`` with its own digests, and the counts of ``sound``."""
    left = {a: d for a, d in after.items() if a not in ("SHA256SUMS", "release.json")}
    sums = "".join(f"{hashlib.sha256(left[a]).hexdigest()}  {a}\n" for a in sorted(left)).encode()
    more = {"sums": hashlib.sha256(sums).hexdigest(), "files": len(left) + 2}
    facts = json.loads(sound["release.json"]) | more
    return {**left, "SHA256SUMS": sums, "release.json": json.dumps(facts).encode()}


def sealed(files: Mapping[str, bytes], items: Iterable[Item], day: date = DAY) -> dict[str, bytes]:
    """``files`` with ``SHA256SUMS`` and a ``release.json`` that counts ``items``."""
    public = [i for i in items if i.public(day)]
    hidden = [i for i in items if not i.public(day)]
    facts = {
        "items": len(public),
        "drafts": 0,
        "withheld": sum(i.mode != "主动公开" for i in hidden),
        "scheduled": sum(i.mode == "主动公开" for i in hidden),
        "bodies": Counter(i.body for i in public),
        "columns": Counter(i.column for i in public),
        "months": Counter(f"2021-{i.month:02d}" for i in public),
    }
    return resealed(files, {"release.json": json.dumps(facts).encode()})


def write(folder: Path, files: Mapping[str, bytes]) -> str:
    """``files`` in ``folder``, in the place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    for address, data in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return str(folder)


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """What the press says that it has read of CONTENT."""
    return {p: hashlib.sha256(d).hexdigest() for p, d in files.items() if p.startswith("items/")}


def _page(title: str, main: str) -> str:
    frame = f'<!doctype html><html lang="zh-CN"><head><title>{title}</title>{CSP}</head>'
    return f"{frame}<body><main><h1>{title}</h1>{main}</main></body></html>"


def _own(item: Item) -> dict[str, str | bytes]:
    stem, serial = item.address.removesuffix(".html"), f"2021-{item.serial:05d}"
    names = "".join(f'<p><a href="{serial}/{quote(n)}">{n}</a></p>' for n in item.files)
    text = "".join(f"<p>{escape(line, quote=False)}</p>" for line in item.lines)
    main = (
        f'<p>{item.number}</p><img src="{serial}.svg" alt="">{names}'
        f'<a href="../../guide/g.html#{item.body}">指南</a><div class="gk-official">{text}</div>'
    )
    files = {f"{stem}/{name}": data for name, data in item.files.items()}
    page = _page(escape(item.title, quote=False), main)
    return {item.address: page, f"{stem}.svg": f"<svg>{item.serial}</svg>", **files}


def _lists(public: list[Item]) -> dict[str, str]:
    made = {}
    lists: dict[str, list[Item]] = defaultdict(list)
    for item in public:
        for name in ("year/2021", f"body/{item.body}", "column/all", f"column/{item.column}"):
            lists[name].append(item)
    for name, items in lists.items():
        for start in range(0, len(items), PAGE):
            rows = "".join(_row(item) for item in items[start : start + PAGE])
            number = start // PAGE + 1
            made[f"{name}/2021-{number}.html"] = _page(f"第{number}页", f"<ul>{rows}</ul>")
    return made


def _row(item: Item) -> str:
    return f'<li><a href="../../{item.address}">{escape(item.title, quote=False)}</a></li>'


def _machines(public: list[Item]) -> dict[str, str]:
    parts = [public[s : s + PAGE] for s in range(0, len(public), PAGE)] or [[]]
    made = {"sitemap.xml": _map("sitemapindex", "sitemap", ["sitemap-2021.xml", "sitemap-0.xml"])}
    made["sitemap-2021.xml"] = _map("urlset", "url", [i.address for i in public])
    made["sitemap-0.xml"] = _map("urlset", "url", ["index.html"])
    for number, part in enumerate(parts, 1):
        address = "feeds/all.xml" if number == len(parts) else f"feeds/all-{number}.xml"
        links = "".join(map(_entry, part))
        older = f'<link rel="prev-archive" href="all-{number - 1}.xml"/>' if number > 1 else ""
        made[address] = f'<feed xmlns="http://www.w3.org/2005/Atom">{older}{links}</feed>'
    documents = [{"url": i.address, "title": i.title} for i in public]
    index = {"fieldVectors": [[f"title/{i}", [0, 1]] for i in range(len(public))]}
    give = 'gongkai.search.give("{}",{});\n'
    made["search/data.js"] = give.format(
        "documents", json.dumps(documents, ensure_ascii=False)
    ) + give.format("index", json.dumps(index))
    return made


def _entry(item: Item) -> str:
    link = f'<link rel="alternate" href="../{item.address}"/>'
    return f"<entry><title>{escape(item.title)}</title>{link}</entry>"


def _map(root: str, element: str, addresses: Iterable[str]) -> str:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    found = "".join(
        f"<{element}><loc>https://preview.invalid/{a}</loc></{element}>" for a in addresses
    )
    return f'<{root} xmlns="{space}">{found}</{root}>'
