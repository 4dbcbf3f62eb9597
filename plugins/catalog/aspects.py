"""A service guide (办事指南) on its page and for machines: a row an aspect, its forms as files."""

from __future__ import annotations

from collections.abc import Mapping

from plugins import addresses
from plugins.catalog.context import Aspect
from plugins.frame import Link
from plugins.records.aspects import aspects
from plugins.records.item import Item

FORMS = "forms"


def rows(item: Item) -> tuple[Aspect, ...]:
    """The aspects that an item names; a form that is attached leads to its file."""
    files = _files(item)
    return tuple(
        Aspect(a.label, tuple(_line(text, files if a.key == FORMS else {}) for text in a.lines))
        for a in aspects(item.record)
    )


def _files(item: Item) -> Mapping[str, Link]:
    """The attachments of an item by name and by title."""
    found: dict[str, Link] = {}
    for attachment in item.attachments:
        title = attachment.title or attachment.name
        link = Link(title, addresses.attachment(item.address, attachment.name))
        found |= {attachment.name: link, title: link}
    return found


def _line(text: str, files: Mapping[str, Link]) -> Link:
    return files.get(text) or Link(text, "")


def service(item: Item) -> Mapping[str, object]:
    """The same for JSON-LD: a schema.org GovernmentService, and each aspect as a part of the page."""
    said = {a.key: a for a in aspects(item.record)}
    if not said:
        return {}

    def text(key: str) -> str:
        return "\n".join(said[key].lines) if key in said else ""

    known = {
        "@type": "GovernmentService",
        "name": text("service") or item.title,
        "serviceOperator": _organ(text("accepting_unit") or item.publisher.name),
        "audience": _named("Audience", item.record.raw("service_object")),
        "termsOfService": text("conditions"),
        "serviceOutput": _named("Thing", text("outcome")),
    }
    parts = ({"@type": "CreativeWork", "name": a.label, "text": text(a.key)} for a in said.values())
    return {"mainEntity": {k: v for k, v in known.items() if v}, "hasPart": list(parts)}


def _organ(name: str) -> Mapping[str, str]:
    return {"@type": "GovernmentOrganization", "name": name}


def _named(kind: str, name: str) -> Mapping[str, str]:
    return {"@type": kind, "name": name} if name else {}
