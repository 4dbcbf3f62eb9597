"""The budgets, and whether what was measured keeps them.

They were fixed before the press was written, as ratios to the peers in the same run where that
is possible. A smaller run (``--quick``, or sizes of one's own) is judged by the same limits, its
largest size standing for that of the budget: a smoke test, and no proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.results import Results

SMALL, BIG = 10_000, 50_000
SITES = ((12_200, 150.0, 512.0), (30_000, 480.0, 1_200.0), (100_000, 1_500.0, 3_000.0))
"""Items; seconds of wall clock; megabytes at the peak."""
CHANGES = ((SMALL, 1.0, 2.0), (BIG, 3.0, 6.0))
"""Items; CPU seconds where nothing changed; CPU seconds for one item edited or added."""
FILES = 40
CHECKED = 12_200
OURS = "gongkai"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One budget: what it asks at how many items, what was found; None where nothing was."""

    work: str
    items: int
    limit: str
    found: str
    met: bool | None

    @property
    def word(self) -> str:
        """The verdict as the table shows it."""
        return {True: "met", False: "missed", None: "not measured"}[self.met]


def verdicts(kept: Results) -> tuple[Verdict, ...]:
    """Every budget, in the order of the list."""
    return (
        *_race(kept),
        *_site(kept),
        *_changes(kept),
        *_growth(kept),
        *_check(kept),
        *_equal(kept),
    )


def stand_ins(stated: Sequence[int], measured: Sequence[int]) -> dict[int, int]:
    """The measured size for each stated one: itself; of a smaller run the largest below it."""
    if {*stated} & {*measured}:
        return {size: size for size in stated if size in measured}
    found, less = {}, 0
    for size in sorted(stated):
        if between := [items for items in measured if less < items <= size]:
            found[size] = max(between)
        less = size
    return found


def judge(
    work: str, items: int, value: float | None, limit: float, unit: str, shown: str = ""
) -> Verdict:
    """Whether a value is within its limit; ``shown`` in place of the bare value."""
    asked = f"≤ {limit:,.3g} {unit}".rstrip() if limit < 100 else f"≤ {limit:,.0f} {unit}"
    if value is None:
        return Verdict(work, items, asked, "", None)
    return Verdict(work, items, asked, shown or f"{_number(value)} {unit}".rstrip(), value <= limit)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


def _race(kept: Results) -> Iterator[Verdict]:
    """Wall clock against the peers."""
    sizes = stand_ins((SMALL, BIG), kept.sizes("race", builder=OURS))

    def wall(builder: str, items: int, case: str = "cold") -> float | None:
        return kept.median("wall", "race", builder=builder, items=items, case=case)

    def against(work: str, peer: str, limit: float, stated: int, case: str) -> Verdict:
        items = sizes.get(stated, stated)
        ours, theirs = wall(OURS, items, case), wall(peer, items)
        ratio = ours / theirs if ours and theirs else None
        shown = f"{ratio:.2f} ({ours:.1f} s / {theirs:.1f} s)" if ratio else ""
        return judge(work, items, ratio, limit, f"× {peer}'s wall", shown)

    cold = "full build, cold cache"
    yield against(cold, "pelican", 0.5, SMALL, "cold")
    yield against(cold, "hugo", 2.0, SMALL, "cold")
    yield against(cold, "hugo", 1.0, BIG, "cold")
    yield against(f"{cold} (a goal)", "hugo", 1.0, SMALL, "cold")
    yield against("full build, warm cache, every page rendered again", "hugo", 1.0, SMALL, "warm")


def _site(kept: Results) -> Iterator[Verdict]:
    """The whole product: wall clock and memory."""
    sizes = stand_ins([size for size, _, _ in SITES], kept.sizes("site", builder=OURS))
    for stated, seconds, megabytes in SITES:
        items = sizes.get(stated, stated)
        wanted = {"builder": OURS, "items": items}
        yield judge("whole product", items, kept.median("wall", "site", **wanted), seconds, "s")
        peak = kept.median("peak_mb", "site", **wanted)
        yield judge("whole product", items, peak, megabytes, "MB")


def _changes(kept: Results) -> Iterator[Verdict]:
    """Worst of all turns: work done and files written."""
    for row, work in (("nothing", "nothing changed"), ("edit", "one item edited or added")):
        sizes = stand_ins((SMALL, BIG), kept.sizes(row))
        for stated, idle, edited in CHANGES:
            items = sizes.get(stated, stated)
            cpu = max(kept.values("cpu", row, items=items), default=None)
            yield judge(work, items, cpu, idle if row == "nothing" else edited, "CPU s")
            figure, limit = ("written", 0) if row == "nothing" else ("changed", FILES)
            files = max(kept.values(figure, row, items=items), default=None)
            unit = "files" if row == "nothing" else "files but for the search index"
            yield judge(work, items, files, limit, unit)


def _growth(kept: Results) -> Iterator[Verdict]:
    """From the smaller to the greater size: work, and memory above a fixed base."""
    for row, case, work in (("race", "cold", "full build"), ("site", "", "whole product")):
        measured = kept.sizes(row, builder=OURS)
        usual = len(measured) < 2 or {SMALL, BIG} <= {*measured}
        small, big = (SMALL, BIG) if usual else measured[-2:]
        cpu = ratio(kept, row, OURS, case, small, big)
        unit = f"× the CPU of {small:,}"
        yield judge(f"growth, {work}", big, cpu, 1.1 * big / small, unit)
        memory = marginal(kept, row, OURS, case, small, big)
        yield judge(f"memory, {work}", big, memory, 10, "MB per 1,000 items")


def ratio(kept: Results, row: str, builder: str, case: str, small: int, big: int) -> float | None:
    """CPU at the greater size over CPU at the smaller."""
    wanted = {"builder": builder, "case": case}
    less = kept.median("cpu", row, items=small, **wanted)
    more = kept.median("cpu", row, items=big, **wanted)
    return more / less if less and more and small < big else None


def marginal(
    kept: Results, row: str, builder: str, case: str, small: int, big: int
) -> float | None:
    """Megabytes that 1,000 items more take."""
    wanted = {"builder": builder, "case": case}
    less = kept.median("peak_mb", row, items=small, **wanted)
    more = kept.median("peak_mb", row, items=big, **wanted)
    return (more - less) / (big - small) * 1000 if less and more and small < big else None


def _check(kept: Results) -> Iterator[Verdict]:
    for case, limit in (("cold", 20), ("one item changed", 2)):
        items = stand_ins((CHECKED,), kept.sizes("check")).get(CHECKED, CHECKED)
        wall = kept.median("wall", "check", items=items, case=case)
        yield judge(f"check alone, {case}", items, wall, limit, "s")


def _equal(kept: Results) -> Iterator[Verdict]:
    sizes = kept.sizes("equal") or [SMALL]
    found = kept.values("differing", "equal", items=sizes[0])
    work = "equal: 1 and 2 workers, step by step and clean, zones, locales"
    whole = len(found) == 2
    yield judge(work, sizes[0], max(found) if whole else None, 0, "files differ")
