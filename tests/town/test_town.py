"""The invented town of any size: the same every time, whole, and fit to measure with."""

from __future__ import annotations

import hashlib
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from plugins import rules
from plugins.records.load import load
from plugins.town import write
from plugins.town.names import BODIES, FIRST_YEAR, LAST_YEAR, LEAVES

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
SIZE = 1000


def digests(town: Path) -> dict[str, str]:
    files = (p for p in sorted(town.rglob("*")) if p.is_file())
    return {str(p.relative_to(town)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    folder = tmp_path_factory.mktemp("town")
    write(SIZE, str(folder))
    return folder


@pytest.fixture(scope="module")
def corpus(town):
    return load(str(town), DAY)


def test_the_same_number_gives_the_same_bytes(tmp_path):
    write(60, str(tmp_path / "one"))
    write(60, str(tmp_path / "two"))
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_another_seed_gives_another_town(tmp_path):
    write(60, str(tmp_path / "one"))
    write(60, str(tmp_path / "two"), seed=2)
    assert digests(tmp_path / "one") != digests(tmp_path / "two")


def test_a_larger_town_only_adds_to_a_smaller_one(tmp_path, town):
    write(60, str(tmp_path))
    assert digests(tmp_path).items() <= digests(town).items()


def test_check_finds_nothing_in_it(corpus):
    """But that no report is there for every year: items fall into columns by chance."""
    assert {found.code for found in rules.check(corpus)} <= {"GK875"}


def test_all_bodies_columns_and_years_are_there(corpus):
    assert len(corpus.items) == SIZE
    assert len(BODIES) == 40
    assert len(LEAVES) == 49
    assert {i.publisher.id for i in corpus.items} == {b.id for b in BODIES}
    assert {i.column.id for i in corpus.items} == {leaf.id for leaf in LEAVES}
    assert {i.year for i in corpus.items} == set(range(FIRST_YEAR, LAST_YEAR + 1))
    assert {f"20-{n}" for n in range(1, 16)} == {d.code for i in corpus.items for d in i.duties}


def test_a_text_has_about_two_thousand_characters(corpus):
    lengths = [len(i.record.text) for i in corpus.items]
    assert 1800 <= sum(lengths) / len(lengths) <= 2200
    assert min(lengths) > 1000


def test_there_is_a_guide_and_a_rule(corpus):
    assert [g.record.body for g in corpus.guides] == [corpus.registry.site.lead_body]
    assert len(corpus.rules) == 1


def test_check_takes_less_than_three_seconds_of_work(town):
    command = [sys.executable, "-m", "plugins", "check", "--content", str(town)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stdout + done.stderr
    # The clock of the machine is shared with others; the work of the process is not.
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < 3, f"check took {spent:.1f} s of work"
