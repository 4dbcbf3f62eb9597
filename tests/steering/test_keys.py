"""docs/fields.md tells of each key that there is, and of no other."""

from dataclasses import MISSING, fields

import pytest

from plugins.steering import keys
from plugins.steering.tables import (
    Enterprise,
    KeyDocument,
    KeyTask,
    Leader,
    Liaison,
    RuleKind,
)

ROWS = {
    "leaders": {"": Leader},
    "liaisons": {"": Liaison},
    "keypoints": {"": KeyDocument, "task.": KeyTask},
    "rule_kinds": {"": RuleKind},
    "enterprises": {"": Enterprise},
}
NO_KEYS = ("line", "tasks")


def written(kind, prefix):
    """The keys of a row as the documents write them."""
    for field in fields(kind):
        if field.name not in NO_KEYS:
            needed = field.default is MISSING and field.default_factory is MISSING
            yield f"{prefix}{field.name}{' ★' if needed else ''}"


@pytest.mark.parametrize("table", keys.TABLES, ids=lambda table: table.name)
def test_every_key_is_told_of_and_no_other(table):
    found = {key for prefix, kind in ROWS[table.name].items() for key in written(kind, prefix)}
    assert {key for key, _, _ in table.keys} == found


def test_every_table_is_told_of():
    assert [table.name for table in keys.TABLES] == list(ROWS)
