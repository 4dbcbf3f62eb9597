"""Items of the last run, taken up again where nothing they are made from has changed.

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
from plugins.markup.targets import Target
from plugins.records.finding import Finding, Severity
from plugins.records.item import DocNumber, Item, Summary, Validity
from plugins.records.known import RAWS, KnownItem, KnownRecord
from plugins.records.numbers import key_of
from plugins.records.place import Place
from plugins.records.registry import Body, Duty, OutsideBody, Profile, Registry
from plugins.records.resolve import duties_of
from plugins.records.source import RELATIONS, Attachment, Entry, Part, Record

KIND = "record"
GIVEN, HEAD, SHOWN, TAIL = range(4)
_TURNING = (
    *("publish_date", "effective_date", "valid_until", "abolish_date"),
    *("publicity_from", "publicity_until"),
)
_DATES = ("written_date", *_TURNING[1:])  # publish_date stands in the head


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
        *(item.validity.word, item.validity.asked, item.key_area, item.channels, item.adopted_by),
        *(item.own_digest.hex(), item.row_digest.hex(), item.brief_digest.hex(), item.length),
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


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


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
        "dates": [_ordinal(getattr(item, name)) for name in _DATES],
        "issuer": _key(item.issuer),
        "joint_issuers": [_key(body) for body in item.joint_issuers],
        "attachments": [dataclasses.astuple(a) for a in item.attachments],
    }


def _line(row: bytes, number: int) -> bytes:
    """One of the four lines of a row: GIVEN, HEAD, SHOWN or TAIL."""
    return row.split(b"\n", TAIL)[number]


def seen(row: bytes) -> bytes:
    """The line of a row that ``shown`` reads."""
    return _line(row, SHOWN)


def shown(line: bytes) -> tuple[DocNumber, Summary]:
    """What lists show of an item besides what they sort and count by."""
    number, summary = json.loads(line)
    return DocNumber(*number), Summary(*summary)


class Kept:
    """The rows of the last run, read back with the registry of this one."""

    def __init__(self, rows: dict[str, bytes], root: str, registry: Registry, day: date) -> None:
        self.rows, self.root, self.registry, self.day = rows, root, registry, day
        self._today = day.toordinal()
        self._bodies: dict[str, Body | OutsideBody] = {
            **{f"o {b.id}": b for b in registry.outside.values()},
            **{f"b {b.id}": b for b in registry.bodies.values()},
        }
        self._profiles: dict[str, Profile] = {}
        self._duties: dict[tuple[str, str], tuple[Duty, ...]] = {}
        self._states: dict[tuple[str, bool], Validity] = {}

    def take(self, place: Place, given: bytes) -> tuple[Item, tuple[Finding, ...]] | None:
        """The item at ``place`` and its findings, where ``given`` and the day still fit."""
        data = self.rows.get(place.path)
        if data is None or not data.startswith(given):
            return None
        window, raws, relates, numbers, linked, told, *known = json.loads(_line(data, HEAD))
        if not window[0] <= self._today <= window[1]:
            return None
        record = KnownRecord(self, place, raws, relates, numbers)
        if not linked:
            object.__setattr__(record, "links", ())
        findings = json.loads(_line(data, TAIL))[3] if told else ()
        return self._item(record, known), tuple(map(_read_finding, findings))

    def again(self, record: Record) -> Item | None:
        """The item of a record that was read just now, as ``take`` would give it."""
        place = Place(
            record.kind, record.path, record.body, record.year, record.serial, record.files
        )
        known = self.take(place, _line(self.rows[record.path], GIVEN))
        return known[0] if known else None

    def _item(self, record: Record, known: list[Any]) -> Item:
        (address, number, title, publisher, column_id, year, theme, generated, *states) = known
        (published, imported, attached, word, asked, area, channels, adopted, *digests, length) = (
            states
        )
        body, column = self.registry.bodies[publisher], self.registry.columns[column_id]
        profile, (own, row, brief) = self._profiles.get(column_id), map(bytes.fromhex, digests)
        if profile is None:
            profile = self._profiles[column_id] = self.registry.profile_of(column_id)
        duties = self._duties.get((column_id, body.level))
        if duties is None:
            duties = duties_of(column, body.level, self.registry.duties)
            self._duties[column_id, body.level] = duties
        return KnownItem(
            self,
            **({} if attached else {"attachments": ()}),
            record=record,
            address=address,
            index_no=number,
            title=title,
            publisher=body,
            column=column,
            profile=profile,
            year=year,
            theme_code=theme,
            generated_date=_day(generated),
            publish_date=_day(published),
            imported=imported,
            validity=self._states.setdefault((word, asked), Validity(word, asked)),
            duties=duties,
            relations=(),
            key_area=area,
            channels=tuple(channels),
            adopted_by=tuple(adopted),
            digest=own,
            own_digest=own,
            row_digest=row,
            brief_digest=brief,
            length=length,
        )

    def shown(self, path: str) -> dict[str, Any]:
        """What else lists show of the item at ``path``."""
        number, summary = shown(seen(self.rows[path]))
        return {"doc_number": number, "summary": summary}

    def rest(self, path: str) -> tuple[dict[str, Entry], dict[str, Any], dict[str, Any]]:
        """The entries of RAWS and RELATIONS, what is left of the record, and of the item."""
        light, source, rest, _ = json.loads(_line(self.rows[path], TAIL))
        links, text_line, closing_line, text_format, sha256 = source
        record = {
            "links": tuple(Target(*t) for t in links),
            "text_line": text_line,
            "closing_line": closing_line,
            "text_format": text_format,
            "sha256": sha256,
        }
        return {e[0]: _read_entry(e) for e in light}, record, self._read_rest(rest)

    def _read_rest(self, rest: dict[str, Any]) -> dict[str, Any]:
        days = zip(_DATES, rest.pop("dates"), strict=True)
        joint = rest.pop("joint_issuers")
        return {
            **rest,
            **{name: _day(ordinal) for name, ordinal in days},
            "issuer": self._bodies[rest["issuer"]],
            "joint_issuers": tuple(self._bodies[body] for body in joint),
            "theme": tuple(rest["theme"]),
            "keywords": tuple(rest["keywords"]),
            "attachments": tuple(Attachment(*a) for a in rest["attachments"]),
        }


def _read_entry(row: list[Any]) -> Entry:
    parts = tuple(tuple(Part(*p) for p in member) for member in row[6])
    return Entry(row[0], row[1], row[2], row[3], row[4], row[5], parts)


def _read_finding(row: list[Any]) -> Finding:
    row[8] = Severity(row[8])
    return Finding(*row)
