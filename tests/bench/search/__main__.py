"""``make bench-search``: what our search costs and finds, beside other engines, in one run.

    documents   the same documents for all, from an invented town
    asked       the queries, and what the best answers are
    engine      what an engine can do here; what an answer cost
    ours        our index and scripts                 siteconf   a site with the search alone
    peers       lunr, MiniSearch, FlexSearch          monolith   engines in one piece, in Node
    pagefind    Pagefind                              browser    a host and Chromium before it
    brought     the peers, locked                     node/      their scripts, and plain_lunr
    contest     one town: each engine builds, is asked, is judged
    report      tables

An engine that fails, or cannot take part at a size, is a row with the reason, and the others go
on. The exit code is 1 where one failed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import machine
from tests.bench.place import ROOT, WORK
from tests.bench.results import Results
from tests.bench.search import brought, contest, report

SIZES = (1_000, 10_000, 50_000)
DOCUMENT = ROOT / "docs" / "performance.md"
_BEGIN, _END = "<!-- bench-search: begin -->\n", "<!-- bench-search: end -->\n"


def main(words: Sequence[str]) -> int:
    """Measure, print, and write down where that is asked for."""
    asked = _parse(words)
    kept = Results.read(asked.rows_from) if asked.rows_from else _measured(asked)
    told = report.render(kept)
    sys.stdout.write(told)
    if asked.document:
        _write_down(told)
    return 1 if any(not contest.not_possible(row) for row in kept.failures) else 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", allow_abbrev=False)
    parser.add_argument("n", nargs="*", type=int, help=f"numbers of items, in place of {SIZES}")
    parser.add_argument(
        "--only",
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
    told = {"engines": brought.titles(asked.only), "asked_in": brought.surroundings()}
    kept = Results({**machine.facts(), **told}, asked.json)
    if asked.work:
        asked.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=WORK, dir=asked.work)).resolve()
    sys.stderr.write(f"bench: load {machine.load()} before the first row\n")
    try:
        for items in sorted({*(asked.n or SIZES)}):
            contest.run(kept, work, items, asked.only)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    kept.write()
    return kept


def _write_down(told: str) -> None:
    """Put the tables between the marks of the search bench."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(_BEGIN)
    _, mark, after = rest.partition(_END)
    if not mark:
        raise SystemExit(f"{DOCUMENT.name}: the marks of the search bench are not there")
    DOCUMENT.write_text(f"{before}{_BEGIN}\n{told}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
