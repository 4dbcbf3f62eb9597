"""Reading ``registry/roles.toml``: who writes, reviews and approves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.records.registry import Body
from plugins.records.sheet import Sheet, table
from plugins.review.person import ROLES, Person


def people(sheet: Sheet, bodies: Mapping[str, Body]) -> Mapping[str, Person]:
    """Everybody by id; a body or role that there is not is a fault of the sheet."""
    found = table(sheet, "person", Person)
    for person in found.values():
        bad = (*(b for b in person.bodies if b not in bodies),)
        for name in (*bad, *(r for r in person.roles if r not in ROLES)):
            sheet.fault("registry-unknown-reference", name, person.id, sheet.spans.get(person.id))
    return MappingProxyType(found)
