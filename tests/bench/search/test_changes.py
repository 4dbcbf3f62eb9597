"""What is planned is what would be made: addresses, digests, and what changes from one to the next."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.memory import Memory
from plugins.records.load import load
from plugins.search.segments import segments
from tests.bench import towns
from tests.bench.search import documents, growth, later
from tests.bench.search.engine import NotPossible
from tests.bench.search.kinds import INDEX, KINDS, kind_of, of_index
from tests.bench.search.planned import Change, Changes, Planner, addresses_of, made

SIZE = 519
"""A main segment of 512, and seven more: the next one makes a middle segment."""


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    return tmp_path_factory.mktemp("changes")


@pytest.fixture(scope="module")
def content(work):
    return towns.make(SIZE, work).content


@pytest.fixture(scope="module")
def items(content):
    return load(str(content), documents.DAY).items


@pytest.fixture(scope="module")
def more(work):
    return later.added(work / "more", 3, date(2026, 12, 1), 2)


@pytest.fixture(scope="module")
def planner(work):
    with Memory(str(work / "blocks")) as memory:
        yield Planner(memory)


def files(plan):
    """Every file of a plan, made."""
    planned = (one for part in plan.values() for one in part.values())
    return {blob.address: blob.data for one in planned for blob in made(one.asked)}


@pytest.fixture(scope="module")
def standing(planner, items):
    """The plan of the town, and its files."""
    plan = planner.plan(items)
    return plan, files(plan)


def test_addresses_are_known_before_files_are_made(standing):
    plan, there = standing
    known = [a for part in plan.values() for one in part.values() for a in addresses_of(one.asked)]
    assert len(known) == len(set(known))
    assert set(known) == set(there)
    assert {kind_of(address) for address in known} == {*KINDS} - {"words", "client"}


def compared(before, after):
    """The change between two sites, file by file."""
    written = {address for address, data in after.items() if before.get(address) != data}
    return Change(frozenset(written), frozenset(before.keys() - after.keys()))


def test_an_addition_changes_what_differs_when_all_is_made(planner, items, more, standing):
    before, there = standing
    counted = planner.counted
    for n, young in ((1, 0), (2, 1)):
        plan = planner.plan((*items, *more[:n]))
        now = files(plan)
        found = Changes().between(before, plan)
        assert found == compared(there, now)
        assert len(plan["recent"]) > 1 - (young == 0)
        assert plan["main"] is before["main"]
        before, there = plan, now
    assert planner.counted == counted + 2  # the blocks of the middle and the youngest segment


@pytest.mark.parametrize("kind", later.EDITS)
def test_an_edit_changes_what_differs_when_all_is_made(
    kind, content, planner, items, standing, tmp_path
):
    plan, there = standing
    deep = next(segments(items)).items[200:202]
    new, _ = later.edited(content, tmp_path / kind, deep, kind)
    assert new.record.text != deep[0].record.text
    assert (new.title, new.summary) == (deep[0].title, deep[0].summary)
    after = planner.plan([new if item.key == new.key else item for item in items])
    found = Changes().between(plan, after)
    assert found == compared(there, files(after))
    assert not found.removed
    terms = [address for address in found.written if kind_of(address) == "terms"]
    assert 1 <= len(terms) < len(of_index(found.written)) < 100


def test_added_items_come_after_all_others_on_days_of_their_own(more):
    assert [item.publish_date for item in more] == [
        date(2026, 12, 2),
        date(2026, 12, 2),
        date(2026, 12, 3),
    ]
    assert len({item.key for item in more}) == 3
    assert all(item.index_no.endswith(f"2026-{90_000 + n}") for n, item in enumerate(more))


def test_rows_have_what_is_judged(content, items, tmp_path):
    figures = growth.additions(items, tmp_path, 2, 9).figures
    assert (figures["turns"], figures["merges"], figures["median"]) == (9, 0, 2)
    assert figures["worst"] == figures["between"] > 8
    assert 2 < figures["others"] < figures["worst"]
    figures = growth.edits(items, content, tmp_path, "word", 2).figures
    assert 2 < figures["worst"] <= figures["terms_worst"] + 2 < 12
    with pytest.raises(NotPossible):
        growth.edits(items[:9], content, tmp_path, "word", 2)


TEXT = "第一句话写在前面的地方。这里说的是别的事情，没有什么。\n\n" * 3
LATER = "由有关部门负责办理这件事情。最后的一句话也有这么长，到此为止。"


def test_a_word_becomes_one_as_long():
    found = later.reworded(TEXT + LATER, "")
    assert len(found) == len(TEXT + LATER)
    assert "有关部门管理办理" in found
    assert found.replace("管理", "负责") == TEXT + LATER


def test_a_sentence_becomes_another_one_or_stands_before_it():
    other, new = "甲" * 40 + "。这是另外一篇文章里的一句话。", "这是另外一篇文章里的一句话。"
    found = later.retold(TEXT + LATER, other)
    assert found.count(new) == 1
    assert found.count("。") == (TEXT + LATER).count("。")
    assert later.told(TEXT + LATER, other).replace(new, "") == TEXT + LATER
    with pytest.raises(ValueError, match="no whole sentence"):
        later.retold("短", TEXT)


def change(index, others=()):
    return Change(frozenset([f"search/a/{n}.0.js" for n in range(index)] + [*others]), frozenset())


def test_the_worst_between_merges_is_not_the_worst_of_all():
    body = "search/a/t7.js"
    found = growth.grown([change(2), change(2, [body]), change(90), change(10)], [0, 0, 1, 0])
    assert found == {
        "median": 6,
        "p95": 90,
        "worst": 90,
        "mean": 26,
        "between": 10,
        "merges": 1,
        "others": 0.25,
        "removed": 0,
        "turns": 4,
    }


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("search/words.js", "words"),
        ("search/fold.js", "words"),
        ("search/version.js", "segments"),
        ("search/main.js", "segments"),
        ("search/47c27191d5/516c-1.js", "terms"),
        ("search/47c27191d5/5.11.js", "terms"),
        ("search/47c27191d5/lengths.js", "lengths"),
        ("search/47c27191d5/facets.js", "facets"),
        ("search/47c27191d5/r314.js", "records"),
        ("search/47c27191d5/t0.js", "bodies"),
        ("search/lunr.min.js", "client"),
        ("static/search/page.4465b7d1.js", "client"),
    ],
)
def test_files_are_told_by_their_names(address, kind):
    assert kind_of(address) == kind
    assert of_index([address]) == ([address] if kind in INDEX else [])


def test_a_file_that_nobody_told_us_of_is_an_error():
    with pytest.raises(ValueError, match="no file of the search"):
        kind_of("search/data.js")
