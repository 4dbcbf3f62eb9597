"""The official meta tags of 国办发〔2017〕47号, asked where no label has spoken."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.importer.found import Origin, Sheet, SiteFacts
from plugins.importer.places import Places, compact
from plugins.importer.said import is_organ
from plugins.importer.settle import means_nothing, midnight, split_words
from plugins.importer.titles import put_title
from plugins.records import dates

_ACCOUNTS = ("管理员", "系统管理员", "网站管理员", "超级管理员", "admin", "administrator")
"""Authors that are no person and no office but a login of the old system."""

_KEYWORDS = (("keywords", False), ("desctiption", True), ("description", True))
"""Tags that hold keywords; ``desctiption`` (sic) and its right writing hold them by mistake."""

_MOST = 8


def _line(tags: Mapping[str, str], name: str, places: Places) -> int:
    return places.markup(f'"{name}"content="{compact(tags.get(name, ""))}"')


def read(sheet: Sheet, tags: Mapping[str, str], places: Places) -> None:
    """Site, title, column, author, source and time of a page."""
    sheet.site = SiteFacts(
        tags.get("sitename", ""), tags.get("sitedomain", ""), tags.get("siteidcode", "")
    )
    if title := tags.get("articletitle"):
        put_title(sheet, title, Origin.META, _line(tags, "articletitle", places))
    for key, name in (
        ("category", "columnname"),
        ("author", "author"),
        ("source", "contentsource"),
    ):
        value = tags.get(name, "")
        if value not in _ACCOUNTS and not means_nothing(value):
            sheet.put(key, value, value, Origin.META, _line(tags, name, places))
    _read_time(sheet, tags, places)


def _read_time(sheet: Sheet, tags: Mapping[str, str], places: Places) -> None:
    """PubDate: a day is the day of publication; a minute is when the old system recorded it.

    Midnight is a day: it is what programs write where no time was given.
    """
    raw = tags.get("pubdate", "")
    shown = dates.read(raw)
    if not isinstance(shown, dates.Written):
        return
    line = _line(tags, "pubdate", places)
    if midnight(shown):
        sheet.put("publish_date", shown.day.isoformat(), raw, Origin.META, line)
    elif sheet.put("recorded_at", raw, raw, Origin.META, line) and not sheet.get("publish_date"):
        sheet.note("import-shown-time", line, "publish_date", raw)


def read_keywords(sheet: Sheet, tags: Mapping[str, str], places: Places) -> None:
    """Keywords from their tag, else from a description that is only a list of words.

    Words that repeat the column, the title or the site are none.
    """
    frame = (sheet.get("category"), sheet.get("title"), sheet.site.name, *sheet.breadcrumb)
    repeats = {compact(w) for w in frame if w}
    for name, inferred in _KEYWORDS:
        raw = tags.get(name, "")
        if not raw or "keywords" in sheet.values:
            continue
        line, words = _line(tags, name, places), split_words(raw)
        kept = tuple(dict.fromkeys(w for w in words if compact(w) not in repeats))
        if compact(raw) in repeats or not kept:
            sheet.note("import-keywords-repeat", line, "keywords", raw)
        elif not inferred or _is_list(words):
            sheet.put("keywords", kept, raw, Origin.META, line)
            if inferred:
                sheet.note("import-keywords-inferred", line, "keywords", "、".join(kept))
        elif raw.endswith("。"):
            sheet.put("summary", raw, raw, Origin.META, line)


def _is_list(words: tuple[str, ...]) -> bool:
    """Whether words of a description are keywords, not a sentence cut at its commas."""
    short = all(len(w) <= 12 and not re.search(r"[。！？《》]", w) for w in words)
    return short and 1 < len(words) <= _MOST


def check_source(sheet: Sheet, tags: Mapping[str, str]) -> None:
    """Report a source that is only the name of the site, put there because none was given."""
    found = sheet.values.get("source")
    if found is None:
        return
    source = sheet.get("source")
    if compact(source) == compact(sheet.site.name) and not tags.get("contentsource"):
        sheet.source_is_fallback = True
        sheet.note("import-source-fallback", found.line, "source", source)
    elif not is_organ(source):
        sheet.note("import-source-not-body", found.line, "source", source)
