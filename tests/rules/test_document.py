"""The pages for clerks are made from the rules and the field table, and are fresh."""

import pytest

from plugins import rules
from plugins.records.fields import FIELDS
from plugins.rules.document import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_its_source(name):
    remedy = ".venv/bin/python -m plugins.rules.document"
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), remedy


def test_every_rule_and_field_has_its_place():
    assert all(f'id="{code.lower()}"' in PAGES["rules.md"]() for code in rules.codes())
    assert all(f"`{field.key}`" in PAGES["fields.md"]() for field in FIELDS)
