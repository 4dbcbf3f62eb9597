"""Is the text of a page the text of its source? An own reading of both, line by line.

The page is read back into what a clerk would have typed: a bold run gets its asterisks again, a
list item its dash, a link its brackets. What then differs from the source was lost, added or
changed on the way. Neither Python-Markdown nor ``plugins.markup`` has a part in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

BODY = "div.gk-official"
_OPEN, _CLOSE = "\x01", "\x02"


_HEADING = re.compile(r"#{1,6}[ \t\u3000]+")
_ITEM = re.compile(r"-[ \t\u3000]+")
_NOTE = re.compile(r"\[\^[\w-]+\]:[ \t\u3000]*")
_NOTE_MARK = re.compile(r"\[\^[\w-]+\]")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?")
_BOLD = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_UNIT = re.compile("[年月日号室栋幢楼层]|单元|号楼|先生|女士|(?:有限)?公司")
_JOINS = ("与", "和", "及", "诉")
_SENTENCE_END = re.compile(r"[。！？；].")
_LITERAL_TAGS = {"p", "div", "table", "thead", "tbody", "tr", "th", "td"}
_EVERY_HEADING = ("h1", "h2", "h3", "h4", "h5", "h6")


def fidelity(text: str, page: LexborHTMLParser | str, literal: bool = False) -> tuple[str, ...]:
    """What differs between a source text and the official text of its page, in Chinese.

    ``literal`` is for texts taken character by character (正文格式 text).
    """
    tree = LexborHTMLParser(page) if isinstance(page, str) else page
    return compared(text, tree.css(BODY), literal)


def compared(text: str, bodies: list[LexborNode], literal: bool) -> tuple[str, ...]:
    """The same, where the official texts of the page are known."""
    if len(bodies) != 1:
        return (f"页面应有一处正文（{BODY}），实有 {len(bodies)} 处",)
    if literal and (odd := {n.tag or "" for n in bodies[0].css("*")} - _LITERAL_TAGS):
        return (f"逐字照印的正文里出现了标记 {'、'.join(sorted(odd))}",)
    shown = [part for line in _shown(bodies[0]) for part in line.split("\n")]
    bold = [] if literal else [b for line in shown if _OPEN in line and (b := _false_bold(line))]
    if bold:
        return tuple(f"加粗可能吞掉了打码的星号：“{b}”" for b in bold[:3])
    there = [plain for line in shown if (plain := _plain(line, literal))]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if there == [plain for line in lines if line and (plain := _plain(line, literal))]:
        return ()
    return _compare([_plain(line, literal) for line in lines], there)


def _compare(given: list[str], there: list[str]) -> tuple[str, ...]:
    numbers = [n for n, line in enumerate(given, 1) if line and not line.startswith("[^]:")]
    wanted = [given[n - 1] for n in numbers]
    found = [line for line in there if not line.startswith("[^]:")]
    if wanted != found:
        at = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), None)
        at = min(len(wanted), len(found)) if at is None else at
        before = wanted[at] if at < len(wanted) else ""
        after = found[at] if at < len(found) else ""
        place = f"正文第 {numbers[at]} 行" if at < len(wanted) else "正文末尾之后"
        return (f"{place}与原文不符：{_excerpt(before, after)}",)
    notes = sorted(line for line in given if line.startswith("[^]:"))
    shown = sorted(line for line in there if line.startswith("[^]:"))
    return () if notes == shown else ("脚注与原文不符",)


def _excerpt(before: str, after: str) -> str:
    """Both lines around the first character in which they differ."""
    pairs = zip(before, after, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))
    start, end = max(at - 10, 0), at + 20
    was, became = before[start:end] or "（没有）", after[start:end] or "（没有）"
    return f"原文“{was}”，页面“{became}”"


def _plain(line: str, literal: bool) -> str:
    """A line in the one form in which source and page are compared; empty where nothing is seen."""
    line = line.strip()
    marked = "|" in line or "[" in line or _OPEN in line or _CLOSE in line or line[:1] in "#-"
    if not marked or not line:
        return line  # as nearly every line
    line = line.replace(_OPEN, "**").replace(_CLOSE, "**").strip()
    if literal:
        return _cells(line) if line.endswith("|") else line
    if "|" in line:
        if _RULE.fullmatch(line):
            return ""
        # Once for a line with a mark, once for a row whose first cell begins like one.
        line = _cells(_one_mark(line))
    return _LINK.sub(_link, _NOTE_MARK.sub("[^]", _one_mark(line)))


def _one_mark(line: str) -> str:
    """A line with the mark at its start, if any, in its one form."""
    for mark, plain in ((_HEADING, "# "), (_ITEM, "- "), (_NOTE, "[^]:")):
        if found := mark.match(line):
            return plain + line[found.end() :]
    return line


def _cells(row: str) -> str:
    cells = [c.strip() for c in row.removeprefix("|").removesuffix("|").split("|")]
    while cells and not cells[-1]:
        cells.pop()
    return "|".join(cells)


def _link(found: re.Match[str]) -> str:
    """A link with what both its written and its published address have: the name at their end."""
    address = unquote(found[2])
    if not re.match(r"[a-z]+:", address, re.IGNORECASE):
        address = address.partition("#")[0].rpartition("/")[2].removesuffix(".html")
    return f"[{found[1]}]<{address}>"


def _false_bold(line: str) -> str:
    """A bold run that may have been a mask: grown into a word, a mere unit, or too much in it."""
    for run in _BOLD.finditer(line):
        before, inner, after = line[: run.start()][-1:], run[1], line[run.end() :][:1]
        if _in_word(before) or _in_word(after) or _UNIT.fullmatch(inner):
            return str(inner)
        if inner.startswith(_JOINS) or inner.endswith(_JOINS):
            return str(inner)
        ends = before + inner[:1] + inner[-1:] + after
        if any(c.isdigit() for c in ends) or "*" in ends + inner:
            return str(inner)
        if len(inner) > 60 or _SENTENCE_END.search(inner):
            return str(inner)
    return ""


def _in_word(neighbour: str) -> bool:
    """Whether a sign beside a bold run is neither a blank nor punctuation that ends a word."""
    if not neighbour or neighbour.isspace() or neighbour == "|":
        return False
    return neighbour in "@.*_-/&#%" or not unicodedata.category(neighbour).startswith("P")


def _shown(parent: LexborNode, mark: str = "") -> Iterator[str]:
    """The lines that a reader sees below ``parent``, with the marks that made them."""
    for node in parent.iter(include_text=True):
        tag = node.tag or ""
        if tag == "-text":
            if loose := (node.text_content or "").strip():
                yield loose
        elif tag in _EVERY_HEADING:
            yield f"# {_inline(node)}"
        elif tag == "tr":
            yield "".join(f"|{_inline(cell).strip()}" for cell in node.iter()) + "|"
        elif tag in ("ul", "ol"):
            notes = "footnote" in (parent.attributes.get("class") or "")
            for item in node.iter():
                yield from _item(item, notes)
        elif tag in ("div", "table", "thead", "tbody"):
            yield from _shown(node)
        elif tag != "hr":
            yield _inline(node)


def _item(item: LexborNode, note: bool) -> Iterator[str]:
    """A list item's own lines, then those of the lists in it; or a footnote."""
    own = _inline(item).strip()
    yield f"[^x]: {own}" if note else f"- {own}"
    for nested in item.iter():
        if nested.tag in ("ul", "ol"):
            for deeper in nested.iter():
                yield from _item(deeper, note)


def _inline(parent: LexborNode) -> str:
    """The text of a block with the marks of what stands in it; lists in it are left out."""
    out = []
    for node in parent.iter(include_text=True):
        tag = node.tag or ""
        if tag == "-text":
            out.append(node.text_content or "")
            continue
        attributes = node.attributes
        if tag == "br":
            out.append("\n")
        elif tag == "strong":
            out.append(f"{_OPEN}{_inline(node)}{_CLOSE}")
        elif tag == "sup" and node.css_first("a.footnote-ref"):
            out.append("[^x]")
        elif tag == "img":
            out.append(f"![{attributes.get('alt')}]({attributes.get('src')})")
        elif tag == "a" and attributes.get("class") != "footnote-backref":
            out.append(f"[{_inline(node)}]({attributes.get('href')})")
        elif tag not in ("ul", "ol", "a"):
            out.append(_inline(node))
    return "".join(out)
