"""Where the text of an old page stands: a known container, else the densest block.

A block weighs what is written in it, less links, the frame of the site, labels with their values
and the title. From the body the way goes down into the heaviest block as long as nothing that
weighs is left behind, so that a container is found whatever its markup: paragraphs, lines broken
by ``<br>``, nested boxes, the cell of a layout table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.importer import labels
from plugins.importer.places import compact
from plugins.importer.render import BLOCK, SKIP, hidden
from plugins.importer.structure import in_frame, is_frame
from plugins.records import dates

_TEXTS = (
    ".article_content", ".article-content", "#UCAP-CONTENT", "#zoom", "#Zoom", ".pages_content",
    ".xxgk_content", ".TRS_Editor", ".trs_editor_view", ".Custom_UnionStyle", "#content_detail",
    ".content_text", ".news_content", ".article-body", ".detail-content", ".view_content",
    ".wzy_content", ".zwxl-content", "#article", "article", "[itemprop=articleBody]",
    ".v_news_content", "[id^=vsb_content]", ".j-fontContent", "#fontzoom", "#zoomcon", "#js_content",
    "#ivs_content", "#articleContent", "#artibody", "#newsContent", "#NewsContent",
)  # fmt: skip
"""Containers of the text on government sites, the surest first."""

_PARAGRAPHS = frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "dl", "li",
))  # fmt: skip
_TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_TITLE = re.compile(r"(^|[-_ ])(\w*title|bt|biaoti|tit|headline|subject)($|[-_ ])", re.I)
_FOOT = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|网站地图|技术支持|(?:主办|承办)(?:单位)?[:：]|联系我们|Copyright|©|"
    r"今天是\d|地址[:：].{0,60}(?:电话|邮编)|建议使用|分辨率|浏览次数|打印本页|关闭窗口|当前位置|您的位置|上一篇|下一篇|字体[:：]|字号[:：]",
    re.I,
)
_MANY_LINKS = 10
_LABEL_LINE = 300
_MOST_LEFT = 0.1
_LEADING = 0.6
_CELL = 0.8


@dataclass(slots=True)
class _Weights:
    """Weights of the blocks of a page by ``mem_id``; ``own`` is what stands in a block directly."""

    titles: frozenset[str]
    whole: dict[int, int] = field(default_factory=dict)
    own: dict[int, int] = field(default_factory=dict)

    def of(self, node: LexborNode) -> int:
        return self.whole.get(node.mem_id, 0)


@dataclass(slots=True)
class _Run:
    """Words that stand side by side in one block, and how many of them are links."""

    words: list[str] = field(default_factory=list)
    linked: int = 0

    def weight(self, titles: frozenset[str], tag: str) -> int:
        text = compact("".join(self.words))
        if not text or text in titles or self.linked * 2 >= len(text) or _FOOT.search(text):
            return 0
        alone = tag in ("li", "td", "span") and len(text) <= 20
        if alone and isinstance(dates.read(text.strip("[]()（）")), dates.Written):
            return 0
        line = "".join(self.words)
        if len(text) <= _LABEL_LINE and (labels.inline(line) or labels.key_of(line)):
            return 0
        return len(text) - self.linked


def _passed(node: LexborNode) -> bool:
    tag = node.tag or ""
    return tag in SKIP or tag.startswith(("-", "_", "!")) or hidden(node) or is_frame(node)


def _gather(node: LexborNode, run: _Run, link: bool) -> None:
    """The words of an inline element."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            words = child.text_content or ""
            run.words.append(words)
            run.linked += len(compact(words)) * link
        elif not _passed(child):
            run.words.append("\x1f")
            _gather(child, run, link or child.tag == "a")
            run.words.append("\x1f")


def _has_blocks(node: LexborNode) -> bool:
    """Whether an element holds a block, however deep: it is no part of a line then."""
    return any(n.tag in BLOCK for n in node.css("*") if n.mem_id != node.mem_id)


def _weigh(node: LexborNode, weights: _Weights) -> int:
    """Weigh a block and all blocks in it."""
    own = total = 0
    run, after_label = _Run(), False
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            words = child.text_content or ""
            run.words.append(words)
        elif _passed(child):
            continue
        elif tag == "br" or tag in BLOCK or _has_blocks(child):
            own += run.weight(weights.titles, node.tag or "")
            run = _Run()
            if tag == "br":
                continue
            words = child.text() or ""
            short = len(compact(words)) <= _LABEL_LINE
            weight = 0 if after_label and short else _weigh(child, weights)
            weight = 0 if _is_title(child) else weight
            weights.whole[child.mem_id] = weight
            total += weight
            own += weight if tag in _PARAGRAPHS else 0
            after_label = len(compact(words)) <= 24 and bool(labels.key_of(words))
        else:
            run.words.append("\x1f")
            _gather(child, run, tag == "a")
            run.words.append("\x1f")
    direct = run.weight(weights.titles, node.tag or "")
    own += direct
    inside = sum(weights.of(c) for c in node.iter() if c.tag in _PARAGRAPHS)
    weights.own[node.mem_id] = own
    weights.whole[node.mem_id] = total + own - inside
    return weights.of(node)


def _is_title(node: LexborNode) -> bool:
    words = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    short = len(compact(node.text())) <= 120
    return short and (node.tag == "h1" or bool(_TITLE.search(words)))


def _cells(node: LexborNode) -> list[LexborNode]:
    """The blocks that a reader may go down into: of a table its cells, else its child blocks."""
    found: list[LexborNode] = []
    for child in node.iter():
        if child.tag in _TABLE and node.tag in _TABLE:
            found += _cells(child)
        elif not _passed(child) and child.tag not in _PARAGRAPHS:
            found.append(child)
    return found


def _next(node: LexborNode, weights: _Weights) -> LexborNode | None:
    """The block inside ``node`` that holds the text alone; None where ``node`` is its container."""
    blocks = [c for c in _cells(node) if weights.of(c)]
    best = max(blocks, key=weights.of, default=None)
    if best is None:
        return None
    weight, whole = weights.of(best), weights.of(node)
    top = node.tag == "body"
    if node.tag in _TABLE:
        return best if weight >= whole * _CELL else None
    if weights.own[node.mem_id] > (weight if top else whole * _MOST_LEFT):
        return None
    if not top and any(weights.of(c) for c in node.css("p") if _parent(c) == node.mem_id):
        return None
    line = not best.css_first("br") and not _has_blocks(best)
    fellows = whole - weight
    if line and fellows and not (top and weight >= whole * _LEADING):
        return None
    return best if weight >= whole * (0.5 if top else _LEADING) else None


def _parent(node: LexborNode) -> int:
    return node.parent.mem_id if node.parent is not None else 0


def _titles(page: LexborHTMLParser, tags: Mapping[str, str]) -> frozenset[str]:
    """Every writing of the title that the head of the page knows, whole and in its parts."""
    head = page.css_first("title")
    whole = head.text() if head is not None else ""
    words = [whole, tags.get("articletitle", ""), *re.split(r"[_|｜]|\s[-–—]+\s|-{1,2}", whole)]
    return frozenset(compact(w) for w in words) - {""}


def text_of(page: LexborHTMLParser, tags: Mapping[str, str]) -> LexborNode | None:
    """The element that holds the text; None where nothing on the page weighs anything."""
    for selector in _TEXTS:
        nodes = [n for n in page.css(selector) if n.text().strip()]
        if nodes:
            return max(nodes, key=lambda n: len(n.text()))
    body = page.body
    if body is None:
        return None
    weights = _Weights(_titles(page, tags))
    if not _weigh(body, weights):
        return None
    found = body
    while (inner := _next(found, weights)) is not None:
        found = inner
    while found.tag in _TABLE and found.parent is not None:
        found = found.parent  # a table of data: its rows are told only from outside of it
    return found


def is_apart(node: LexborNode) -> bool:
    """Whether a node of a page without any container is frame or footer, not text."""
    words = compact(node.text())
    return is_frame(node) or (len(words) <= _LABEL_LINE and bool(_FOOT.search(words)))


def is_list(page: LexborHTMLParser, tags: Mapping[str, str], text: LexborNode | None) -> bool:
    """Whether a page only lists other pages: no title in its tags, no text of its own, many links."""
    if "articletitle" in tags or any(page.css_first(s) for s in _TEXTS):
        return False
    node = text if text is not None else page.body
    links = [a for a in node.css("a") if not in_frame(a)] if node is not None else []
    linked = sum(len(compact(a.text())) for a in links)
    whole = len(compact(node.text())) if node is not None else 0
    return len(links) >= _MANY_LINKS and linked > whole * 0.6
