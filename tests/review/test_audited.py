"""The audit finds by itself what nobody reviewed, whatever the gate says."""

from datetime import date

import pytest

from plugins.audit import base, reviews, source
from tests.review import office

DAY = date(2026, 1, 15)


def said(root):
    found = source.read(str(root), source.walk(str(root)).items(), source.ways(str(root)), DAY)
    facts = [(s.path, base.fact(s, (), {})) for s in found]
    return [m.path for m in reviews.unreviewed(str(root), facts)]


@pytest.fixture
def root(tmp_path):
    root = office.content(tmp_path)
    office.item(root)
    return root


def test_only_what_was_reviewed_as_it_lies_there_passes(root):
    assert said(root) == [office.FIRST, office.SECOND]
    office.reviewed(root, office.FIRST)
    office.reviewed(root, office.SECOND)
    assert said(root) == []
    (root / "items/fgw/2021/00008/仓库.txt").write_text("另一张图。\n", encoding="utf-8")
    assert said(root) == [office.SECOND]


def test_the_last_review_counts(root):
    record = office.reviewed(root, office.FIRST)
    office.reviewed(root, office.SECOND)
    text = record.read_text(encoding="utf-8")
    record.write_text(text + text.replace(office.sealed(root, office.FIRST).hex(), "0" * 64))
    assert said(root) == [office.FIRST]


def test_a_demonstration_and_hidden_items_need_none(root):
    office.item(root, "不予公开")
    assert said(root) == [office.FIRST]
    office.setting(root, "REVIEW", '"演示"')
    assert said(root) == []
