"""The parts of an old page: its meta tags, its address, its breadcrumb, its frame."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.importer.places import Places, compact
from plugins.importer.render import tidy

_CRUMBS = ("breadcrumb", "crumb", "position", "dqwz", "location", "weizhi")
_FRAME_TAGS = frozenset(("header", "footer", "nav", "aside"))
_FRAME_WORDS = re.compile(
    r"(^|[-_ ])(header|footer|foot|nav|menu|sidebar|relalinks|related|share\w*|copyright\w*|qrcode\w*)"
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
    words = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return (node.tag or "") in _FRAME_TAGS or bool(_FRAME_WORDS.search(words))


def in_frame(node: LexborNode) -> bool:
    """Whether a node lies in such a frame."""
    step: LexborNode | None = node
    while step is not None and step.tag not in ("body", "html", None):
        if is_frame(step):
            return True
        step = step.parent
    return False


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
