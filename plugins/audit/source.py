"""The items of CONTENT as the audit reads them: what must be public on a day, and under what name."""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from plugins.audit.front import day_of, folded, split

DRAFT, PUBLIC, SCHEDULED, WITHHELD = "draft", "public", "scheduled", "withheld"
EXPIRED = "expired"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """One item as its file has it, but for its text.

    ``state`` is public, draft, withheld, scheduled or expired, ``due`` the day (ISO) on which a
    scheduled item becomes public, or a public one is so no longer, ``month`` that in which it was
    made (``2021-01`` or ``unknown``), ``files`` the names that lie in its folder, ``named`` those of
    them that stand in the file.
    """

    path: str
    body: str
    number: str
    title: str
    state: str
    literal: bool
    address: str
    sha256: str
    due: str = ""
    month: str = UNKNOWN
    files: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


_BEFORE, _BEHIND = r"\s:：/(（\"'、，；;,", r"\s)）\"'、，；;,#"

Found = Mapping[str, tuple[str, ...]]
"""Paths of items below CONTENT, each with the names of the files in the item's own folder."""


def walk(content: str) -> Found:
    """Every ``items/<body>/<year>/<serial>.md`` of CONTENT, in the order of paths."""
    found: dict[str, tuple[str, ...]] = {}
    for body in _folders(content, "items"):
        for year in _folders(content, body):
            with os.scandir(os.path.join(content, year)) as entries:
                every = list(entries)
            folders = {e.name for e in every if e.is_dir(follow_symlinks=False)}
            for name in sorted(e.name for e in every if e.name.endswith(".md")):
                if name not in folders:
                    serial = name.removesuffix(".md")
                    own = _own(content, f"{year}/{serial}") if serial in folders else ()
                    found[f"{year}/{name}"] = own
    return found


class Ways(NamedTuple):
    """What the site says of its items: whether it keeps imported ones without a number, and whether
    penalties are public until 公示截止 only."""

    unnumbered: bool
    decisions_end: bool


def ways(content: str) -> Ways:
    """What ``site.toml`` says."""
    site = Path(content, "registry", "site.toml")
    said = tomllib.loads(site.read_text(encoding="utf-8")) if site.is_file() else {}
    return Ways(bool(said.get("keep_unnumbered")), bool(said.get("expire_decisions")))


def read(
    content: str, found: Iterable[tuple[str, tuple[str, ...]]], keep: Ways, day: date
) -> list[Source]:
    """The items at the paths of ``found``."""
    return [_read(content, path, files, keep, day) for path, files in found]


def whole_of(content: str, path: str) -> str:
    """The file of an item as text: front matter, and the official text below it."""
    return _decoded(_bytes(content, path))


def told(content: str, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Path and words of the files that belong to no item, then of the items at ``paths``.

    What stands in any of them is no secret.
    """
    folders = ("guide", "rules", "reports", "registry")
    others = (p for f in folders for p in sorted(Path(content, f).rglob("*")) if p.is_file())
    for path in (*others, *(Path(content, p) for p in paths)):
        yield path.relative_to(content).as_posix(), _decoded(path.read_bytes())


def state_on(state: str, due: str, day: date) -> str:
    """What becomes of a state by the passing of time alone."""
    if not due or due > day.isoformat():
        return state
    return {SCHEDULED: PUBLIC, PUBLIC: EXPIRED}.get(state, state)


def _read(content: str, path: str, files: tuple[str, ...], keep: Ways, day: date) -> Source:
    data = _bytes(content, path)
    text = _decoded(data)
    values, _ = split(text)
    body = path.split("/")[1]
    number, origin = values.get("number", ""), values.get("origin", "")
    due = day_of(values.get("published", ""))
    state = _state(values, keep.unnumbered and body != "daiding")
    if state == PUBLIC and due and due > day:
        state = SCHEDULED
    elif state == PUBLIC and (due := _over(values, keep.decisions_end)) and due <= day:
        state = EXPIRED
    number = "" if number == "待编" and state != DRAFT else number
    legacy = hashlib.sha256(origin.encode()).hexdigest()[:12]
    return Source(
        path=path,
        body=body,
        number=number,
        title=values.get("title", ""),
        state=state,
        literal=values.get("markup") == "text",
        address=f"item/{folded(number)}.html" if number else f"legacy/{legacy}.html",
        sha256=hashlib.sha256(data).hexdigest(),
        due=due.isoformat() if due and state in (SCHEDULED, PUBLIC) else "",
        month=_month(values),
        files=files,
        named=tuple(name for name in files if _names(name, text)),
    )


def _state(values: Mapping[str, str], keep_unnumbered: bool) -> str:
    unnumbered = values.get("number", "") in ("", "待编")
    kept = keep_unnumbered and values.get("origin") and values.get("column")
    if unnumbered and not kept:
        return DRAFT
    mode = values.get("mode", "") or ("主动公开" if values.get("origin") else "")
    open_mode = mode in ("主动公开", "主動公開")
    scopes = ("", "面向社会", "社会公众", "全社会", "向社会公开")
    return PUBLIC if open_mode and values.get("scope", "") in scopes else WITHHELD


def _over(values: Mapping[str, str], decisions: bool) -> date | None:
    """The first day on which an item is public no more; None where it says nothing of that."""
    until = values.get("until", "")
    if not until and decisions and values.get("decision"):
        until = values.get("shown_until", "")
    last = day_of(until)
    return last + timedelta(1) if last else None


def _month(values: Mapping[str, str]) -> str:
    """The month in which an item was made: 生成日期, else 成文日期."""
    days = (day_of(values.get(key, ""), whole=True) for key in ("generated", "written"))
    made = next((day for day in days if day), None)
    return f"{made.year:04d}-{made.month:02d}" if made else UNKNOWN


def _names(name: str, text: str) -> bool:
    """Whether a text names a file: its name, or as a link writes it, standing alone."""
    written = "|".join({re.escape(name), re.escape(quote(name))})
    return re.search(rf"(?<![^{_BEFORE}])(?:{written})(?![^{_BEHIND}])", text) is not None


def _folders(content: str, below: str) -> list[str]:
    """The folders in a folder, by their paths; a link is none."""
    try:
        with os.scandir(os.path.join(content, below)) as entries:
            found = [e.name for e in entries if e.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return []
    return [f"{below}/{name}" for name in sorted(found)]


def _own(content: str, folder: str) -> tuple[str, ...]:
    with os.scandir(os.path.join(content, folder)) as entries:
        return tuple(sorted(e.name for e in entries if e.is_file(follow_symlinks=False)))


def _bytes(content: str, path: str) -> bytes:
    with open(f"{content}/{path}", "rb") as file:
        return file.read()


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", errors="replace").removeprefix("\ufeff")
