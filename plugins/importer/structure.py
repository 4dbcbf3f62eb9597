"""The parts of an old page: its meta tags, its address, its breadcrumb, and where its text is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.importer.places import Places, compact
from plugins.importer.render import tidy

_TEXTS = (
    ".article_content", ".article-content", "#UCAP-CONTENT", "#zoom", "#Zoom", ".pages_content",
    ".xxgk_content", ".TRS_Editor", ".trs_editor_view", ".Custom_UnionStyle", "#content_detail",
    ".content_text", ".news_content", ".article-body", ".detail-content", ".view_content",
    ".wzy_content", ".zwxl-content", "#article", "article", "[itemprop=articleBody]",
)  # fmt: skip
"""Containers of the text on government sites, the surest first."""

_MANY_LINKS = 10
_CRUMBS = ("breadcrumb", "crumb", "position", "dqwz", "location", "weizhi")
_FRAME_TAGS = frozenset(("header", "footer", "nav", "aside"))
_FRAME_WORDS = re.compile(
    r"(^|[-_ ])(header|footer|nav|menu|sidebar|relalinks|related|share\w*|copyright\w*|qrcode\w*)"
    r"($|[-_ ])",
    re.I,
)
_OWN = ("首页", "网站首页", "本站首页", "首頁", "主页", "正文", "当前位置", "您的位置", "")
"""Steps of a breadcrumb that are no column: the home page and the page itself."""


def metas(page: LexborHTMLParser) -> Mapping[str, str]:
    """The named meta tags of a page, names in lower case, the first of each name."""
    found: dict[str, str] = {}
    for node in page.css("meta"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        content = tidy(node.attributes.get("content") or "")
        if name.strip() and content:
            found.setdefault(name.strip().lower(), content)
    return found


def address(page: LexborHTMLParser, tags: Mapping[str, str]) -> str:
    """The address that the page had on its site, where it tells; else the empty string."""
    links = [n.attributes.get("href") or "" for n in page.css("link[rel=canonical], base[href]")]
    candidates = (tags.get("url", ""), tags.get("og:url", ""), *links)
    return next((c for c in candidates if re.fullmatch(r"https?://\S+", c)), "")


def is_frame(node: LexborNode) -> bool:
    """Whether a node is the frame that a site draws around every page."""
    words = node.attributes.get("class") or ""
    return (node.tag or "") in _FRAME_TAGS or bool(_FRAME_WORDS.search(words))


def in_frame(node: LexborNode) -> bool:
    """Whether a node lies in such a frame."""
    step: LexborNode | None = node
    while step is not None and step.tag not in ("body", "html", None):
        if is_frame(step):
            return True
        step = step.parent
    return False


def text_of(page: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the text: a known container, else the one with most paragraphs."""
    for selector in _TEXTS:
        nodes = [n for n in page.css(selector) if n.text().strip()]
        if nodes:
            return max(nodes, key=lambda n: len(n.text()))
    weights: dict[int, tuple[int, LexborNode]] = {}
    for paragraph in page.css("p"):
        parent = paragraph.parent
        if parent is not None and not in_frame(parent):
            size, _ = weights.get(parent.mem_id, (0, parent))
            weights[parent.mem_id] = (size + len(paragraph.text().strip()), parent)
    best = max(weights.values(), key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def is_list(page: LexborHTMLParser, tags: Mapping[str, str], text: LexborNode | None) -> bool:
    """Whether a page only lists other pages: no title in its tags, no text of its own, many links."""
    if text is None or "articletitle" in tags or any(page.css_first(s) for s in _TEXTS):
        return False
    links = text.css("a")
    linked = sum(len(compact(a.text())) for a in links)
    return len(links) >= _MANY_LINKS and linked > len(compact(text.text())) * 0.6


def start_of(text: LexborNode | None, places: Places) -> int:
    """The line on which the element of the text begins."""
    opening = re.match(r"<[^>]*>", text.html or "") if text is not None else None
    return places.markup(opening[0]) if opening else 1


def breadcrumb(page: LexborHTMLParser) -> tuple[str, ...]:
    """The way to the page, home page included, the page itself not."""
    for word in _CRUMBS:
        for node in page.css(f"[class*={word}], [id*={word}]"):
            names = [tidy(a.text() or a.attributes.get("title") or "") for a in node.css("a")]
            names = [n for n in names if n]
            if names and (len(names) > 1 or names[0] in _OWN):
                return tuple(dict.fromkeys(names))
    return ()


def columns(crumbs: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of a breadcrumb."""
    return tuple(c for c in crumbs if compact(c).strip("：:>") not in _OWN)


def scripts(page: LexborHTMLParser) -> str:
    """The text of all scripts that stand in the page itself."""
    return "\n".join(n.text() for n in page.css("script") if "src" not in n.attributes)
