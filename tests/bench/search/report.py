"""Rows to tables, the same for a terminal and for a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean, median

from tests.bench.report import table
from tests.bench.results import Results, Row

CLIENTS = (
    ("cold", "An answer to a client that has just come"),
    ("later", "An answer to a client that has asked before"),
)


def render(kept: Results) -> str:
    """Everything that was measured, as Markdown that reads well in a terminal."""
    parts = [_machine(kept)]
    for items in kept.sizes("documents"):
        parts += [_indexes(kept, items), *_costs(kept, items), *_found(kept, items)]
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


def _found(kept: Results, items: int) -> Iterator[str]:
    """Recall of the first ten and reciprocal rank, by kind and over all queries."""
    known = [e for e in _engines(kept) if list(kept.matching("answer", items=items, builder=e))]
    if not known:
        return
    rows = [list(kept.matching("answer", items=items, builder=engine)) for engine in known]
    kinds = dict.fromkeys(_kind(row) for row in rows[0])
    lines = [
        (kind, *_judged([[r for r in of if _kind(r) == kind] for of in rows])) for kind in kinds
    ]
    lines.append(("all", *_judged(rows)))
    head = ("kind", "queries", *(_title(kept, engine) for engine in known))
    title = f"### Recall of the first ten / mean reciprocal rank, {items:,} items"
    yield f"{title}\n\n{table(head, lines)}"


def _kind(row: Row) -> str:
    return row.case.partition(":")[0]


def _judged(rows: Sequence[Sequence[Row]]) -> Iterator[str]:
    yield f"{len(rows[0])}"
    for of_engine in rows:
        means = (fmean(row.figures[name] for row in of_engine) for name in ("recall", "rank"))
        yield " / ".join(f"{mean:.2f}" for mean in means)


def _failed(kept: Results, row: Row) -> str:
    title = dict(kept.machine["engines"]).get(row.builder, row.builder)
    return f"- {title}, {row.row}, {row.items:,} items: {' '.join(row.failed.split())}"
