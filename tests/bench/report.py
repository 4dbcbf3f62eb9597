"""Rows to tables, the same for a terminal and for docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.bench import budgets
from tests.bench.results import Results, Row

RACERS = (
    ("pelican", "cold", "stock Pelican {pelican}"),
    ("eleventy", "cold", "Eleventy {eleventy}"),
    ("hugo", "cold", "Hugo {hugo}"),
    ("gongkai", "cold", "Gongkai, cold"),
    ("gongkai", "warm", "Gongkai, warm, every page again"),
)
CASES = {
    ("race", "cold"): "the same pages, cold",
    ("race", "warm"): "the same pages, warm",
    ("site", ""): "the whole product",
    ("nothing", ""): "nothing changed",
    ("edit", "title"): "a title",
    ("edit", "text"): "a text",
    ("edit", "add"): "a new item",
}


def render(kept: Results) -> str:
    """Everything that was measured, as Markdown that reads well in a terminal."""
    parts = [_machine(kept)]
    for title, head, lines in _tables(kept):
        if rows := list(lines):
            parts.append(f"### {title}\n\n{table(head, rows)}")
    if kept.failures:
        parts.append("### Failed\n\n" + "\n\n".join(_failed(kept.failures)))
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with its columns in line; the first stands left, figures right."""
    widths = [max(len(r[n]) for r in (head, *rows)) for n in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        first = cells[0].ljust(widths[0])
        return f"| {' | '.join((first, *map(str.rjust, cells[1:], widths[1:])))} |"

    rule = "|".join(("", "-" * (widths[0] + 2), *("-" * (w + 1) + ":" for w in widths[1:]), ""))
    return "\n".join((line(head), rule, *map(line, rows)))


def _machine(kept: Results) -> str:
    m = kept.machine
    return (
        f"{m['date']}, commit {m['commit']}. {m['processor']}, {m['cores']} cores, {m['memory']};"
        f" {m['system']}; Python {m['python']}."
    )


Table = tuple[str, Sequence[str], Iterator[Sequence[str]]]


def _tables(kept: Results) -> Iterator[Table]:
    yield "Budgets", ("work", "items", "budget", "measured", ""), _budgets(kept)
    racers = ("builder", "pages", "wall s", "CPU s", "items/s", "peak MB", "÷ Pelican", "÷ Hugo")
    for items in kept.sizes("race"):
        yield f"The same pages, {items:,} items{_alike(kept, items)}", racers, _race(kept, items)
    yield "Growth", ("builder", *_steps(kept), "MB per 1,000 more"), _growth(kept)
    once = ("items", "files", "pages", "wall s", "CPU s", "peak MB")
    yield "The whole product, from nothing", once, _site(kept)
    again = ("what", "items", "wall s", "CPU s", "changed", "with search", "removed", "written")
    yield "The whole product, run again", again, _changes(kept)
    yield "Check alone", ("what", "items", "wall s", "CPU s", "peak MB"), _check(kept)
    equal = ("the site after those steps, and from nothing by", "items", "files that differ", "")
    yield "Equality", equal, _equal(kept)
    clock = ("what", "items", "seconds of wall clock by our own clock")
    yield "Where our time goes", clock, _stages(kept)


def _budgets(kept: Results) -> Iterator[Sequence[str]]:
    for v in budgets.verdicts(kept):
        yield v.work, f"{v.items:,}", v.limit, v.found, v.word


def _race(kept: Results, items: int) -> Iterator[Sequence[str]]:
    def wall(builder: str) -> float | None:
        return kept.median("wall", "race", builder=builder, items=items, case="cold")

    for builder, case, title in RACERS:
        wanted = {"builder": builder, "items": items, "case": case}
        walls = kept.values("wall", "race", **wanted)
        if not walls:
            continue
        middle = kept.median("wall", "race", **wanted) or 0.0
        spread = f" ({min(walls):.1f}–{max(walls):.1f})" if len(walls) > 1 else ""
        ratios = (
            f"{middle / peer:.2f}" if peer else "" for peer in (wall("pelican"), wall("hugo"))
        )
        yield (
            title.format(**kept.machine),
            f"{kept.median('pages', 'race', **wanted) or 0:,.0f}",
            f"{middle:.1f}{spread}",
            f"{kept.median('cpu', 'race', **wanted) or 0:.1f}",
            f"{items / middle:,.0f}",
            f"{kept.median('peak_mb', 'race', **wanted) or 0:,.0f}",
            *ratios,
        )


def _alike(kept: Results, items: int) -> str:
    """Said in the title where every page of every builder was compared and none differed."""
    compared = list(kept.matching("alike", items=items))
    return ": the same words and links on every page" if compared else ""


def _pairs(kept: Results) -> list[tuple[int, int]]:
    sizes = kept.sizes("race")
    return list(pairwise(sizes))


def _steps(kept: Results) -> list[str]:
    return [f"CPU {small:,} → {big:,}" for small, big in _pairs(kept)]


def _growth(kept: Results) -> Iterator[Sequence[str]]:
    for builder, case, title in RACERS if _pairs(kept) else ():
        ratios = [budgets.ratio(kept, "race", builder, case, *pair) for pair in _pairs(kept)]
        more = budgets.marginal(kept, "race", builder, case, *_pairs(kept)[-1])
        if any(ratios):
            shown = (f"× {r:.1f}" if r else "" for r in ratios)
            memory = f"{more:.1f}" if more is not None else ""
            yield title.format(**kept.machine), *shown, memory


def _site(kept: Results) -> Iterator[Sequence[str]]:
    for r in sorted(kept.matching("site"), key=lambda row: row.items):
        f = r.figures
        counts = (f"{f['files']:,.0f}", f"{f['pages']:,.0f}")
        yield f"{r.items:,}", *counts, *_times(r), f"{f['peak_mb']:,.0f}"


def _changes(kept: Results) -> Iterator[Sequence[str]]:
    rows = (*kept.matching("nothing"), *kept.matching("edit"))
    for r in sorted(rows, key=lambda row: row.items):
        figures = ("changed", "changed_with_search", "removed", "written")
        shown = (f"{r.figures[name]:,.0f}" for name in figures)
        yield CASES[r.row, r.case], f"{r.items:,}", *_times(r), *shown


def _check(kept: Results) -> Iterator[Sequence[str]]:
    for r in kept.matching("check"):
        yield r.case, f"{r.items:,}", *_times(r), f"{r.figures['peak_mb']:,.0f}"


def _equal(kept: Results) -> Iterator[Sequence[str]]:
    for r in kept.matching("equal"):
        differing = r.figures["differing"]
        yield r.case, f"{r.items:,}", f"{differing:.0f}", "differ" if differing else "equal"


def _stages(kept: Results) -> Iterator[Sequence[str]]:
    """The first round of each."""
    found = (row for row in kept.rows if row.stages and row.round == 1)
    for r in sorted(found, key=lambda row: (row.items, [*CASES].index((row.row, row.case)))):
        clock = ", ".join(f"{name} {seconds:.2f}" for name, seconds in r.stages.items())
        yield CASES[r.row, r.case], f"{r.items:,}", clock


def _times(row: Row) -> tuple[str, str]:
    return f"{row.figures['wall']:.2f}", f"{row.figures['cpu']:.2f}"


def _failed(rows: Sequence[Row]) -> Iterator[str]:
    """Who failed, and what was said; the same words stand once."""
    said: dict[str, list[Row]] = {}
    for row in rows:
        said.setdefault(row.failed.splitlines()[-1], []).append(row)
    for failed in said.values():
        names = "; ".join(map(_name, failed))
        yield f"{names}:\n\n```\n{failed[0].failed}\n```"


def _name(row: Row) -> str:
    return " ".join(filter(None, (row.row, row.builder, row.case, f"{row.items:,}")))
