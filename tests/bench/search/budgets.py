"""What our search was promised to cost, and whether what was measured keeps it.

A budget is stated for a size; sizes of one's own stand in for it as in ``tests.bench.budgets``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil
from statistics import fmean

from tests.bench.budgets import Verdict, judge, stand_ins
from tests.bench.results import Results, Row
from tests.bench.search.asked import CERTAIN, DRAWN, WHOLE, plain

OURS = "gongkai"
SMALL, USUAL, BIG = 1_000, 10_000, 50_000


@dataclass(frozen=True, slots=True)
class Answers:
    """A budget of a figure over all answers: ``share`` of 0.5 is the median, 1 the worst."""

    work: str
    items: int
    figure: str
    share: float
    limit: float
    unit: str

    def judged(self, kept: Results, items: int) -> Verdict:
        """The verdict at the size that stands in for the budget's."""
        values = kept.values(self.figure, "answer", items=items, builder=OURS)
        scale = 1e3 if self.unit.startswith("KB") else 1
        value = quantile(values, self.share) / scale if values else None
        of = {0.5: "median", 0.9: "p90", 1.0: "worst"}[self.share]
        return judge(f"{self.work}, {of}", items, value, self.limit, self.unit)


def _index(client: str, items: int, share: float, limit: float) -> Answers:
    work = f"{'first' if client == 'cold' else 'later'} answer, index part"
    return Answers(work, items, f"{client}_index_bytes", share, limit, "KB gzip")


ANSWERS = (
    _index("cold", SMALL, 0.5, 35),
    _index("cold", USUAL, 0.5, 70),
    _index("cold", USUAL, 1, 125),
    Answers("first answer, index part", USUAL, "cold_index_requests", 1, 25, "requests"),
    _index("later", USUAL, 0.5, 20),
    _index("later", USUAL, 1, 65),
    _index("cold", BIG, 1, 300),
    Answers("first answer, everything", USUAL, "cold_bytes", 0.5, 120, "KB gzip"),
    Answers("first answer, everything", USUAL, "cold_bytes", 1, 200, "KB gzip"),
    Answers("first answer, everything", USUAL, "cold_round_trips", 1, 3, "round trips"),
    Answers("an answer's work, nothing remembered", BIG, "cold_warm_ms", 0.9, 50, "CPU ms"),
)
ADDITIONS: Mapping[str, tuple[str, Mapping[int, float]]] = {
    "median": ("median", {USUAL: 2, BIG: 2}),
    "mean": ("mean", {USUAL: 35, BIG: 45}),
    "between": ("worst between main merges", {USUAL: 350, BIG: 350}),
}
EDITS: Mapping[str, tuple[str, Sequence[str], float]] = {
    "word": ("one word edited", ("worst",), 10),
    "sentence more": ("one sentence added", ("worst",), 70),
    "sentence": ("one sentence edited", ("median", "worst"), 70),
}
"""A sentence is edited by putting another one in its place: the pairs of both change."""

COLD, PEAK_MB, ADDED = 40.0, 1_000.0, 2.0


def quantile(values: Sequence[float], share: float) -> float:
    """The least value below or at which that share of all lies."""
    return sorted(values)[ceil(len(values) * share) - 1]


def verdicts(kept: Results) -> tuple[Verdict, ...]:
    """Every budget, in the order of the list."""
    return (*_answers(kept), *_additions(kept), *_edits(kept), *_build(kept), *_found(kept))


def _sizes(kept: Results, row: str, *stated: int) -> Mapping[int, int]:
    """For each stated size the one that is judged, itself where nothing stands in."""
    found = stand_ins(stated, kept.sizes(row, builder=OURS))
    return {size: found.get(size, size) for size in stated}


def _answers(kept: Results) -> Iterator[Verdict]:
    sizes = _sizes(kept, "answer", SMALL, USUAL, BIG)
    yield from (budget.judged(kept, sizes[budget.items]) for budget in ANSWERS)


def _additions(kept: Results) -> Iterator[Verdict]:
    sizes = _sizes(kept, "additions", USUAL, BIG)
    for name, (word, limits) in ADDITIONS.items():
        for stated, limit in limits.items():
            items = sizes[stated]
            value = kept.median(name, "additions", items=items, case="")
            yield judge(f"one item added, {word}", items, value, limit, "index files")


def _edits(kept: Results) -> Iterator[Verdict]:
    sizes = _sizes(kept, "edits", USUAL, BIG)
    for kind, (work, figures, limit) in EDITS.items():
        for figure, items in product(figures, sizes.values()):
            value = kept.median(figure, "edits", items=items, case=kind)
            yield judge(f"{work} in main, {figure}", items, value, limit, "index files")


def _build(kept: Results) -> Iterator[Verdict]:
    items = _sizes(kept, "build", USUAL)[USUAL]
    for name, work, limit, unit in (
        ("cold", "the index from nothing", COLD, "CPU s"),
        ("peak_mb", "the index from nothing", PEAK_MB, "MB"),
        ("worst", "the index, one item added between main merges", ADDED, "CPU s"),
    ):
        yield judge(work, items, kept.median(name, "build", items=items), limit, unit)


def _found(kept: Results) -> Iterator[Verdict]:
    """How much is found, of each set, at every size that was asked."""
    for items in kept.sizes("answer", builder=OURS) or [USUAL]:
        rows = list(kept.matching("answer", items=items, builder=OURS))
        for title, drawn in (("committed queries", False), ("drawn queries", True)):
            those = [row for row in rows if kind_of(row).endswith(DRAWN) == drawn]
            certain = [row for row in those if plain(kind_of(row)) in CERTAIN]
            whole = [row for row in those if plain(kind_of(row)) in WHOLE]
            yield _least(f"{title}, recall of the first ten", items, _mean("recall", those), 0.95)
            ids = f"{title}, the same of numbers, Traditional, pinyin"
            yield _least(ids, items, _mean("recall", certain), 1)
            every = f"{title}, all that hold the words"
            yield _least(every, items, _mean("whole", whole), 1)


def kind_of(row: Row) -> str:
    """Of which kind the query of an answer is."""
    return row.case.partition(":")[0]


def _mean(figure: str, rows: Sequence[Row]) -> float | None:
    found = [row.figures[figure] for row in rows if figure in row.figures]
    return fmean(found) if found else None


def _least(work: str, items: int, value: float | None, limit: float) -> Verdict:
    if value is None:
        return Verdict(work, items, f"≥ {limit:.2f}", "", None)
    return Verdict(work, items, f"≥ {limit:.2f}", f"{value:.4f}", value >= limit)
