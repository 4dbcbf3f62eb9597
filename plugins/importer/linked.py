"""The files an old page offers: listed, linked in the text, behind an icon, or in a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.importer.found import Linked
from plugins.importer.places import Places
from plugins.importer.render import tidy

_TYPES = (
    "pdf|docx?|wps|xlsx?|et|pptx?|dps|ofd|rtf|txt|csv|rar|zip|7z|tar|gz|jpe?g|png|tiff?|mp3|mp4"
)
_FILE = re.compile(rf"\.(?:{_TYPES})(?=$|[?#&])", re.I)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|svg)(?=$|[?#])", re.I)
_IN_SCRIPT = re.compile(rf"""["']([^"'\s<>]+?\.(?:{_TYPES})(?:[?#][^"'\s<>]*)?)["']""", re.I)
_LIST = re.compile(
    r"attach|annex|appendix|fujian|(?:^|[_-])fj(?:$|[_-])|file_?(?:ul|list|xmb|down)|downfile|wjxz|xgfj",
    re.I,
)
_OBJECT = re.compile(r"\{[^{}]{0,800}\}|\[[^\[\]{}]{0,400}\]")
_NAMED = re.compile(
    r"""\w*(?:name|title|text|label|desc|mc)\w*["']?\s*:\s*["']([^"'\n]+)["']""", re.I
)
_KEYED = re.compile(
    rf"""\w*(?:url|href|src|path|link|addr)\w*["']?\s*:\s*["']([^"'\s<>]+?\.(?:{_TYPES})(?:[?#][^"'\s<>]*)?)["']""",
    re.I,
)
_HTML = re.compile(
    rf"""<a\b[^<>]*?href=\\?["']([^"'\s<>\\]+\.(?:{_TYPES}))\\?["'][^<>]*>(.{{0,300}}?)<\\?/a>""",
    re.I,
)
_STRING = re.compile(r"""["']([^"'\n]+)["']""")
_KIND_ONLY = re.compile(rf"(?:{_TYPES}|图标|附件|文件|下载|点击下载)", re.I)
"""Words for an image that name a kind of file, not a file."""
_LONGEST = 80
_ICON = re.compile(r"icon|fileTypeImages|sysimage", re.I)


def _usable(href: str) -> bool:
    return (
        bool(href)
        and "{{" not in href
        and not re.match(r"(javascript|mailto|tel|data):|#", href, re.I)
    )


def _base_name(url: str) -> str:
    return unquote(urlsplit(url).path.rsplit("/", 1)[-1])


def _address(node: LexborNode) -> str:
    """The file that a link opens: its href, or the address inside its script."""
    href = (node.attributes.get("href") or "").strip()
    if _usable(href):
        return href
    for attribute in (href, node.attributes.get("onclick") or ""):
        if found := _IN_SCRIPT.search(attribute):
            return found[1]
    return ""


def _name(node: LexborNode, url: str) -> str:
    """What the page calls a file: its words, else title or download, else the end of its address."""
    words = tidy(node.text())
    longer = [tidy(node.attributes.get(k) or "") for k in ("title", "download")]
    for other in longer:
        cut = re.sub(r"(\.{2,}|…+)$", "", words)
        if other and (not words or (cut != words and other.startswith(cut))):
            return other
    if words:
        return words
    for image in node.css("img"):
        alt = tidy(image.attributes.get("alt") or image.attributes.get("title") or "")
        if alt and not _ICON.search(alt) and not _KIND_ONLY.fullmatch(alt):
            return alt
    return _beside(node) or _base_name(url)


def _beside(node: LexborNode) -> str:
    """What stands beside an icon, in an entry of a list that has no other link."""
    entry = node.parent
    if entry is None or entry.tag != "li" or len(entry.css("a")) > 1:
        return ""
    words = tidy(entry.text())
    return words if len(words) <= _LONGEST else ""


def _inside(node: LexborNode, pattern: re.Pattern[str]) -> bool:
    step: LexborNode | None = node
    for _ in range(6):
        if step is None or step.tag == "body":
            return False
        names = f"{step.attributes.get('class') or ''} {step.attributes.get('id') or ''}"
        if any(pattern.search(word) for word in names.split()):
            return True
        step = step.parent
    return False


def _links(root: LexborNode, body: LexborNode | None) -> Iterator[tuple[str, str, str]]:
    """Name, address as written, and where: every link of the page that leads to a file."""
    in_body = {n.mem_id for n in body.css("a, img, embed, object, iframe")} if body else set()
    for node in root.css("a, img[onclick], embed, object, iframe"):
        if node.tag in ("embed", "object", "iframe"):
            source = node.attributes.get("src") or node.attributes.get("data") or ""
            shown = re.sub(r"^.*[?&]file=", "", unquote(source))
            if _usable(shown) and re.search(r"\.(pdf|ofd|docx?)(?=$|[?#])", shown, re.I):
                yield _base_name(shown), shown, "frame"
            continue
        href = _address(node)
        listed = _inside(node, _LIST)
        if not href or not (_FILE.search(href) or (listed and _FILE.search(_name(node, href)))):
            continue
        icon = not tidy(node.text())
        where = "icon" if icon else "list" if listed else "body-link"
        if listed or node.mem_id in in_body:
            yield _name(node, href), href, where


def _scripted(scripts: str) -> Iterator[tuple[str, str, str]]:
    """The same, from objects, arrays and bits of HTML in the scripts of a page."""
    for thing in _OBJECT.finditer(scripts):
        named, strings = _NAMED.search(thing[0]), _STRING.findall(thing[0])
        keyed = _KEYED.search(thing[0]) if named else None
        # Without a key to say so, a bare file name is the name of a file, not its address.
        href = keyed[1] if keyed else next((s for s in strings if "/" in s and _FILE.search(s)), "")
        words = [s for s in strings if s != href and "/" not in s]
        pair = thing[0].startswith("[") and len(strings) == 2 and words
        if href and (named or pair):
            yield (named[1] if named else words[0]), href, "script"
    for link in _HTML.finditer(scripts):
        yield tidy(re.sub(r"<[^>]*>", "", link[2])), link[1], "script"


def files(
    page: LexborHTMLParser, body: LexborNode | None, scripts: str, base: str, places: Places
) -> list[Linked]:
    """Every file that a page offers, each address once, in the order of the page."""
    found: dict[str, Linked] = {}
    root = page.root
    if root is None:
        return []
    for name, href, where in (*_links(root, body), *_scripted(scripts)):
        url = urljoin(base, href) if base else href
        same = found.get(url)
        if same is None:
            line = places.markup(href)
            found[url] = Linked(name, url, where, line, href)
        elif same.name == _base_name(same.url) and name:
            found[url] = Linked(name, url, same.where, same.line, href)
    return list(found.values())


def pictures(body: LexborNode) -> list[str]:
    """Addresses of the images in the text that show something; icons and rules are left out."""
    kept = []
    for image in body.css("img"):
        source = image.attributes.get("src") or ""
        size = [image.attributes.get(k) or "" for k in ("width", "height")]
        small = any(
            s.removesuffix("px").isdecimal() and int(s.removesuffix("px")) <= 20 for s in size
        )
        if source and not small and not _ICON.search(source) and "{{" not in source:
            kept.append(source)
    return kept
