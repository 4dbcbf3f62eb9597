"""Classes by which official text looks like a document; not one character of it is touched.

GB/T 9704-2012 sets the addressee flush (7.3.2), the signature above its date at the right (7.3.5),
the word 附件 of an annex flush and the annex's title in the middle (7.3.7). The lines are known by
what they are and where they stand; one that is in doubt stays an ordinary paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCK = re.compile(r"<(p|h[2-6])>(.*)</\1>")
_TAG = re.compile(r"<[^>]*>")
_ADDRESSEE = re.compile(r"(?!.*(?:如下|下列|以下|现将|根据))[^\d。；！？：]{2,150}：")
_DAY = re.compile(
    r"(?:\d{4}|[一二三四五六七八九〇零○]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_SIGNATURE = re.compile(
    r"[^\d，。；：！？]{2,}(?:政府|[局委厅部署院会处室办所站社庭队]|中心|街道|公司|集团|学校|大学|医院|馆)"
)
_ANNEX = re.compile(r"附\s*[件录表]\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?")
_TITLE = re.compile(r"(?![（(])(?!.*印发$)[^，。；：！？]{2,80}")
_CHAPTER = re.compile(r"第[一二三四五六七八九十百〇零]+[章编](?:\s[^。；：]{1,40})?")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[dh])((?: scope=\"col\")?)>(.*?)</\1>", re.DOTALL)
_FIGURE = re.compile(r"[+\-−]?\d[\d,，]*(?:\.\d+)?\s?[%％‰]?")
_NONE = re.compile(r"[\s\-—–/]*")


def dressed(html: str) -> str:
    """The HTML of a text with the classes that its lines and columns of figures have earned."""
    lines = html.split("\n")
    blocks = [(m[1], _TAG.sub("", m[2])) if (m := _BLOCK.fullmatch(x)) else ("", "") for x in lines]
    for at, name in _classes(blocks):
        lines[at] = lines[at].replace(">", f' class="{name}">', 1)
    for start, end in _signed(blocks):
        lines[start] = f'<div class="gk-signed">{lines[start]}'
        lines[end] += "</div>"
    return _TABLE.sub(_figures, "\n".join(lines))


Blocks = list[tuple[str, str]]
"""Tag and plain text of each line of HTML; both empty where it is no paragraph or heading."""


def _classes(blocks: Blocks) -> Iterator[tuple[int, str]]:
    if blocks[0][0] == "p" and _ADDRESSEE.fullmatch(blocks[0][1]):
        yield 0, "gk-addressee"
    starts = {end + 1 for _, end in _signed(blocks)}
    for at, (tag, text) in enumerate(blocks):
        if tag and _ANNEX.fullmatch(text):
            starts.add(at + 1)
            yield at, "gk-annex"
        elif tag and _CHAPTER.fullmatch(text):
            yield at, "gk-chapter"
        elif at in starts and tag and _TITLE.fullmatch(text) and not _DAY.search(text):
            yield at, "gk-annex-title"


def _signed(blocks: Blocks) -> Iterator[tuple[int, int]]:
    """First and last line of each signature with its date, and of a date that ends the text."""
    last = max((i for i, (tag, _) in enumerate(blocks) if tag), default=0)
    for at, (tag, text) in enumerate(blocks):
        if tag != "p" or not _DAY.fullmatch(text):
            continue
        start = at
        while start and blocks[start - 1][0] == "p" and _SIGNATURE.fullmatch(blocks[start - 1][1]):
            start -= 1
        if start < at or at == last:
            yield start, at


def _figures(table: re.Match[str]) -> str:
    """A table whose columns of figures, the first aside, are marked from head to foot."""
    rows = [_CELL.findall(row) for row in _ROW.findall(table[0])]
    body = [[cell[2].strip() for cell in row] for row in rows if row and row[0][0] == "td"]
    columns = {
        n
        for n in range(1, max(map(len, body), default=0))
        if (cells := [row[n] for row in body if n < len(row) and not _NONE.fullmatch(row[n])])
        and all(map(_FIGURE.fullmatch, cells))
    }

    def row(match: re.Match[str]) -> str:
        cells = enumerate(_CELL.finditer(match[0]))
        return f"<tr>{''.join(_marked(c) if n in columns else c[0] for n, c in cells)}</tr>"

    return _ROW.sub(row, table[0]) if columns else table[0]


def _marked(cell: re.Match[str]) -> str:
    return f'<{cell[1]}{cell[2]} class="gk-figure">{cell[3]}</{cell[1]}>'
