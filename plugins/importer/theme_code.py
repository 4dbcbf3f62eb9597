"""Themes that a page leaves to its script: a code, a table of codes, and the place it fills."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.importer.found import Origin, Sheet
from plugins.importer.places import Places, compact
from plugins.importer.settle import means_nothing

_QUOTED = r"""["']([^"'\n]*)["']"""
_CODE = r"""["']?(?:value|code|id|key|dm)["']?\s*:\s*["']?([0-9A-Za-z]+)["']?"""
_NAME = rf"""["']?(?:name|label|text|title|mc)["']?\s*:\s*{_QUOTED}"""
_ROW = re.compile(rf"\{{\s*(?:{_CODE}\s*,\s*{_NAME}|{_NAME}\s*,\s*{_CODE})[^{{}}]*\}}")
_PLAIN = re.compile(rf"""["']([0-9]{{2,6}})["']\s*:\s*{_QUOTED}""")
_COMPARED = re.compile(
    r"""(?:value|code|id|key|dm)["'\]]*\s*===?\s*(?P<right>["']?\w+["']?)"""
    r"""|(?P<left>["']\w+["'])\s*===?\s*[\w.\[\]]+\.(?:value|code|id|key|dm)"""
    r"""|\w+\s*\[\s*(?P<index>["']?\w+["']?)\s*\]"""
)


def table(scripts: str) -> Mapping[str, str]:
    """Every code that the scripts of a page name, with its name."""
    found: dict[str, str] = {}
    for row in _ROW.finditer(scripts):
        code, name = row[1] or row[4], row[2] if row[2] is not None else row[3]
        found.setdefault(code, name)
    for row in _PLAIN.finditer(scripts):
        found.setdefault(row[1], row[2])
    return found


def _literal(word: str, scripts: str) -> str:
    """The text of a quoted word, or what the variable of that name was set to."""
    if word[:1] in "\"'":
        return word.strip("\"'")
    assigned = re.search(rf"\b{re.escape(word)}\s*=\s*{_QUOTED}", scripts)
    return assigned[1] if assigned else ""


def _asked(scripts: str, place: str, codes: Mapping[str, str]) -> str:
    """The code whose name a script writes into the element with id ``place``."""
    target = re.compile(rf"""["']#?{re.escape(place)}["']""")
    for use in target.finditer(scripts):
        before = scripts[max(0, use.start() - 600) : use.end() + 300]
        words = [m["right"] or m["left"] or m["index"] for m in _COMPARED.finditer(before)]
        found = [c for c in (_literal(w, scripts) for w in reversed(words) if w) if c in codes]
        if found:
            return found[0]
    return ""


def fill(sheet: Sheet, scripts: str, place: str, places: Places) -> None:
    """Write the theme that a script would have shown at ``place`` (an id), or report its code."""
    codes = table(scripts)
    shown = sheet.get("theme")
    code = compact(shown) if re.fullmatch(r"\d{2,6}", compact(shown)) else ""
    if shown and not code:
        return
    code = code or (_asked(scripts, place, codes) if place else "")
    if not code:
        return
    line = places.markup(f'=="{code}"')
    sheet.theme_code = code
    name = codes.get(code, "")
    if shown:
        del sheet.values["theme"]
    if not name:
        sheet.note("import-theme-code", line, "theme", code)
    elif means_nothing(name):
        sheet.note("import-no-meaning", line, "theme", name)
    elif sheet.put("theme", name, code, Origin.SCRIPT, line):
        sheet.note("import-theme-script", line, "theme", code)
