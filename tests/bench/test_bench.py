"""The harness itself: it measures what happens, tells what fails, and keeps going."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time

import pytest

from plugins import rules
from plugins.records.finding import Severity
from plugins.records.load import load
from tests.bench import alike, budgets, measure, product, report, snapshot, towns
from tests.bench.__main__ import ROWS, Sizes
from tests.bench.place import HERE, ROOT, environment
from tests.bench.race import DAY
from tests.bench.results import Done, Results, Row

BUSY = """
import os, sys, time
def work(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end: pass
held = bytearray(os.urandom(1)) * 60_000_000
left = os.fork()
if left == 0:                 # a worker that outlives its parent
    time.sleep(0.2); work(0.2); os._exit(0)
waited = os.fork()
if waited == 0:
    held = held + b"1"        # a copy of its own
    work(0.2); time.sleep(1.5); os._exit(0)  # long enough to be sampled on a busy machine
os.waitpid(waited, 0)
work(0.2)
print("done")
"""


def run(code, tmp_path, **options):
    return measure.run((sys.executable, "-c", code), tmp_path, environment(tmp_path), **options)


def test_the_work_of_all_processes_is_counted(tmp_path):
    own = bytearray(os.urandom(1)) * 200_000_000  # what the harness holds itself does not count
    usage = run(BUSY, tmp_path)
    del own
    assert usage.out == "done\n"
    assert 0.6 <= usage.cpu < 2
    assert usage.wall >= 1.7
    # Twice sixty megabytes: what the first fork shares with its parent counts once.
    assert 115 < usage.peak_mb < 175


def test_a_command_that_fails_says_why(tmp_path):
    with pytest.raises(measure.Failed, match=r"exit 3: [\s\S]*no luck"):
        run("import sys; sys.stderr.write('no luck'); sys.exit(3)", tmp_path)


def test_a_command_that_does_not_end_is_ended(tmp_path):
    with pytest.raises(measure.Failed, match="stopped after"):
        run("import time; time.sleep(60)", tmp_path, limit=0.2)


def test_changes_are_found_by_looking(tmp_path):
    for name in ("same", "again", "other", "gone", "moved"):
        (tmp_path / name).write_text(name)
    before = snapshot.look(tmp_path)
    time.sleep(0.02)
    since = time.time_ns()
    time.sleep(0.02)
    (tmp_path / "again").write_text("again")
    os.utime(tmp_path / "again", (1, 1))
    (tmp_path / "other").write_text("OTHER")
    (tmp_path / "gone").unlink()
    (tmp_path / "new").write_text("new")
    os.link(tmp_path / "moved", tmp_path / "link")
    (tmp_path / "link").replace(tmp_path / "search.gz")
    found = snapshot.changes(before, snapshot.look(tmp_path), since)
    assert found.changed == ("new", "other", "search.gz")
    assert found.removed == ("gone",)
    assert found.rewritten == ("again",)
    assert found.count(search=True) == 3  # compressed copies do not count


def test_what_clerks_do_is_taken_back(tmp_path):
    town = towns.make(80, tmp_path)
    before = snapshot.look(town.content)
    with towns.kept(town) as done:
        for turn, kind in enumerate(("title", "text", "add", "add")):
            towns.edit(town, kind, turn, done)
        since = time.time_ns()
        found = snapshot.changes(before, snapshot.look(town.content), since)
        assert len(found.changed) == 4
    assert snapshot.differing(before, snapshot.look(town.content)) == ()


def test_no_rule_objects_to_what_clerks_do_in_any_column(tmp_path):
    town = towns.make(60, tmp_path)  # the first 49 items stand in a column each
    with towns.kept(town) as done:
        for turn in range(4):
            towns.edit(town, "add", turn, done)
        for path in town.content.glob("items/*/*/*.md"):
            text = towns._told(towns._retitled(path.read_text(encoding="utf-8")))
            path.write_text(text, encoding="utf-8")
        corpus = load(str(town.content), DAY)
        assert len(corpus.items) == 64
        assert [f for f in rules.check(corpus) if f.severity is Severity.ERROR] == []


OURS = [row for row in ROWS if row != "equal"]


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """Our rows on a tiny town, by the command that people run; one core is quicker here.

    But for ``equal``, whose builds from nothing would double the time: tests of the press compare.
    """
    folder = tmp_path_factory.mktemp("bench")
    rows = folder / "rows.json"
    peers = ("--without", "pelican", "hugo", "eleventy")
    start = f"import os; os.sched_setaffinity(0, {{{min(os.sched_getaffinity(0))}}}); "
    code = start + "import runpy; runpy.run_module('tests.bench', run_name='__main__')"
    options = ("--quick", "12", "--json", rows, "--work", folder, *peers, "--only", *OURS)
    command = (sys.executable, "-c", code, *options)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, Results.read(rows), folder


def test_every_row_of_ours_is_measured(session):
    told, kept, folder = session
    judged = json.loads((folder / "rows.json").read_text(encoding="utf-8"))["budgets"]
    assert len(judged) == len(budgets.verdicts(kept))
    assert {row.row for row in kept.rows} == {*OURS}
    assert {row.case for row in kept.matching("edit")} == {"title", "text", "add"}
    for row in kept.rows:
        assert row.figures["wall"] > 0
        assert row.figures["cpu"] > 0
        assert row.figures["peak_mb"] > 10
    for row in kept.matching("edit"):
        assert row.figures["changed"] > 0
    assert re.search(r"\| nothing changed .* met \|", told)
    assert [p.name for p in folder.iterdir()] == ["rows.json"]


def test_the_number_of_workers_is_the_verb_s_own_option():
    assert product._workers(0) == ()
    assert product._workers(2) == ("--workers", "2")
    assert product._start(1) == (sys.executable, "-m", "plugins")


def test_our_pages_are_as_many_as_the_peers(session):
    """Items, home, and a list for each column, body, year and month that has an item."""
    _, kept, _ = session
    pages = {row.figures["pages"] for row in kept.matching("race")}
    assert len(pages) == 1


def test_pages_that_say_something_else_are_found(tmp_path):
    page = "<body><p>甲 <b>乙</b></p><a href='{}'>丙</a>{}</body>"
    for name, more in (("one", ""), ("two", "丁")):
        (tmp_path / name / "year" / "2020" / "page").mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(page.format(name, more), encoding="utf-8")
        (tmp_path / name / "year" / "2020.html").write_text(page.format(name, ""), encoding="utf-8")
    (tmp_path / "one" / "year" / "2020-2.html").write_text(page.format(1, ""), encoding="utf-8")
    (tmp_path / "two" / "year" / "2020" / "page" / "2.html").write_text(page, encoding="utf-8")
    found = alike.differing(tmp_path / "one", tmp_path / "two")
    assert found == ("index.html", "year/2020-2.html")


def test_nothing_of_this_machine_is_told(session):
    told, _, folder = session
    text = told + (folder / "rows.json").read_text(encoding="utf-8")
    for secret in (str(ROOT), os.uname().nodename, sys.prefix):
        assert secret not in text


def test_a_row_that_fails_is_told_and_the_others_go_on(capsys):
    kept = Results(dict.fromkeys(("date", "commit", "processor", "cores", "memory"), "x"))
    kept.machine |= {"system": "x", "python": "x", "hugo": "1", "eleventy": "1", "pelican": "1"}

    def broken():
        raise measure.Failed(f"exit 70: {ROOT}/plugins\nlast words")

    assert not kept.attempt("site", "gongkai", 10, broken)
    assert kept.attempt("check", "gongkai", 10, lambda: Done({"wall": 1, "cpu": 1, "peak_mb": 9}))
    told = report.render(kept)
    assert "site gongkai 10:\n\n```\nFailed: exit 70: plugins\nlast words\n```" in told
    assert "| check alone, cold " in told
    assert len(kept.failures) == 1


def race(kept, builder, items, wall, case="cold"):
    figures = {"wall": wall, "cpu": wall, "peak_mb": items / 100}
    kept.add(Row("race", builder, items, case, figures=figures))


def test_budgets_are_judged_by_ratio_at_their_sizes():
    kept = Results({})
    for items in (1_000, 10_000, 50_000):
        for builder, speed in (("pelican", 300), ("hugo", 1600), ("gongkai", 1000)):
            race(kept, builder, items, items / speed)
    found = [v for v in budgets.verdicts(kept) if v.work.startswith("full build")]
    assert [(v.items, v.word) for v in found] == [
        (10_000, "met"),  # 0.3 of Pelican's
        (10_000, "met"),  # 1.6 of Hugo's
        (50_000, "missed"),
        (10_000, "missed"),
        (10_000, "not measured"),
    ]
    growth = next(v for v in budgets.verdicts(kept) if v.work == "growth, full build")
    assert (growth.limit, growth.word) == ("≤ 5.5 × the CPU of 10,000", "met")
    memory = next(v for v in budgets.verdicts(kept) if v.work == "memory, full build")
    assert memory.found == "10 MB per 1,000 items"


def test_a_smoke_test_is_judged_at_its_own_sizes():
    assert budgets.stand_ins((10_000, 50_000), (1_000, 10_000, 50_000)) == {
        10_000: 10_000,
        50_000: 50_000,
    }
    assert budgets.stand_ins((10_000, 50_000), (1_000, 2_000)) == {10_000: 2_000}
    assert budgets.stand_ins((10_000, 50_000), (2_000, 20_000)) == {10_000: 2_000, 50_000: 20_000}
    assert budgets.stand_ins((10_000, 50_000), ()) == {}


def test_the_peers_are_locked_and_no_host_is_named():
    hugo = (ROOT / "requirements-bench.lock").read_text(encoding="utf-8")
    node = (HERE / "package-lock.json").read_text(encoding="utf-8")
    assert "--hash=sha256:" in hugo
    assert '"integrity": "sha512-' in node
    assert "resolved" not in node
    assert "://" not in hugo


def test_the_sizes_of_a_run():
    assert Sizes.of((), quick=False, large=False).race == (1_000, 10_000, 50_000)
    assert Sizes.of((), quick=False, large=True).site == (12_200, 30_000, 100_000)
    assert Sizes.of((), quick=True, large=False).change == (1_000, 2_000)
    assert Sizes.of((300, 30), quick=True, large=False) == Sizes(
        (30, 300), (30, 300), (30, 300), 300
    )
