"""Jobs on their way to another process of this machine, as small as they can be.

What is known of an item from the memory travels as its row there and is read further, if at all,
by the process that needs it. Our own values travel as their fields; pickle's own way with a
frozen dataclass costs more than most pages. Nothing of this is ever written to a file.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from plugins.press.work import Done, Job, Shop, work
from plugins.records.item import Item, Row, Validity, named
from plugins.records.keep import seen, shown
from plugins.records.kept import Kept
from plugins.records.known import KnownItem, KnownRecord
from plugins.records.place import Place
from plugins.records.registry import Body, Registry
from plugins.records.source import Record
from plugins.shapes import Late, Rows

Asked = tuple[str, Callable[..., bytes], tuple[Any, ...]]
"""A piece of a gathering: its name, the function, and what it is called with."""


class Desk:
    """What a worker has before it for the whole of a build."""

    shop: Shop
    kept: Kept
    rows: dict[str, bytes]


def ready(shop: Shop, root: str, registry: Registry, day: date) -> None:
    """In a new worker: lay out what all parcels refer to."""
    Desk.shop, Desk.rows = shop, {}
    Desk.kept = Kept(Desk.rows, root, registry, day)


def work_on(parcel: bytes) -> bytes:
    """Do the jobs of a parcel; what became of them is a parcel again."""
    Desk.rows.clear()
    return pack(work(Desk.shop, pickle.loads(parcel)))


def pieces(asked: tuple[Asked, ...]) -> tuple[tuple[str, bytes], ...]:
    """Make pieces of gatherings, each under its name."""
    return tuple((name, make(*inputs)) for name, make, inputs in asked)


def piece_on(parcel: bytes) -> tuple[tuple[str, bytes], ...]:
    """The same for those of a parcel."""
    Desk.rows.clear()
    return pieces(pickle.loads(parcel))


def pack(things: tuple[Job, ...] | tuple[Done, ...] | tuple[Asked, ...]) -> bytes:
    """A parcel of ``things``."""
    data = io.BytesIO()
    _Packer(data, pickle.HIGHEST_PROTOCOL).dump(things)
    return data.getvalue()


def unpack(parcel: bytes) -> tuple[Done, ...]:
    """What a worker of ours has packed."""
    done: tuple[Done, ...] = pickle.loads(parcel)
    return done


class _Packer(pickle.Pickler):
    def reducer_override(self, thing: object) -> Any:  # noqa: ANN401 - as pickle has it
        if isinstance(thing, KnownItem):
            assert isinstance(thing.record, KnownRecord)
            return _item, (*thing.record.place_and_row(), thing.publish_date, thing.digest)
        if isinstance(thing, KnownRecord):
            return _record, thing.place_and_row()
        if isinstance(thing, Late):
            return Late, (thing.read, thing.marked)
        if isinstance(thing, Rows):
            return _rows, tuple(map(_seen, thing.items))
        kind: Any = type(thing)
        fields = _fields(kind)
        return (kind, fields(thing)) if fields else NotImplemented


@lru_cache(None)
def _fields(kind: Hashable) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the fields of a value of ours, in the order in which its class takes them."""
    if not dataclasses.is_dataclass(kind) or "__reduce__" in vars(kind):
        return None
    names = [field.name for field in dataclasses.fields(kind) if field.init]
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    return attrgetter(*names)


def _item(place: Place, row: bytes, published: date | None, digest: bytes) -> Item:
    item = _taken(place, row)
    if item.digest == digest:
        return item
    assert isinstance(item, KnownItem)
    assert published
    return item.published_on(published, digest)


def _seen(item: Item) -> Row | tuple[Any, ...]:
    """What a list shows of an item, with the line of its row that says the rest."""
    if not isinstance(item, KnownItem):
        return item.row
    line = seen(item.kept.rows[item.record.path])
    head = (item.address, item.index_no, item.title)
    return *head, line, item.generated_date, item.publisher, item.validity


def _rows(*seen: Row | tuple[Any, ...]) -> tuple[Row, ...]:
    return tuple(row if isinstance(row, Row) else _row(*row) for row in seen)


def _row(
    address: str,
    number: str,
    title: str,
    line: bytes,
    day: date | None,
    publisher: Body,
    validity: Validity,
) -> Row:
    return Row(address, number, title, *shown(line), day, named(publisher), validity)


def _record(place: Place, row: bytes) -> Record:
    return _taken(place, row).record


def _taken(place: Place, row: bytes) -> Item:
    Desk.rows[place.path] = row
    known = Desk.kept.take(place, row[: row.index(b"\n")])
    assert known, place.path
    return known[0]
