"""One town: each engine builds its index, is asked everything, and is judged."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.records.load import load
from plugins.search.segments import segments
from tests.bench import measure, results, towns
from tests.bench.place import ROOT, environment
from tests.bench.results import Done, Results, Row
from tests.bench.search import documents, peers
from tests.bench.search.asked import Asked, asked, first, weighed
from tests.bench.search.engine import SHOWN, Answer, Cost, Engine, NotPossible, Size
from tests.bench.search.ours import Ours
from tests.bench.search.pagefind import Pagefind
from tests.search.asked.measure import recall_at, reciprocal_rank, substring_recall

ENGINES = ("gongkai", "lunr", "pagefind", "minisearch", "flexsearch")
FEW = ((1_000, (999, 3)), (10_000, (4, 2)), (50_000, (2, 1)))
"""Up to so many items: how many queries of a kind the others are asked, and of how many the dear
costs are measured, of all."""

SYNONYMS = ROOT / "content" / "registry" / "synonyms.toml"
"""The committed queries are colloquial by this table; that of a town has one line."""

_LONGEST = 7200.0  # seconds that the building of an index may take


def run(kept: Results, work: Path, items: int, only: Sequence[str]) -> None:
    """All rows of a town: ``documents``, then ``index`` and ``answer`` of each engine."""
    town, folder = towns.make(items, work), work / f"search-{items}"
    shutil.copy(SYNONYMS, town.content / "registry")
    folder.mkdir()

    def given() -> Done:
        command = (sys.executable, "-m", documents.__name__, town.content, folder)
        return Done(results.of(measure.run(command, ROOT, environment(work))))

    if kept.attempt("documents", "all", items, given):
        found = load(str(town.content), documents.DAY).items
        asking = asked(found)
        order = tuple(item.index_no for part in segments(found) for item in part.items)
        del found
        whole = frozenset(one.typed for one in asking if one.every)
        for engine in _engines(Ours(town.content, order, whole), only):
            some = asking if isinstance(engine, Ours) else first(asking, few(items)[0])
            enter(kept, work, engine, folder, some, items)
    shutil.rmtree(folder)


def enter(
    kept: Results, work: Path, engine: Engine, folder: Path, asking: Sequence[Asked], items: int
) -> None:
    """One engine over the documents in ``folder``; nothing of it stays."""
    place = folder / engine.name

    def build() -> Done:
        command = engine.build(folder / documents.FILE, place)
        usage = measure.run(command, ROOT, environment(work), _LONGEST)
        size = Size.of(engine.parts(place))
        figures = {"files": size.files, "raw": size.raw, "bytes": size.bytes}
        return Done({**results.of(usage), **figures})

    def answer() -> Done:
        found = engine.ask(place, [one.typed for one in asking], weighed(asking, few(items)[1]))
        rows = (_row(engine.name, items, *pair) for pair in zip(asking, found, strict=True))
        kept.rows.extend(rows)
        return Done({"queries": len(found)})

    if kept.attempt("index", engine.name, items, build):
        kept.attempt("answers", engine.name, items, answer)
    shutil.rmtree(place, ignore_errors=True)


def not_possible(row: Row) -> bool:
    """Whether an engine could not take part, and did not fail."""
    return row.failed.startswith(f"{NotPossible.__name__}: ")


def few(items: int) -> tuple[int, int]:
    """How many queries of a kind the others are asked in a town of that size, and of how many of
    a kind the dear costs are measured."""
    return next((some for most, some in FEW if items <= most), FEW[-1][1])


def _engines(ours: Ours, only: Sequence[str]) -> list[Engine]:
    known = (ours, peers.LUNR, Pagefind(), peers.MINISEARCH, peers.FLEXSEARCH)
    return [engine for engine in known if engine.name in only]


def _row(engine: str, items: int, one: Asked, answer: Answer) -> Row:
    """An answer with its costs and how good it is; the hits stand in the note."""
    figures: dict[str, float] = {
        "recall": recall_at(SHOWN, answer.hits, one.best),
        "rank": reciprocal_rank(answer.hits, one.best),
        **dict(_figures("cold", answer.cold)),
        **dict(_figures("later", answer.later)),
        **answer.more,
    }
    if answer.every is not None:
        figures["whole"] = substring_recall(answer.every, one.every)
    case, note = f"{one.kind}: {one.typed}", " ".join(answer.hits)
    return Row("answer", engine, items, case, figures=figures, note=note)


def _figures(client: str, cost: Cost) -> Iterator[tuple[str, float]]:
    for name in Cost.__slots__:
        if (value := getattr(cost, name)) is not None:
            yield f"{client}_{name}", round(value, 2)
