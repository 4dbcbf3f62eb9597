"""Rows of the memory, from which ``kept`` takes items up again in the next run.

A row of the memory holds what was made of one file: the item, the few lines that rules over the
whole catalog ask for, and what the rules had to say. It counts while the file, its attachments
and the registry are the same, and while no date of the item lies between then and now. Its first
line says what it was made from, its second what lists sort and count by, its third what else they
show, its fourth the rest.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from plugins import digest
from plugins.records import changes
from plugins.records.finding import Finding
from plugins.records.item import DocNumber, Item, Summary
from plugins.records.known import RAWS
from plugins.records.numbers import key_of
from plugins.records.registry import Body, OutsideBody, Registry
from plugins.records.source import RELATIONS, Attachment, Entry

KIND = "record"
GIVEN, HEAD, SHOWN, TAIL = range(4)
_TURNING = (
    *("publish_date", "effective_date", "valid_until", "abolish_date"),
    *("publicity_from", "publicity_until", "public_until"),
)
DATES = ("written_date", *_TURNING[1:])  # publish_date stands in the head


def inputs(text: str, files: Iterable[Attachment], registry: Registry) -> bytes:
    """What a row depends on but for the day: the digest of the file, attachments, the registry."""
    marks = sorted(f"{f.name}\0{f.mark}" for f in files)
    parts = (text.encode(), registry.digest, *(m.encode("utf-8", "surrogatepass") for m in marks))
    return hashlib.blake2b(b"\n".join(parts), digest_size=digest.SIZE).hexdigest().encode()


def _window(item: Item, day: date) -> tuple[int, int]:
    """The days around ``day`` (ordinals) on which everything about ``item`` is as on ``day``."""
    ends = [d.toordinal() for name in _TURNING if (d := getattr(item, name))]
    today = day.toordinal()
    if today in ends:
        return today, today
    first = max((end + 1 for end in ends if end < today), default=0)
    last = min((end - 1 for end in ends if end > today), default=date.max.toordinal())
    # Some messages name the year.
    start, close = date(day.year, 1, 1).toordinal(), date(day.year, 12, 31).toordinal()
    return max(first, start), min(last, close)


def encode(item: Item, day: date, given: bytes, findings: tuple[Finding, ...]) -> bytes:
    """The row of ``item``, made from ``given``; relations are not kept but made anew."""
    record = item.record
    raws = [record.raw(key) for key in RAWS]
    numbers = list(dict.fromkeys(key_of(number) for number in raws[:2] if number))
    generated, published = _ordinal(item.generated_date), _ordinal(item.publish_date)
    head = [
        *(_window(item, day), raws, record.relates, numbers, bool(record.links), bool(findings)),
        *(item.address, item.index_no, item.title, item.publisher.id, item.column.id, item.year),
        *(item.theme_code, generated, published, item.imported, bool(item.attachments)),
        *(bool(item.changes), item.validity.word, item.validity.asked),
        *(item.key_area, item.channels, item.adopted_by, item.subject, item.parts),
        *(item.topics, item.issue),
        *(item.own_digest.hex(), item.row_digest.hex(), item.brief_digest.hex()),
        *(item.seal.hex(), item.length),
    ]
    light = [_entry(e) for key in (*RAWS, *RELATIONS) if (e := record.entry(key))]
    source = [
        *([dataclasses.astuple(t) for t in record.links], record.text_line),
        *(record.closing_line, record.text_format, record.sha256),
    ]
    shown = [dataclasses.astuple(item.doc_number), dataclasses.astuple(item.summary)]
    tail = [light, source, _rest(item), [_finding(f) for f in findings]]
    parts = (head, shown, tail)
    lines = (json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in parts)
    return b"\n".join((given, *(line.encode("utf-8", "surrogatepass") for line in lines)))


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _entry(entry: Entry) -> list[Any]:
    parts = [[dataclasses.astuple(p) for p in member] for member in entry.parts]
    places = (entry.line, entry.column, entry.value_column)
    return [entry.key, entry.label, entry.raw, *places, parts]


def _finding(found: Finding) -> list[Any]:
    return [*dataclasses.astuple(found)[:-1], found.severity.value]


def _key(body: Body | OutsideBody) -> str:
    return f"o {body.id}" if isinstance(body, OutsideBody) else f"b {body.id}"


def _rest(item: Item) -> dict[str, Any]:
    """What the head of a row does not hold of an item."""
    plain = ("mode", "publicity", "theme", "genre", "responsible_unit", "keywords")
    return {
        **{name: getattr(item, name) for name in plain},
        "dates": [_ordinal(getattr(item, name)) for name in DATES],
        "issuer": _key(item.issuer),
        "joint_issuers": [_key(body) for body in item.joint_issuers],
        "attachments": [dataclasses.astuple(a) for a in item.attachments],
        "changes": list(map(changes.packed, item.changes)),
    }


def line(row: bytes, number: int) -> bytes:
    """One of the four lines of a row: GIVEN, HEAD, SHOWN or TAIL."""
    return row.split(b"\n", TAIL)[number]


def seen(row: bytes) -> bytes:
    """The line of a row that ``shown`` reads."""
    return line(row, SHOWN)


def shown(found: bytes) -> tuple[DocNumber, Summary]:
    """What lists show of an item besides what they sort and count by."""
    number, summary = json.loads(found)
    return DocNumber(*number), Summary(*summary)
