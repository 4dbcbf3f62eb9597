"""The metadata block, built from the one schema: what ``fields.py`` shows, in its order.

Labels are those that citizens know from 政府信息公开目录; an empty value is left out and never
guessed, but for two that citizens must not miss: a policy document whose 有效性 nobody stated,
and an item whose day of publication is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from plugins import addresses
from plugins.catalog.context import Fact
from plugins.clocks import timing
from plugins.records import dates
from plugins.records.clocks import limit
from plugins.records.contacts import reached
from plugins.records.fields import FIELDS, Field, Show, Type
from plugins.records.issues import named
from plugins.records.item import Item
from plugins.records.registry import Registry
from plugins.workdays.periods import DAYS

_WIDE = frozenset({"summary", "joint_issuers", "changes"})
_FIRST = frozenset({"index_no", "publisher", "doc_number", "written_date", "generated_date"})
_FIRST |= {"publish_date", "validity"}
_EXPLAINED = f"{addresses.RELEASE}#timeliness"
"""Where it is said what 公开用时 means; the place is in the template of that page."""


def facts(
    item: Item,
    registry: Registry,
    listed: frozenset[str],
    publish: bool = False,
    began: date | None = None,
    revised: bool = False,
) -> tuple[Fact, ...]:
    """The rows of the block; a value links to its list where ``listed`` has that address.

    Nothing that is published says of itself that it is not: 未发布 stands in previews only.
    ``began`` is the day of the first release of all. A page that is ``revised`` has 变更记录 among the
    changes that Git tells.
    """
    rows = []
    for field in FIELDS:
        if field.show is not Show.BLOCK:
            continue
        if field.key == "changes" and revised:
            continue
        fact = _fact(field, item, registry)
        if field.key == "publish_date" and publish and _unpublished(item):
            continue
        if fact.value or fact.state:
            address = fact.address if fact.address in listed else ""
            wide, first = field.key in _WIDE, field.key in _FIRST
            fact = replace(fact, label=field.label, address=address, wide=wide, first=first)
            rows.append(fact)
        if field.key == "publish_date" and registry.site.show_timeliness:
            rows += _timeliness(item, registry, began)
    return tuple(rows)


def _timeliness(item: Item, registry: Registry, began: date | None) -> Iterator[Fact]:
    """How long publication took, where both ends are known; it leads to what that means."""
    since = None if item.record.raw("publish_date") else began
    known = timing(item, registry, began=since)
    if known and known.published:
        clock = known.clock
        unit = "日" if clock.unit == DAYS else f"个{clock.unit}"
        took = f"第{known.took}{unit}公开" if known.took else "当日公开"
        end = f"{known.due.month}月{known.due.day}日"
        length = f"{limit(clock)}，" if clock.number else ""
        term = f"{length}至{end}" if clock.unit == DAYS else limit(clock)
        late = "，已超过" if known.late else ""
        note = f"（期限{term}{late}{'，暂定' if known.provisional else ''}）"
        yield Fact("公开用时", took, _EXPLAINED, note, first=True)


def _fact(field: Field, item: Item, registry: Registry) -> Fact:
    if special := _SPECIAL.get(field.key):
        return special(item, registry)
    value = getattr(item, field.key, None) or written(field, item)
    return Fact("", value if isinstance(value, str | date) else "")


def written(field: Field, item: Item) -> str | date:
    """The value as it stands in the file; a date that can be read, as a date."""
    raw = item.record.raw(field.key)
    if field.type is not Type.DATE or not raw:
        return raw
    read = dates.read(raw)
    return read.day if isinstance(read, dates.Written) else raw


def ask(item: Item, registry: Registry) -> tuple[str, str]:
    """Who answers questions about an item, and the telephone: its own line, else its body's."""
    office = reached(registry, item.publisher)
    phone = item.record.raw("consult_phone") or office.consult_phone or office.phone
    return item.record.raw("consult_org") or office.name, phone


def _index_no(item: Item, registry: Registry) -> Fact:
    return Fact("", item.index_no or "无索引号")


def _category(item: Item, registry: Registry) -> Fact:
    path = " / ".join(step.name for step in registry.trail(item.column.id))
    return Fact("", path, addresses.listing("column", item.column.id))


def _publisher(item: Item, registry: Registry) -> Fact:
    return Fact("", item.publisher.name, addresses.listing("body", item.publisher.id))


def _issuer(item: Item, registry: Registry) -> Fact:
    """Who made it: of an official document always, else where it is somebody else."""
    if item.issuer.id == item.publisher.id and not item.profile.document:
        return Fact("")
    return Fact("", item.issuer.name, addresses.listing("body", item.issuer.id))


def _unpublished(item: Item) -> bool:
    return not item.publish_date and not item.imported


def _publish_date(item: Item, registry: Registry) -> Fact:
    if item.publish_date:
        return Fact("", item.publish_date)
    if _unpublished(item):
        return Fact("", "未发布（预览）")
    read = dates.read(item.record.raw("imported_at"))
    moved = f"，{read.day.isoformat()}迁入" if isinstance(read, dates.Written) else ""
    return Fact("", f"原发布日期不详{moved}")


def _validity(item: Item, registry: Registry) -> Fact:
    state = item.validity
    if not state.asked or state.word == "不适用":
        return Fact("")
    if state.word:
        return Fact("", state=state)
    office, phone = ask(item, registry)
    # The wording is that of the catalog rules; an officer's telephone makes it useful.
    return Fact("", state=state, note=f"请向{office}核实" + (f"，电话{phone}" if phone else ""))


def _changes(item: Item, registry: Registry) -> Fact:
    """What was changed and when, the newest last, with the day it became public where written."""
    rows = []
    for change in item.changes:
        since = f"（{change.published}公开）" if change.published else ""
        rows.append(f"{change.day}，{change.what}{since}")
    return Fact("", "；".join(rows))


def _topics(item: Item, registry: Registry) -> Fact:
    """The topics of an item; of one alone, with the way to it."""
    name = "、".join(registry.topics[topic].name for topic in item.topics)
    return Fact("", name, addresses.topic(item.topics[0]) if len(item.topics) == 1 else "")


def _summary(item: Item, registry: Registry) -> Fact:
    return Fact("", item.summary.text, note="（自动摘录）" if item.summary.extracted else "")


_SPECIAL: Mapping[str, Callable[[Item, Registry], Fact]] = {
    "index_no": _index_no,
    "category": _category,
    "publisher": _publisher,
    "issuer": _issuer,
    "joint_issuers": lambda item, _: Fact("", "、".join(b.name for b in item.joint_issuers)),
    "doc_number": lambda item, _: Fact("", item.doc_number.written),
    "publish_date": _publish_date,
    "changes": _changes,
    "validity": _validity,
    "theme": lambda item, _: Fact(
        "", " / ".join(item.theme), addresses.listing("theme", item.theme_code)
    ),
    "keywords": lambda item, _: Fact("", "、".join(item.keywords)),
    "summary": _summary,
    "topics": _topics,
    "issue": lambda item, _: Fact("", named(item.issue) if item.issue[1] else ""),
    "disclosure_mode": lambda item, _: Fact("", item.mode),
    "channels": lambda item, _: Fact("", "、".join(item.channels)),
}
