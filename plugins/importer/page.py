"""An old page: metadata block, official meta tags, title, breadcrumb, text, files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.importer import body_says, labels, linked, theme_code
from plugins.importer.found import Origin, SiteFacts, Sheet
from plugins.importer.places import Places, compact
from plugins.importer.render import lines_of, tidy
from plugins.importer.said import is_organ
from plugins.importer.settle import compare_organs, empty_labels, means_nothing, settle, split_words
from plugins.importer.titles import parts, put_title
from plugins.records import dates

_BODIES = (
    ".article_content", ".article-content", "#UCAP-CONTENT", "#zoom", "#Zoom", ".pages_content",
    ".xxgk_content", ".TRS_Editor", ".trs_editor_view", ".Custom_UnionStyle", "#content_detail",
    ".content_text", ".news_content", ".article-body", ".detail-content", ".view_content",
    ".wzy_content", ".zwxl-content", "#article", "article", "[itemprop=articleBody]",
)  # fmt: skip
_TITLES = (".article_title", ".article-title", ".zwxl-title", ".news_title", ".detail-title", "#title", "h1", ".title")
_CRUMBS = "[class*=breadcrumb], [class*=crumb], [class*=position], [class*=dqwz], [class*=location], [id*=position], [id*=crumb]"
_ASIDE = re.compile(r"^(header|footer|nav|aside)$")
_ASIDE_CLASS = re.compile(r"(^|[-_ ])(header|footer|nav|menu|sidebar|relalinks|related|share\w*|copyright\w*|qrcode\w*)($|[-_ ])", re.I)
_ACCOUNTS = ("管理员", "系统管理员", "网站管理员", "超级管理员", "admin", "administrator")
_PLATFORM = ("首页", "网站首页", "本站首页", "首頁", "主页", "正文", "当前位置", "您的位置", "")
_IDENTITY = ("index_no", "issuer", "publisher")
_URL_DAY = re.compile(r"[/_]t?(20\d{2}|19\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])[_./]")


def metas(page: LexborHTMLParser) -> Mapping[str, str]:
    """The named meta tags of a page, names in lower case, the first of each name."""
    found: dict[str, str] = {}
    for node in page.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").strip().lower()
        content = tidy(node.attributes.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def body_of(page: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the text: one of the known containers, else the one with most text."""
    for selector in _BODIES:
        nodes = [n for n in page.css(selector) if n.text().strip()]
        if nodes:
            return max(nodes, key=lambda n: len(n.text()))
    weights: dict[int, tuple[int, LexborNode]] = {}
    for paragraph in page.css("p"):
        parent = paragraph.parent
        if parent is not None and not _aside(parent):
            size, _ = weights.get(parent.mem_id, (0, parent))
            weights[parent.mem_id] = (size + len(paragraph.text().strip()), parent)
    best = max(weights.values(), key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def _frame(node: LexborNode) -> bool:
    return bool(
        _ASIDE.match(node.tag or "") or _ASIDE_CLASS.search(node.attributes.get("class") or "")
    )


def _aside(node: LexborNode) -> bool:
    """Whether a node belongs to the frame around every page of a site."""
    step: LexborNode | None = node
    while step is not None and step.tag not in ("body", "html", None):
        if _frame(step):
            return True
        step = step.parent
    return False


def _crumbs(page: LexborHTMLParser) -> tuple[str, ...]:
    """The way to the page, home page included, the page itself not."""
    for node in page.css(_CRUMBS):
        names = [tidy(a.text()) or tidy(a.attributes.get("title") or "") for a in node.css("a")]
        names = [n for n in names if n]
        if names and (len(names) > 1 or names[0] in _PLATFORM):
            return tuple(dict.fromkeys(names))
    return ()


def columns(crumbs: tuple[str, ...]) -> tuple[str, ...]:
    """The columns in a breadcrumb: without the home page and the page itself."""
    return tuple(c for c in crumbs if compact(c).strip("：:>") not in _PLATFORM)


def _base(page: LexborHTMLParser, tags: Mapping[str, str]) -> str:
    """The address that the page had on its site, where it tells."""
    for link in page.css("link[rel=canonical], base[href]"):
        href = link.attributes.get("href") or ""
        if re.match(r"https?://", href):
            tags = {"url": href, **tags}
    for name in ("url", "og:url"):
        if re.match(r"https?://\S+$", tags.get(name, "")):
            return tags[name]
    return ""


def _scripts(page: LexborHTMLParser) -> str:
    return "\n".join(n.text() for n in page.css("script") if "src" not in n.attributes)


def _read_meta(sheet: Sheet, tags: Mapping[str, str], places: Places) -> None:
    """What 国办发〔2017〕47号 puts into meta tags, where no label has said it."""

    def line(name: str) -> int:
        return places.markup(f'content="{compact(tags.get(name, ""))}"')

    sheet.site = SiteFacts(tags.get("sitename", ""), tags.get("sitedomain", ""), tags.get("siteidcode", ""))
    if title := tags.get("articletitle"):
        put_title(sheet, title, Origin.META, line("articletitle"))
    if column := tags.get("columnname"):
        sheet.put("category", column, column, Origin.META, line("columnname"))
    author = tags.get("author", "")
    if author and author not in _ACCOUNTS:
        sheet.put("author", author, author, Origin.META, line("author"))
    if source := tags.get("contentsource"):
        if not means_nothing(source):
            sheet.put("source", source, source, Origin.META, line("contentsource"))
    published = tags.get("pubdate", "")
    read = dates.read(published) if published else dates.Problem.UNREADABLE
    if isinstance(read, dates.Written):
        if read.time:
            if "recorded_at" not in sheet.values:
                sheet.put("recorded_at", published, published, Origin.META, line("pubdate"))
                if "publish_date" not in sheet.values:
                    sheet.note("import-shown-time", line("pubdate"), "publish_date", published)
        else:
            sheet.put("publish_date", read.day.isoformat(), published, Origin.META, line("pubdate"))


def _read_keywords(sheet: Sheet, tags: Mapping[str, str], places: Places) -> None:
    """Keywords from their tag, else from a description that is only a list of words."""
    repeats = {compact(w) for w in (sheet.get("category"), sheet.get("title"), sheet.site.name) if w}
    repeats |= {compact(c) for c in sheet.breadcrumb}
    for name, inferred in (("keywords", False), ("desctiption", True), ("description", True)):
        raw = tags.get(name, "")
        if not raw or "keywords" in sheet.values:
            continue
        line = places.markup(f'content="{compact(raw)}"')
        words = split_words(raw)
        kept = tuple(dict.fromkeys(w for w in words if compact(w) not in repeats))
        listed = len(words) > 1 and all(len(w) <= 12 and not re.search(r"[。！？《》]", w) for w in words)
        if compact(raw) in repeats or not kept:
            sheet.note("import-keywords-repeat", line, "keywords", raw)
        elif not inferred or (listed and len(words) <= 8):
            sheet.put("keywords", kept, raw, Origin.META, line)
            if inferred:
                sheet.note("import-keywords-inferred", line, "keywords", "、".join(kept))
        elif raw.endswith("。") and "summary" not in sheet.values:
            sheet.put("summary", raw, raw, Origin.META, line)


def _read_title(sheet: Sheet, page: LexborHTMLParser, places: Places) -> None:
    """The title that the page shows, then the <title> of its head."""
    for selector in _TITLES:
        for node in page.css(selector):
            words = tidy(node.text())
            if 4 <= len(words) <= 200 and not _aside(node):
                put_title(sheet, words, Origin.TITLE, places.line(words))
    node = page.css_first("title")
    pieces = parts(node.text()) if node is not None else []
    frame = {compact(w) for w in (sheet.site.name, *sheet.breadcrumb, sheet.get("category")) if w}
    own = [p for p in pieces if compact(p) not in frame]
    if own and "title" not in sheet.values:
        put_title(sheet, max(own, key=len), Origin.TITLE, places.line(own[0]))
    elif pieces and not own:
        sheet.note("import-title-is-column", places.line(pieces[0]), "title", pieces[0])


def _read_source(sheet: Sheet, tags: Mapping[str, str]) -> None:
    """Whether the source is only the name of the site, put there because none was given."""
    found = sheet.values.get("source")
    if found is None:
        return
    source = sheet.get("source")
    if compact(source) == compact(sheet.site.name) and not tags.get("contentsource"):
        sheet.source_is_fallback = True
        sheet.note("import-source-fallback", found.line, "source", source)
    elif not is_organ(source):
        sheet.note("import-source-not-body", found.line, "source", source)


def _read_url_day(sheet: Sheet) -> None:
    """Report an address whose day is not the day that the page shows."""
    found = _URL_DAY.search(sheet.url)
    shown = dates.read(sheet.get("publish_date") or sheet.get("recorded_at") or "")
    if found and isinstance(shown, dates.Written):
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return
        if days := abs((day - shown.day).days):
            sheet.note("import-url-date", 1, "publish_date", str(days))


def _read_labels(sheet: Sheet, page: LexborHTMLParser, body: LexborNode | None, places: Places) -> None:
    """The metadata block; the text itself is asked only where there is no block outside of it."""
    root = page.body
    if root is None:
        return
    inner = body.mem_id if body is not None else 0
    outside = lines_of(root, split=True, leave=lambda n: n.mem_id == inner or _frame(n))
    pairs = [p for p in labels.read_block(outside) if p.key]
    settle(sheet, pairs, places)
    if body is not None and not any(p.key in _IDENTITY for p in pairs):
        inside = [p for p in labels.read_block(lines_of(body, split=True)) if p.key]
        if len({p.key for p in inside[:12]}) >= 3:
            settle(sheet, inside, places)


def _start(body: LexborNode | None, places: Places) -> int:
    """The line on which the element of the text begins."""
    if body is None:
        return 1
    opening = re.match(r"<[^>]*>", body.html or "")
    return places.markup(opening[0] if opening else "")


def _theme_place(page: LexborHTMLParser) -> str:
    """The id of the empty element that stands beside the label of the theme."""
    for node in page.css("[id]"):
        parent = node.parent
        if parent is not None and labels.key_of(re.split(r"[：:]", parent.text())[0]) == "theme":
            return node.attributes.get("id") or ""
        before = parent.prev if parent is not None else None
        if before is not None and labels.key_of((before.text() or "")) == "theme":
            return node.attributes.get("id") or ""
    return ""


def read(sheet: Sheet, source: str) -> None:
    """Fill ``sheet`` from the text of an HTML file."""
    page, places = LexborHTMLParser(source), Places(source)
    tags, body = metas(page), body_of(page)
    sheet.url, sheet.breadcrumb = _base(page, tags), _crumbs(page)
    _read_labels(sheet, page, body, places)
    compare_organs(sheet)
    if raw := sheet.values.pop("title", None):
        put_title(sheet, raw.raw, raw.origin, raw.line)
    _read_meta(sheet, tags, places)
    if trail := columns(sheet.breadcrumb):
        sheet.put("category", trail[-1], trail[-1], Origin.TITLE, places.line(trail[-1]))
    _read_title(sheet, page, places)
    _read_keywords(sheet, tags, places)
    _read_source(sheet, tags)
    scripts = _scripts(page)
    theme_code.fill(sheet, scripts, _theme_place(page), places)
    sheet.attachments = linked.files(page, body, scripts, sheet.url, places)
    if body is not None:
        rendered = lines_of(body)
        sheet.text = "\n".join(rendered.done)
        if rendered.pipes:
            sheet.note("import-pipe")
        _notes_on_markup(sheet, body, places)
    body_says.read(sheet, sheet.text.split("\n"), places, _start(body, places))
    empty_labels(sheet)
    _read_url_day(sheet)


def _notes_on_markup(sheet: Sheet, body: LexborNode, places: Places) -> None:
    """Report what plain text cannot keep: small print above or below the line, images, headings."""
    small = [tidy(n.parent.text()) for n in body.css("sub, sup") if n.parent is not None]
    if small:
        sheet.note("import-markup", places.line(small[0]), value=small[0][:40])
    for source in linked.pictures(body):
        sheet.note("import-image", places.markup(source), value=source)
    for node in body.css("h1, h2, h3, h4, h5, h6"):
        words = tidy(node.text())
        if len(words) > 40 or words.endswith("。"):
            sheet.note("import-heading", places.line(words), value=words[:20])
