"""Records to items: what is derived, and only where it cannot be false."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from plugins import addresses, digest
from plugins.records import summary
from plugins.records.fields import TRADITIONAL_MODES
from plugins.records.item import Item, Summary, Validity
from plugins.records.names import Names
from plugins.records.numbers import DRAFT, UNKNOWN_BODY
from plugins.records.registry import Column, Duty, Profile, Registry
from plugins.records.source import Record
from plugins.records.values import Values
from plugins.review import seal

OPEN_SCOPES = ("", "面向社会", "社会公众", "全社会", "向社会公开")
"""公开范围 that do not keep an item from the public."""

_SUFFIX = re.compile(r"[（(](试行|暂行|草案|修订|修正|已废止|已失效|\d{4}年修[订正]本?)[）)]$")


def is_draft(record: Record, registry: Registry) -> bool:
    """Whether an item waits for its number: 待编, or imported without one (it may stay so)."""
    number = record.raw("index_no")
    imported = bool(record.raw("imported_from"))
    if imported and number in ("", DRAFT) and registry.site.keep_unnumbered:
        return record.body == UNKNOWN_BODY or not record.raw("category")
    return number == DRAFT or (imported and not number)


def is_withheld(record: Record) -> bool:
    """Whether an item says itself that it is not for everybody: nothing of it may be built."""
    mode, scope = record.raw("disclosure_mode"), record.raw("disclosure_scope")
    # Nothing becomes public by omission; an imported item was public where it came from.
    named = TRADITIONAL_MODES.get(mode, mode) or ("主动公开" if record.raw("imported_from") else "")
    return named != "主动公开" or scope not in OPEN_SCOPES


def is_scheduled(values: Values, day: date) -> bool:
    """Whether an item says itself that it is to become public on a later day."""
    due = values.dates.get("publish_date")
    return due is not None and due > day


def _publicity(values: Values, day: date) -> str:
    """Where a publicity period (公示) stands on ``day``."""
    since, until = values.dates.get("publicity_from"), values.dates.get("publicity_until")
    if until and until < day:
        return "公示已结束"
    if since and since > day:
        return "公示尚未开始"
    return "公示中" if until else ""


def _genre(title: str, genres: Sequence[str], profile: Profile) -> str:
    """The last word of the title of a document, after taking off （试行） and the like."""
    if not profile.document:
        return ""
    while (bare := _SUFFIX.sub("", title)) != title:
        title = bare
    return next((g for g in sorted(genres, key=len, reverse=True) if title.endswith(g)), "")


def _validity(values: Values, profile: Profile, day: date) -> Validity:
    """The state on ``day``: what time alone decides is computed, never asked of anybody."""
    word = values.texts.get("validity", "")
    if not profile.validity and word in ("", "不适用"):
        return Validity()
    until, since = values.dates.get("valid_until"), values.dates.get("effective_date")
    abolished = values.dates.get("abolish_date")
    if word in ("有效", "已修改", "尚未施行", ""):
        if abolished and abolished <= day:
            word = "废止"
        elif until and until < day:
            word = "失效"
        elif since and since > day:
            word = "尚未施行"
        elif word == "尚未施行" and since:
            word = "有效"
    return Validity(word, asked=True)


def _summary(record: Record, values: Values, profile: Profile, title: str) -> Summary:
    if written := values.texts.get("summary"):
        return Summary(written)
    if not profile.extract_summary:
        return Summary()
    text = summary.extract(record.text, title, record.text_format == "text")
    return Summary(text, extracted=bool(text))


def _tallied(values: Values) -> dict[str, Any]:
    """What tallies, dossiers and topics go by, besides body, column and day."""
    return {
        "key_area": values.texts.get("key_area", ""),
        "channels": tuple(dict.fromkeys(values.lists.get("channels", ()))),
        "adopted_by": values.lists.get("adopted_by", ()),
        "subject": values.texts.get("subject", ""),
        "parts": tuple(dict.fromkeys(values.lists.get("parts", ()))),
        "topics": tuple(dict.fromkeys(values.lists.get("topics", ()))),
        "issue": values.issue,
    }


def duties_of(column: Column, level: str, duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """What art. 20 and 21 have this column for; art. 21 names some things at both levels."""
    codes = {f"20-{column.legal_item}" if column.legal_item else "", column.municipal_item}
    names = {d.name for d in duties if d.code in codes}
    return tuple(d for d in duties if d.name in names and d.level in ("", level))


_DAYS = (
    *("written_date", "publish_date", "effective_date", "valid_until", "abolish_date"),
    *("publicity_from", "publicity_until", "public_until"),
)
"""The dates that an item has as they are written."""


def _days(values: Values) -> dict[str, Any]:
    return {key: values.dates.get(key) for key in _DAYS}


def resolve(record: Record, values: Values, names: Names, day: date) -> Item | None:
    """The item of a record; None where a part is missing without which there can be no page."""
    registry = names.registry
    publisher, title = registry.bodies.get(record.body), record.raw("title")
    source, number = record.raw("imported_from"), values.index.text if values.index else ""
    if not (publisher and values.column and title and (number or source)):
        return None
    column, dates = values.column, values.dates
    profile = registry.profile_of(column.id)
    theme = values.theme or names.themes.get(column.theme, ())
    typed_issuer = values.bodies.get("issuer")
    generated = dates.get("generated_date") or dates.get("written_date")
    year = (values.index.year if values.index else 0) or int(record.year or 0)
    item = Item(
        record=record,
        address=addresses.item(number) if number else addresses.legacy(source),
        index_no=number,
        title=title,
        publisher=publisher,
        issuer=typed_issuer[0] if typed_issuer else publisher,
        column=column,
        profile=profile,
        year=year,
        doc_number=values.doc_number,
        generated_date=generated,
        **_days(values),
        summary=_summary(record, values, profile, title),
        validity=_validity(values, profile, day),
        keywords=values.lists.get("keywords", ()),
        publicity=_publicity(values, day),
        theme=tuple(t.name for t in theme),
        theme_code=theme[-1].code if theme else "",
        genre=values.texts.get("genre") or _genre(title, registry.genres, profile),
        responsible_unit=values.texts.get("responsible_unit")
        or column.responsible_units.get(record.body, ""),
        joint_issuers=values.bodies.get("joint_issuers", ()),
        **_tallied(values),
        duties=duties_of(column, publisher.level, registry.duties),
        attachments=record.files,
        changes=values.changes,
        imported=bool(source),
    )
    _seal(item, names)
    return item


_REGISTERED = ("publisher", "issuer", "column", "profile")
_MADE = tuple(f.name for f in dataclasses.fields(Item) if f.compare and f.name != "record")


def _seal(item: Item, names: Names) -> None:
    """Give an item that nobody has seen yet the digests of what it shows, each in its place."""
    row, record = digest.of(item.row), item.record
    numbers = (record.raw("registration_no"), record.raw("decision_number"))
    own, files = _digest(item, names), ((f.path, f.sha256) for f in record.files)
    sealed = {
        "digest": own,
        "own_digest": own,
        "row_digest": row,
        "brief_digest": digest.of(row, item.keywords, numbers),
        "seal": seal.of_files(((record.path, record.sha256), *files)),
        "length": len(record.text),
    }
    for name, value in sealed.items():
        object.__setattr__(item, name, value)


def _digest(item: Item, names: Names) -> bytes:
    """Of all that stands in the file and all that was made of it."""
    once = names.digests.of
    registered = (*(once(getattr(item, name)) for name in _REGISTERED), *map(once, item.duties))
    others = (getattr(item, name) for name in _MADE if name not in (*_REGISTERED, "duties"))
    return digest.of(item.record.sha256, item.record.path, registered, *others)
