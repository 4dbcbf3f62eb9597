"""Reading ``registry/site.toml``: the identity of the site, its addresses, its index numbers."""

from __future__ import annotations

import dataclasses
import re
from typing import Any
from urllib.parse import urlsplit

from plugins.records.registry import Site
from plugins.records.sheet import Sheet, build

_KEYS = {"PUBLIC_URL": "public_url", "REVIEW": "review"}
_NUMBER_KEYS = ("grammar", "format", "former")
_URL = re.compile(r"""https?://[^\s"'<>`\\]+""")
_MAILTO = re.compile(r"""mailto:[^\s"'<>`\\@]+@[^\s"'<>`\\@]+""")
_LONGEST = 200
_LONGEST_MONTH = 31
_PARTS = ("prefix", "year", "serial")
_FORMAT = re.compile(
    r"(?:[^{}]|\{prefix\}|\{(?:year|serial|month|day)(?::(?:0?[0-9]{1,2})?d?)?\})*"
)
_NUMERIC = re.compile(r"\(\?P<(?:year|serial)>([^()]*)(.)")
_DIGITS = re.compile(
    r"(?:(?:\[[0-9]-[0-9]\]|\\d|[0-9])(?:\{[0-9]{1,2}(?:,[0-9]{0,2})?\}|[+*?])?|\|)*"
)


def is_url(address: str) -> bool:
    """Whether ``address`` is a plain http or https URL with a host, fit to be put into a page."""
    if not _URL.fullmatch(address) or ".." in address:
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def repeats_in_repeats(pattern: str) -> bool:
    """Whether a repeated group holds a repetition or a choice, as in ``(a+)+``: it may run forever."""
    bare = re.sub(r"\\.", "x", pattern, flags=re.DOTALL)
    bare = re.sub(r"\[\^?\]?[^\]]*\]", "x", bare)
    bare = re.sub(r"\(\?(?:P<\w*>|[:=!]|<[=!])?", "(", bare)
    holds = [False]
    for at, char in enumerate(bare):
        if char == "(":
            holds.append(False)
        elif char == ")" and len(holds) > 1:
            inner = holds.pop()
            if inner and bare[at + 1 : at + 2] in ("+", "*", "{"):
                return True
            holds[-1] |= inner
        elif char in "+*?|" or re.match(r"\{\d*,", bare[at:]):
            holds[-1] = True
    return False


def _wrong(pattern: str) -> str:
    """Why a grammar of index numbers cannot be used; empty where it can."""
    if len(pattern) > _LONGEST:
        return f"超过{_LONGEST}个字符"
    if repeats_in_repeats(pattern):
        return "重复的括号里面还有重复"
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    if any(end != ")" or not _DIGITS.fullmatch(g) for g, end in _NUMERIC.findall(pattern)):
        return "year 和 serial 里只能是数字"
    return ""


def _grammar(sheet: Sheet, pattern: str, needed: tuple[str, ...]) -> re.Pattern[str] | None:
    """The grammar; one that only lacks a named group is a fault too, but reads its numbers."""
    if wrong := _wrong(pattern):
        sheet.fault("bad-grammar", pattern, wrong)
        return None
    grammar = re.compile(pattern)
    if absent := [name for name in needed if name not in grammar.groupindex]:
        missing = "、".join(f"(?P<{name}>…)" for name in absent)
        sheet.fault("bad-grammar", pattern, f"没有{missing}")
    return grammar


def _numbered(sheet: Sheet, site: Site, number: object) -> Site:
    """``site`` with what ``[index_number]`` says, as far as it is right."""
    if not isinstance(number, dict):
        sheet.fault("registry-wrong-type", "index_number", "table")
        return site
    for key in number:
        if key not in _NUMBER_KEYS:
            sheet.fault("registry-unknown-key", key, "、".join(_NUMBER_KEYS))
    grammar, form = number.get("grammar"), number.get("format", site.number_format)
    if isinstance(grammar, str):
        found = _grammar(sheet, grammar, _PARTS)
        site = dataclasses.replace(site, grammar=found or site.grammar)
    elif grammar is not None:
        sheet.fault("registry-wrong-type", "grammar", "str")
    if not isinstance(form, str):
        sheet.fault("registry-wrong-type", "format", "str")
    elif not _FORMAT.fullmatch(form):
        sheet.fault("bad-format", form)
    else:
        if "{serial" not in form:  # no number is given by it: numbering refuses
            sheet.fault("bad-format", form)
        site = dataclasses.replace(site, number_format=form)
    former = number.get("former", [])
    if not isinstance(former, list) or not all(isinstance(p, str) for p in former):
        sheet.fault("registry-wrong-type", "former", "tuple[str, ...]")
        return site
    patterns = tuple(g for p in former if (g := _grammar(sheet, p, ())))
    return dataclasses.replace(site, former_grammars=patterns)


def _counted(sheet: Sheet, site: Site) -> dict[str, Any]:
    """What stands in the place of numbers that cannot be."""
    good: dict[str, Any] = {}
    for size in ("page_size", "old_after"):
        if getattr(site, size) < 1:
            sheet.fault("registry-bad-size", size, str(getattr(site, size)))
            good[size] = Site.__dataclass_fields__[size].default
    if odd := [day for day in site.submission_days if not 1 <= day <= _LONGEST_MONTH]:
        sheet.fault("registry-bad-day", "submission_days", str(odd[0]))
        good["submission_days"] = ()
    return good


def read_site(sheet: Sheet) -> Site:
    """The site; what is wrong is a fault, and the default stands in its place."""
    row: dict[str, Any] = dict(sheet.table)
    number = row.pop("index_number", {})
    if "number_format" in row:  # it stands in [index_number], as ``format``
        sheet.fault("registry-unknown-key", "number_format", "[index_number] format")
        del row["number_format"]
    named = row.get("name", "")
    if sheet.readable and isinstance(named, str) and not named.strip():
        sheet.fault("registry-missing", sheet.path.rpartition("/")[2], "name")
    if not isinstance(named, str):
        sheet.fault("registry-wrong-type", "name", "str")
        named = ""
    row["name"] = named
    for written in _KEYS:
        if written in row and not isinstance(row[written], str):
            sheet.fault("registry-wrong-type", written, "str")
            del row[written]
    site = build(sheet, Site, {_KEYS.get(k, k): v for k, v in row.items()}) or Site(name="")
    good: dict[str, Any] = {}
    if site.public_url and not is_url(site.public_url):
        sheet.fault("registry-bad-url", site.public_url, "https://")
        good["public_url"] = ""
    report = site.report_error_url
    if report and not is_url(report) and not _MAILTO.fullmatch(report):
        sheet.fault("registry-bad-url", report, "https:// 或 mailto:")
        good["report_error_url"] = ""
    good |= _counted(sheet, site)
    return _numbered(sheet, dataclasses.replace(site, **good), number)
