"""The demo town in content/: what it must show, so that nothing of the site goes unseen."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from plugins import rules
from plugins.records.fields import VALIDITY
from plugins.records.finding import Severity
from plugins.records.guide_parts import repealed
from plugins.records.load import load
from plugins.records.registry import OutsideBody

CONTENT = Path(__file__).parents[2] / "content"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def corpus():
    return load(str(CONTENT), DAY)


def test_check_finds_no_error(corpus):
    errors = [f for f in rules.check(corpus) if f.severity is Severity.ERROR]
    assert errors == []


def test_eighty_items_over_twelve_bodies_and_six_years(corpus):
    assert len(corpus.items) >= 80
    assert len({i.publisher.id for i in corpus.items}) >= 12
    assert {i.year for i in corpus.items} >= set(range(2020, 2026))


def test_every_leaf_column_and_profile_has_an_item(corpus):
    registry = corpus.registry
    leaves = {c for c in registry.columns if registry.is_leaf(c)}
    assert {i.column.id for i in corpus.items} == leaves
    assert {i.profile.name for i in corpus.items} == set(registry.profiles)


def test_every_duty_of_article_20_is_served(corpus):
    served = {d.code for i in corpus.items for d in i.duties}
    assert {f"20-{n}" for n in range(1, 16)} <= served
    assert {f"21-{n}" for n in range(1, 12)} <= served


def test_every_state_of_validity_is_shown(corpus):
    assert {i.validity.word for i in corpus.items if i.validity.asked} == set(VALIDITY)


def test_documents_replace_amend_and_interpret_each_other(corpus):
    labels = {r.label for i in corpus.items for r in i.relations if r.address}
    assert labels == {"废止", "被废止", "修改", "被修改", "解读", "被解读"}


def test_there_are_republished_and_joint_documents(corpus):
    assert any(isinstance(i.issuer, OutsideBody) and i.record.raw("source") for i in corpus.items)
    assert any(len(i.joint_issuers) >= 2 for i in corpus.items)


def test_attachments_of_all_kinds_none_and_many(corpus):
    suffixes = {a.name.rpartition(".")[2] for i in corpus.items for a in i.attachments}
    assert suffixes == {"pdf", "xlsx", "docx", "png", "jpg"}
    counts = Counter(len(i.attachments) for i in corpus.items)
    assert counts[0]
    assert max(counts) >= 10
    assert all(a.size < 60_000 for i in corpus.items for a in i.attachments)


def test_a_wide_table_a_long_text_and_a_long_title(corpus):
    lines = [line for i in corpus.items for line in i.record.text.split("\n")]
    assert any(line.startswith("|") and line.count("|") == 13 for line in lines)
    assert any(len(i.record.text) >= 8000 for i in corpus.items)
    assert any(len(i.title) >= 95 for i in corpus.items)


def test_what_markdown_would_falsify_stands_in_texts(corpus):
    text = "\n".join(i.record.text for i in corpus.items if i.record.text_format == "text")
    assert all(mark in text for mark in ("138****1234，139****5678", "\n- 3℃", "\n1986. ", "张*"))
    marked = "\n".join(i.record.text for i in corpus.items if i.record.text_format == "markdown")
    assert all(mark in marked for mark in ("张*、李*", "\n#1号楼", "\n1986. ", "3*4*5"))


def test_traditional_text_is_there(corpus):
    assert any("臺" in i.title and "規範性文件" in i.record.text for i in corpus.items)


def test_a_draft_and_an_item_not_for_everybody_are_never_items(corpus):
    hidden = {r.path for r in (*corpus.drafts, *corpus.withheld)}
    assert len(corpus.drafts) == 1
    assert len(corpus.withheld) == 1
    assert not hidden & {i.record.path for i in corpus.items}


def test_new_items_leave_the_publication_date_to_the_release(corpus):
    assert sum(i.publish_date is None for i in corpus.items) >= 5
    assert all(i.year == 2026 for i in corpus.items if i.publish_date is None)


def test_half_of_the_items_have_a_written_summary(corpus):
    written = sum(bool(i.summary.text) and not i.summary.extracted for i in corpus.items)
    assert written >= 0.4 * len(corpus.items)
    assert any(i.summary.extracted for i in corpus.items)


def test_every_body_has_a_guide_and_rules(corpus):
    bodies = set(corpus.registry.bodies)
    assert {g.record.body for g in corpus.guides} == bodies
    assert {r.record.body for r in corpus.rules} == bodies
    assert {r.record.raw("status") for r in corpus.rules} == {"正式", "试行", "暂行", "草案"}
    assert not [hit for g in corpus.guides for hit in repealed(g.record.text)]


def test_nobody_and_no_telephone_is_real(corpus):
    for body in corpus.registry.bodies.values():
        assert all(n.startswith("0999-") for n in (body.phone, body.fax, body.consult_phone) if n)
        assert body.email.endswith("@shili.example") or not body.email
    led = corpus.registry.steering
    phones = [one.phone for one in (*led.leaders, *led.liaisons) if one.phone]
    assert all(phone.startswith("0999-") for phone in phones)


def test_who_leads_is_registered_with_some_of_it_lacking(corpus):
    led = {"GK897", "GK898", "GK899", "GK910"}
    assert {f.code for f in rules.check(corpus)} & {*led, "GK911"} == led
