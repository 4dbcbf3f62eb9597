"""How well answers meet what is expected: figures of one query, of a kind, of a whole set."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.search.asked.entries import Entry
from tests.search.asked.truth import Expected, Query, expected

FIRST = 10
OVERALL = "overall"


def recall_at(n: int, hits: Sequence[str], best: Collection[str]) -> float:
    """The share of the ``min(n, len(best))`` expected that stand among the first ``n`` hits."""
    possible = min(n, len(best))
    return len(set(hits[:n]) & set(best)) / possible if possible else 1.0


def reciprocal_rank(hits: Sequence[str], best: Collection[str]) -> float:
    """One by the place of the first hit that is expected; nothing if none is."""
    return next((1 / place for place, hit in enumerate(hits, 1) if hit in best), 0.0)


def substring_recall(hits: Iterable[str], relevant: Collection[str]) -> float:
    """The share of all items that answer which stand anywhere among the hits."""
    return len(set(hits) & set(relevant)) / len(relevant) if relevant else 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of one query."""

    kind: str
    query: Query
    recall: float
    rank: float
    substring: float


@dataclass(frozen=True, slots=True)
class Figure:
    """Means over the queries of a kind, or over all."""

    kind: str
    queries: int
    recall: float
    rank: float
    substring: float


@dataclass(frozen=True, slots=True)
class Report:
    """Outcomes in the order of the set; ``left_out`` has no expected item here and counts not."""

    outcomes: tuple[Outcome, ...]
    left_out: tuple[tuple[str, Query], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """One for each kind in the order of the set, and one over all queries."""
        kinds = dict.fromkeys(outcome.kind for outcome in self.outcomes)
        each = (_mean(kind, [o for o in self.outcomes if o.kind == kind]) for kind in kinds)
        return (*each, _mean(OVERALL, self.outcomes))

    @property
    def missed(self) -> tuple[Outcome, ...]:
        """The queries whose first ten are not what they could be, worst first."""
        short = (outcome for outcome in self.outcomes if outcome.recall < 1)
        return tuple(sorted(short, key=lambda outcome: outcome.recall))


def _mean(kind: str, outcomes: Sequence[Outcome]) -> Figure:
    n = len(outcomes)
    sums = (sum(getattr(o, name) for o in outcomes) for name in ("recall", "rank", "substring"))
    return Figure(kind, n, *(total / n if n else 0.0 for total in sums))


def outcome(kind: str, query: Query, wanted: Expected, hits: Sequence[str]) -> Outcome:
    """The figures of one answer."""
    return Outcome(
        kind,
        query,
        recall_at(FIRST, hits, wanted.best),
        reciprocal_rank(hits, wanted.best),
        substring_recall(hits, wanted.relevant),
    )


def measure(
    asked: Mapping[str, Iterable[Query]],
    items: Sequence[Entry],
    ask: Callable[[str], Sequence[str]],
) -> Report:
    """Ask everything; ``ask`` gives the keys of all hits of what is typed, best first."""
    outcomes, left_out = [], []
    for kind, queries in asked.items():
        for query in queries:
            wanted = expected(kind, query, items)
            if wanted.best:
                outcomes.append(outcome(kind, query, wanted, ask(query.typed)))
            else:
                left_out.append((kind, query))
    return Report(tuple(outcomes), tuple(left_out))


def table(report: Report) -> str:
    """The figures as a table, and below it what was left out."""
    lines = [
        "| kind | queries | recall of the first 10 | reciprocal rank | substring recall |",
        "|---|---|---|---|---|",
    ]
    for row in report.figures:
        figures = f"{row.recall:.3f} | {row.rank:.3f} | {row.substring:.3f}"
        lines.append(f"| {row.kind} | {row.queries} | {figures} |")
    if report.left_out:
        names = "; ".join(f"{kind} {query.typed}" for kind, query in report.left_out)
        lines += ["", f"Left out, {len(report.left_out)} without an expected item: {names}"]
    return "\n".join(lines) + "\n"
