"""``make bench-search``: what our search costs and finds, beside other engines, in one run.

    documents   the same documents for all, from an invented town
    asked       two sets of queries, and what the best answers are
    engine      what an engine can do here; what an answer cost
    ours        our index and scripts                 siteconf   a site with the search alone
    kinds       what each of our files is for
    peers       lunr, MiniSearch, FlexSearch          monolith   engines in one piece, in Node
    pagefind    Pagefind                              browser    a host and Chromium before it
    brought     the peers, locked                     node/      their scripts, and plain_lunr
    contest     one town: each engine builds, is asked, is judged
    planned     our files as they are planned         later      what clerks do afterwards
    growth      files that change                     building   making our index alone
    budgets     what was promised                     report     tables

An engine that fails, or cannot take part at a size, is a row with the reason, and the others go
on. The exit code is 1 where one failed; a budget that is missed is a result and no failure.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from plugins.records.load import load
from tests.bench import machine, measure, place, results, towns
from tests.bench.place import DOCUMENT, ROOT, WORK, environment
from tests.bench.results import Done, Results
from tests.bench.search import (
    brought,
    budgets,
    building,
    contest,
    documents,
    growth,
    later,
    report,
)

SIZES = {
    "answers": (1_000, 10_000, 50_000),
    "additions": (10_000, 50_000),
    "edits": (10_000, 50_000),
    "build": (10_000,),
}
TURNS = 24
"""Items that are added to a built index: three of them make the middle segment anew."""


def main(words: Sequence[str]) -> int:
    """Measure, print, and write down where that is asked for."""
    asked = _parse(words)
    kept = Results.read(asked.rows_from) if asked.rows_from else _measured(asked)
    told = report.render(kept)
    sys.stdout.write(told)
    if asked.document:
        place.write_down(told, "bench-search")
    return 1 if any(not contest.not_possible(row) for row in kept.failures) else 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", allow_abbrev=False)
    parser.add_argument("n", nargs="*", type=int, help="numbers of items, in place of the usual")
    rows = tuple(SIZES)
    parser.add_argument(
        "--only", nargs="+", choices=rows, default=rows, metavar="ROW", help=f"some rows: {rows}"
    )
    parser.add_argument(
        "--engines",
        nargs="+",
        choices=contest.ENGINES,
        default=contest.ENGINES,
        metavar="NAME",
        help=f"some engines: {contest.ENGINES}",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there")
    parser.add_argument(
        "--from", type=Path, dest="rows_from", metavar="FILE", help="show such rows"
    )
    parser.add_argument("--document", action="store_true", help=f"write into {DOCUMENT.name}")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where towns and indexes are made")
    return parser.parse_args(words)


def _measured(asked: argparse.Namespace) -> Results:
    """The rows of all towns, the smallest first."""
    engines = asked.engines if "answers" in asked.only else (budgets.OURS,)
    told = {"engines": brought.titles(engines), "asked_in": brought.surroundings()}
    kept = Results({**machine.facts(), **told}, asked.json)
    if asked.work:
        asked.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=WORK, dir=asked.work)).resolve()
    sys.stderr.write(f"bench: load {machine.load()} before the first row\n")
    sizes = {row: asked.n or SIZES[row] for row in asked.only}
    try:
        for items in sorted({size for found in sizes.values() for size in found}):
            _town(kept, work, items, [row for row in asked.only if items in sizes[row]], asked)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    kept.write(budgets=[asdict(verdict) for verdict in budgets.verdicts(kept)])
    return kept


def _town(
    kept: Results, work: Path, items: int, rows: Sequence[str], asked: argparse.Namespace
) -> None:
    """These rows of one town."""
    if "answers" in rows:
        contest.run(kept, work, items, asked.engines)
    content, folder = towns.make(items, work).content, work / f"grown-{items}"
    folder.mkdir()
    if {"additions", "edits"} & {*rows}:
        _changes(kept, content, folder, items, rows)
    if "build" in rows:
        kept.attempt("build", budgets.OURS, items, partial(_build, content, folder, work))
    shutil.rmtree(folder)


def _changes(kept: Results, content: Path, folder: Path, items: int, rows: Sequence[str]) -> None:
    """What changes of the index; in large towns only what is judged."""
    found, all_of = load(str(content), documents.DAY).items, items <= growth.MORE
    for case, a_day in growth.CASES.items() if "additions" in rows else ():
        if all_of or not case:
            work = partial(growth.additions, found, folder, a_day)
            kept.attempt("additions", budgets.OURS, items, work, case)
    for kind in later.EDITS if "edits" in rows else ():
        if all_of or kind in budgets.EDITS:
            work = partial(growth.edits, found, content, folder, kind)
            kept.attempt("edits", budgets.OURS, items, work, kind)


def _build(content: Path, folder: Path, work: Path) -> Done:
    """Making our index alone, in a process of its own."""
    command = (sys.executable, "-m", building.__name__, content, folder / "built", str(TURNS))
    usage = measure.run(command, ROOT, environment(work))
    return Done({**results.of(usage), **json.loads(usage.out)})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
