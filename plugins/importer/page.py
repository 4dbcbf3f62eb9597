"""An old page: metadata block, official meta tags, title, text, files; in this order of trust."""

from __future__ import annotations

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.importer import body_says, container, labels, linked, meta, structure, theme_code
from plugins.importer.found import Origin, Sheet
from plugins.importer.grammar import shape
from plugins.importer.places import Places, compact
from plugins.importer.render import Lines, lines_of, tidy
from plugins.importer.settle import compare_organs, empty_labels, settle
from plugins.importer.titles import parts, put_title
from plugins.records import dates

_TITLES = (
    ".article_title", ".article-title", ".zwxl-title", ".news_title", ".detail-title", "#title",
    "h1", ".title",
)  # fmt: skip
_IDENTITY = ("index_no", "issuer", "publisher")
_FEWEST = 3
_HEAD = 5
_URL_DAY = re.compile(r"[/_]t?((?:20|19)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])[_./]")


def read(sheet: Sheet, source: str) -> None:
    """Fill ``sheet`` from the text of an HTML file."""
    page, places = LexborHTMLParser(source), Places(source)
    tags = structure.metas(page)
    text = container.text_of(page, tags)
    if container.is_list(page, tags, text):
        sheet.refuse("import-list-page")
        return
    sheet.url, sheet.breadcrumb = structure.address(page, tags), structure.breadcrumb(page)
    _read_labels(sheet, page, text, places)
    meta.read(sheet, tags, places)
    if way := structure.columns(sheet.breadcrumb):
        sheet.put("category", way[-1], way[-1], Origin.TITLE, places.line(way[-1]))
    _read_title(sheet, page, places)
    meta.read_keywords(sheet, tags, places)
    meta.check_source(sheet, tags)
    scripts = structure.scripts(page)
    theme_code.fill(sheet, scripts, _theme_place(page), places)
    sheet.attachments = linked.files(page, text, scripts, sheet.url, places)
    if text is not None:
        _read_text(sheet, text, places)
    empty_labels(sheet)
    if not any(label.key in _IDENTITY for label in sheet.labels):
        sheet.note("import-no-block")
    _check_url_day(sheet)
    _check_number_year(sheet)


def _read_labels(
    sheet: Sheet, page: LexborHTMLParser, text: LexborNode | None, places: Places
) -> None:
    """The metadata block; the text itself is asked only where there is no block outside of it."""
    if page.body is None:
        return
    inner = text.mem_id if text is not None else 0
    outside = lines_of(
        page.body, split=True, leave=lambda n: n.mem_id == inner or structure.is_frame(n)
    )
    pairs = [p for p in labels.read_block(outside) if p.key]
    settle(sheet, pairs, places)
    if text is not None and not any(p.key in _IDENTITY for p in pairs):
        lines = lines_of(text, split=True)
        inside = [p for p in labels.read_block(lines) if p.key]
        head = [p for p in labels.read_block(Lines(done=lines.done[:_HEAD])) if p.key and p.value]
        if len({p.key for p in inside[:12]}) >= _FEWEST:
            settle(sheet, inside, places)
        elif len({p.key for p in head}) > 1:
            settle(sheet, head, places)
    compare_organs(sheet)
    if found := sheet.values.pop("title", None):
        put_title(sheet, found.raw, found.origin, found.line)


def _read_title(sheet: Sheet, page: LexborHTMLParser, places: Places) -> None:
    """The title that the page shows, then the <title> of its head."""
    for selector in _TITLES:
        for node in page.css(selector):
            words = tidy(node.text())
            if 4 <= len(words) <= 200 and not structure.in_frame(node):
                put_title(sheet, words, Origin.TITLE, places.line(words))
    head = page.css_first("title")
    pieces = parts(head.text()) if head is not None else []
    frame = {sheet.site.name, *sheet.breadcrumb, sheet.get("category")}
    own = [p for p in pieces if compact(p) not in {compact(f) for f in frame}]
    if own and "title" not in sheet.values:
        put_title(sheet, max(own, key=len), Origin.TITLE, places.line(own[0]))
    elif pieces and not own:
        line = places.line(pieces[0], places.markup("<title"))
        sheet.note("import-title-is-column", line, "title", pieces[0])


def _read_text(sheet: Sheet, text: LexborNode, places: Places) -> None:
    """The text, and what it says that no label says."""
    bare = text.tag == "body"
    rendered = lines_of(text, leave=container.is_apart if bare else lambda node: False)
    sheet.text = "\n".join(rendered.done)
    if rendered.pipes:
        sheet.note("import-pipe")
    _note_markup(sheet, text, places)
    body_says.read(sheet, rendered.done, places, structure.start_of(text, places))


def _note_markup(sheet: Sheet, text: LexborNode, places: Places) -> None:
    """Report what plain text cannot keep: small print above or below the line, images, headings."""
    small = [tidy(n.parent.text()) for n in text.css("sub, sup") if n.parent is not None]
    if small:
        sheet.note("import-markup", places.line(small[0]), value=small[0][:40])
    for source in linked.pictures(text):
        sheet.note("import-image", places.markup(source), value=source)
    for node in text.css("h1, h2, h3, h4, h5, h6"):
        words = tidy(node.text())
        if len(words) > 40 or words.endswith("。"):
            sheet.note("import-heading", places.line(words), value=words[:20])


def _theme_place(page: LexborHTMLParser) -> str:
    """The id of the element beside the label of the theme, which a script may fill."""
    for node in page.css("[id]"):
        parent = node.parent
        before = parent.prev if parent is not None else None
        beside = (parent.text() if parent is not None else "", before.text() if before else "")
        if any(labels.key_of(re.split(r"[：:]", words)[0]) == "theme" for words in beside):
            return node.attributes.get("id") or ""
    return ""


def _check_url_day(sheet: Sheet) -> None:
    """Report an address whose day is not the day that the page shows."""
    found = _URL_DAY.search(sheet.url)
    shown = dates.read(sheet.get("publish_date") or sheet.get("recorded_at"))
    if not found or not isinstance(shown, dates.Written):
        return
    try:
        days = abs((date(int(found[1]), int(found[2]), int(found[3])) - shown.day).days)
    except ValueError:
        return
    if days:
        sheet.note("import-url-date", 1, "publish_date", str(days))


def _check_number_year(sheet: Sheet) -> None:
    """Report a number that was given in another year than the document was signed in."""
    year, written = shape(sheet.get("index_no")).year, sheet.get("written_date")[:4]
    if year and written and year != written:
        line = sheet.values["index_no"].line
        sheet.note("import-number-year", line, "index_no", f"{year}、{written}")
