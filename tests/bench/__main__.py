"""``make bench``: what our work costs, beside what the same work costs elsewhere, in one run.

    place      where things are, and the environment of every command
    prepare    brings Hugo and Eleventy, locked; stock Pelican is in the project already
    measure    one command: wall clock, CPU of all its processes, memory at its peak
    snapshot   a folder as it is found: what was written, changed, removed
    towns      the towns that are built, and what clerks do to them
    convert    the items in the peers' own front matter
    peers/     their settings and equal minimal templates; ours/ the same pages by our press
    race       the same pages, in turn          alike      whether they say the same
    product    the whole product, and what changes cost
    results    rows, kept as they come          budgets    what was promised
    report     tables                           machine    what it was measured on

Every row stands for itself: one that fails is told at the end, with what it said, and the exit
code is 1; the others go on. A budget that is missed is a result and no failure.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tests.bench import budgets, machine, place, product, race, report
from tests.bench.place import WORK
from tests.bench.results import Results

ROWS = ("race", "site", "nothing", "edit", "check", "equal")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many items each row is measured with."""

    race: tuple[int, ...] = (1_000, 10_000, 50_000)
    site: tuple[int, ...] = (12_200, 30_000)
    change: tuple[int, ...] = (10_000, 50_000)
    check: int = 12_200

    @classmethod
    def of(cls, given: Sequence[int], quick: bool, large: bool) -> Sizes:
        """The sizes of a run: one's own, the small ones of a smoke test, or the full ones."""
        own = tuple(sorted({*given})) or ((1_000, 2_000) if quick else ())
        if own:
            return cls(own, own, own, own[-1])
        usual, more = cls(), (100_000,) if large else ()
        return replace(usual, race=(*usual.race, *more), site=(*usual.site, *more))


def main(words: Sequence[str]) -> int:
    """Measure, print, and write down where that is asked for."""
    asked = _parse(words)
    if asked.rows_from:
        kept = Results.read(asked.rows_from)
    else:
        kept = Results(machine.facts(), asked.json)
        _measure(asked, kept)
        kept.write(budgets=[asdict(v) for v in budgets.verdicts(kept)])
    told = report.render(kept)
    sys.stdout.write(told)
    if asked.document:
        place.write_down(told, "bench")
    return 1 if kept.failures else 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", allow_abbrev=False)
    parser.add_argument("n", nargs="*", type=int, help="numbers of items, in place of the usual")
    parser.add_argument("--quick", action="store_true", help="1,000 and 2,000 items, each once")
    parser.add_argument("--large", action="store_true", help="100,000 items too")
    parser.add_argument(
        "--only", nargs="+", choices=ROWS, default=ROWS, metavar="ROW", help=str(ROWS)
    )
    parser.add_argument("--without", nargs="+", default=(), metavar="PEER", help="leave peers out")
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the rows there")
    parser.add_argument(
        "--from", type=Path, dest="rows_from", metavar="PATH", help="show such rows"
    )
    parser.add_argument("--document", action="store_true", help="write docs/performance.md anew")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where towns and sites are made")
    return parser.parse_args(words)


def _measure(asked: argparse.Namespace, kept: Results) -> None:
    """All rows, one command at a time."""
    sizes = Sizes.of(asked.n, asked.quick, asked.large)
    if asked.work:
        asked.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=WORK, dir=asked.work)).resolve()
    once = asked.quick or bool(asked.n)
    sys.stderr.write(f"bench: load {machine.load()} before the first row\n")
    try:
        if "race" in asked.only:
            for items in sizes.race:
                rounds = 1 if once or items > 10_000 else 3
                race.run(kept, work, items, rounds, asked.without)
        for items, rows in _products(asked.only, sizes).items():
            product.Product(kept, work, items).run(rows, 1 if once else 3)
        if "check" in asked.only:
            product.check(kept, work, sizes.check)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _products(only: Sequence[str], sizes: Sizes) -> dict[int, list[str]]:
    """What is to be done with the product at each size, the smallest first."""
    found: dict[int, list[str]] = {}
    for row, wanted in (
        ("site", sizes.site),
        ("nothing", sizes.change),
        ("edit", sizes.change),
        ("equal", sizes.change[:1]),
    ):
        for items in wanted if row in only else ():
            found.setdefault(items, []).append(row)
    return dict(sorted(found.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
