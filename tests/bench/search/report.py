"""Rows to tables, the same for a terminal and for a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean, median

from tests.bench.report import table
from tests.bench.results import Results, Row
from tests.bench.search import budgets
from tests.bench.search.asked import DRAWN
from tests.bench.search.budgets import OURS, kind_of, quantile
from tests.bench.search.kinds import KINDS

CLIENTS = (
    ("cold", "An answer to a client that has just come"),
    ("later", "An answer to a client that has asked before"),
)


def render(kept: Results) -> str:
    """Everything that was measured, as Markdown that reads well in a terminal."""
    parts = [_machine(kept), _budgets(kept)]
    for items in kept.sizes("documents"):
        parts += [_indexes(kept, items), *_costs(kept, items), *_parted(kept, items)]
        parts += _found(kept, items)
    parts += _tables(kept)
    if kept.failures:
        lines = (_failed(kept, row) for row in kept.failures)
        parts.append("\n".join(("### Not measured\n", *lines)))
    return "\n\n".join(parts) + "\n"


def _machine(kept: Results) -> str:
    m = kept.machine
    return (
        f"{m['date']}, commit {m['commit']}. {m['processor']}, {m['cores']} cores, {m['memory']};"
        f" {m['system']}; Python {m['python']}; {m['asked_in']}."
    )


def _title(kept: Results, engine: str) -> str:
    return str(dict(kept.machine["engines"])[engine])


def _engines(kept: Results) -> Sequence[str]:
    return list(dict(kept.machine["engines"]))


def _indexes(kept: Results, items: int) -> str:
    """What building costs; an engine that built nothing has a row all the same."""
    head = ("what", "wall s", "CPU s", "peak MB", "files", "MB", "MB gzip")
    rows: list[Sequence[str]] = []
    for row in kept.matching("documents", items=items):
        rows.append(("the documents, for all but ours", *_usage(row), "", "", ""))
    for engine in _engines(kept):
        made = list(kept.matching("index", items=items, builder=engine))
        rows += [(_title(kept, engine), *_usage(row), *_size(row)) for row in made]
        if not made:
            rows.append((_title(kept, engine), *("not measured",) * (len(head) - 1)))
    return f"### Making the index, {items:,} items\n\n{table(head, rows)}"


def _usage(row: Row) -> tuple[str, ...]:
    f = row.figures
    return f"{f['wall']:.2f}", f"{f['cpu']:.2f}", f"{f['peak_mb']:,.0f}"


def _size(row: Row) -> tuple[str, ...]:
    f = row.figures
    return f"{f['files']:,.0f}", f"{f['raw'] / 1e6:.2f}", f"{f['bytes'] / 1e6:.2f}"


def _costs(kept: Results, items: int) -> Iterator[str]:
    """The middle of what answers cost, and the most that one fetched."""
    head = ("what", "queries", "KB gzip", "most", "KB", "requests", "round trips", "CPU ms")
    for client, title in CLIENTS:
        rows = [
            (_title(kept, engine), *_cost(kept, items, engine, client))
            for engine in _engines(kept)
            if kept.values("recall", "answer", items=items, builder=engine)
        ]
        if rows:
            yield f"### {title}, {items:,} items\n\n{table(head, rows)}"


def _cost(kept: Results, items: int, engine: str, client: str) -> Iterator[str]:
    def values(name: str) -> Sequence[float]:
        return kept.values(f"{client}_{name}", "answer", items=items, builder=engine)

    sent = values("bytes")
    yield f"{len(sent)}"
    yield from (f"{found(sent) / 1e3:,.1f}" if sent else "unknown" for found in (median, max))
    for name, scale, form in (
        ("raw", 1e3, ",.1f"),
        ("requests", 1, ",.0f"),
        ("round_trips", 1, ",.0f"),
        ("cpu_ms", 1, ",.1f"),
    ):
        found = values(name)
        yield format(median(found) / scale, form) if found else "unknown"


def _parted(kept: Results, items: int) -> Iterator[str]:
    """What ours fetches of each kind, and what the answers work in one warm process."""
    if not kept.values("cold_index_bytes", "answer", items=items, builder=OURS):
        return
    rows = []
    for client, word in (("cold", "first"), ("later", "later")):
        for name in ("", "index_", *(f"{kind}_" for kind in KINDS)):
            title = {"": "everything", "index_": "the index part"}.get(name, f"— {name[:-1]}")
            sent, requests = (
                kept.values(f"{client}_{name}{figure}", "answer", items=items, builder=OURS)
                for figure in ("bytes", "requests")
            )
            kb, many = _three(sent, 1e3, ".1f"), _three(requests, 1, ".0f")
            rows.append((f"{word} answer, {title}", kb, many, ""))
        work = "cold_warm_ms" if client == "cold" else "later_cpu_ms"
        spent = kept.values(work, "answer", items=items, builder=OURS)
        rows.append((f"{word} answer, work", "", "", _three(spent, 1, ".1f")))
    head = ("ours: median / p90 / worst", "KB gzip", "requests", "CPU ms")
    yield f"### What our answers are made of, {items:,} items\n\n{table(head, rows)}"


def _three(values: Sequence[float], scale: float, form: str) -> str:
    found = (quantile(values, share) / scale for share in (0.5, 0.9, 1.0))
    return " / ".join(format(value, form) for value in found)


def _budgets(kept: Results) -> str:
    rows = [(v.work, f"{v.items:,}", v.limit, v.found, v.word) for v in budgets.verdicts(kept)]
    return f"### Budgets of ours\n\n{table(('what', 'items', 'budget', 'measured', ''), rows)}"


def _tables(kept: Results) -> Iterator[str]:
    """What changes cost, and what building costs."""
    for title, head, lines in (
        (
            "Index files that change, one item added at a time",
            ("items", "turns", "median", "p95", "worst", "mean", "between merges", "other files"),
            _grown(kept),
        ),
        (
            "Index files that change, one edit in the main segment",
            ("edit", "items", "turns", "median", "p95", "worst", "of terms, worst"),
            _edited(kept),
        ),
        (
            "Our index alone, one process",
            ("items", "CPU s", "peak MB", "files", "one more: CPU s", "worst"),
            _built(kept),
        ),
    ):
        if rows := list(lines):
            yield f"### {title}\n\n{table(head, rows)}"


def _grown(kept: Results) -> Iterator[Sequence[str]]:
    for row in kept.matching("additions"):
        f = row.figures
        whole = (f"{f[name]:,.0f}" for name in ("turns", "median", "p95", "worst"))
        means = (f"{f['mean']:.1f}", f"{f['between']:,.0f}", f"{f['others']:.1f}")
        yield (f"{row.items:,}{row.case and f', {row.case}'}", *whole, *means)


def _edited(kept: Results) -> Iterator[Sequence[str]]:
    for row in kept.matching("edits"):
        names = ("turns", "median", "p95", "worst", "terms_worst")
        figures = (f"{row.figures[name]:,.0f}" for name in names)
        yield (f"a {row.case}", f"{row.items:,}", *figures)


def _built(kept: Results) -> Iterator[Sequence[str]]:
    for row in kept.matching("build"):
        f = row.figures
        once = (f"{f['cold']:.1f}", f"{f['peak_mb']:,.0f}", f"{f['files']:,.0f}")
        yield (f"{row.items:,}", *once, f"{f['median']:.2f}", f"{f['worst']:.2f}")


def _found(kept: Results, items: int) -> Iterator[str]:
    """Recall of the first ten and reciprocal rank, of either set, by kind and over all queries."""
    known = [e for e in _engines(kept) if list(kept.matching("answer", items=items, builder=e))]
    for title, drawn in (("committed queries", False), ("drawn by a seed", True)):
        rows = [_of_set(kept, items, engine, drawn) for engine in known]
        titles = [_title(kept, engine) for engine in known]
        if not rows or not rows[0]:
            continue
        least = {row.case for row in min(rows, key=len)}
        if len(least) < len(rows[0]):
            rows.insert(1, [row for row in rows[0] if row.case in least])
            titles.insert(1, f"{titles[0]}, asked what the others are")
        lines = [
            (
                kind.removesuffix(DRAWN),
                *_judged([[r for r in of if kind_of(r) == kind] for of in rows]),
            )
            for kind in dict.fromkeys(map(kind_of, rows[0]))
        ]
        lines.append(("all", *_judged(rows)))
        head = ("kind", "queries", *titles)
        what = f"Recall of the first ten / mean reciprocal rank, {items:,} items, {title}"
        yield f"### {what}\n\n{table(head, lines)}"


def _of_set(kept: Results, items: int, engine: str, drawn: bool) -> list[Row]:
    rows = kept.matching("answer", items=items, builder=engine)
    return [row for row in rows if kind_of(row).endswith(DRAWN) == drawn]


def _judged(rows: Sequence[Sequence[Row]]) -> Iterator[str]:
    yield f"{len(rows[0])}"
    for of_engine in rows:
        means = (fmean(row.figures[name] for row in of_engine) for name in ("recall", "rank"))
        yield " / ".join(f"{mean:.2f}" for mean in means)


def _failed(kept: Results, row: Row) -> str:
    title = dict(kept.machine["engines"]).get(row.builder, row.builder)
    return f"- {title}, {row.row}, {row.items:,} items: {' '.join(row.failed.split())}"
