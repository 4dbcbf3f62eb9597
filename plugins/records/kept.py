"""Items of the last run, taken up again where nothing they are made from has changed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from plugins.markup.targets import Target
from plugins.records import changes
from plugins.records.finding import Finding, Severity
from plugins.records.item import Item, Validity
from plugins.records.keep import DATES, GIVEN, HEAD, TAIL, line, seen, shown
from plugins.records.known import KnownItem, KnownRecord
from plugins.records.place import Place
from plugins.records.registry import Body, Duty, OutsideBody, Profile, Registry
from plugins.records.resolve import duties_of
from plugins.records.source import Attachment, Entry, Part, Record


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
        window, raws, relates, numbers, linked, told, *known = json.loads(line(data, HEAD))
        if not window[0] <= self._today <= window[1]:
            return None
        record = KnownRecord(self, place, raws, relates, numbers)
        if not linked:
            object.__setattr__(record, "links", ())
        findings = json.loads(line(data, TAIL))[3] if told else ()
        return self._item(record, known), tuple(map(_read_finding, findings))

    def again(self, record: Record) -> Item | None:
        """The item of a record that was read just now, as ``take`` would give it."""
        place = Place(
            record.kind, record.path, record.body, record.year, record.serial, record.files
        )
        known = self.take(place, line(self.rows[record.path], GIVEN))
        return known[0] if known else None

    def _item(self, record: Record, known: list[Any]) -> Item:
        (address, number, title, publisher, column_id, year, theme, generated, *states) = known
        (published, imported, attached, changed, *others) = states
        (word, asked, area, channels, adopted, subject, parts, *others) = others
        topics, issue, *digests, length = others
        body, column = self.registry.bodies[publisher], self.registry.columns[column_id]
        profile, sealed = self._profiles.get(column_id), map(bytes.fromhex, digests)
        own, row, brief, seal = sealed
        if profile is None:
            profile = self._profiles[column_id] = self.registry.profile_of(column_id)
        duties = self._duties.get((column_id, body.level))
        if duties is None:
            duties = duties_of(column, body.level, self.registry.duties)
            self._duties[column_id, body.level] = duties
        return KnownItem(
            self,
            **({} if attached else {"attachments": ()}),
            **({} if changed else {"changes": ()}),
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
            withdrawn=None,
            key_area=area,
            channels=tuple(channels),
            adopted_by=tuple(adopted),
            subject=subject,
            parts=tuple(parts),
            topics=tuple(topics),
            issue=tuple(issue),
            digest=own,
            own_digest=own,
            row_digest=row,
            brief_digest=brief,
            seal=seal,
            length=length,
        )

    def shown(self, path: str) -> dict[str, Any]:
        """What else lists show of the item at ``path``."""
        number, summary = shown(seen(self.rows[path]))
        return {"doc_number": number, "summary": summary}

    def rest(self, path: str) -> tuple[dict[str, Entry], dict[str, Any], dict[str, Any]]:
        """The entries of RAWS and RELATIONS, what is left of the record, and of the item."""
        light, source, rest, _ = json.loads(line(self.rows[path], TAIL))
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
        days = zip(DATES, rest.pop("dates"), strict=True)
        joint = rest.pop("joint_issuers")
        return {
            **rest,
            **{name: _day(ordinal) for name, ordinal in days},
            "issuer": self._bodies[rest["issuer"]],
            "joint_issuers": tuple(self._bodies[body] for body in joint),
            "theme": tuple(rest["theme"]),
            "keywords": tuple(rest["keywords"]),
            "attachments": tuple(Attachment(*a) for a in rest["attachments"]),
            "changes": tuple(map(changes.unpacked, rest["changes"])),
        }


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


def _read_entry(row: list[Any]) -> Entry:
    parts = tuple(tuple(Part(*p) for p in member) for member in row[6])
    return Entry(row[0], row[1], row[2], row[3], row[4], row[5], parts)


def _read_finding(row: list[Any]) -> Finding:
    row[8] = Severity(row[8])
    return Finding(*row)
