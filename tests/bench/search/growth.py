"""How many files of our search change when an item is added, or edited deep in the catalog.

Nothing is built: the segments are planned as the search plans them, and plans are compared
address by address. A file of a new name is written, whatever it holds; one of the same name is
made before and after, and compared, unless what it is made from is the same. Only blocks that
are new are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median

from plugins.memory import Memory
from plugins.records.item import Item
from plugins.search.segments import segments
from tests.bench.results import Done
from tests.bench.search import later
from tests.bench.search.budgets import quantile
from tests.bench.search.engine import NotPossible
from tests.bench.search.kinds import kind_of, of_index
from tests.bench.search.planned import Change, Changes, Planner

ADDED, EDITED = 1_000, 40
CASES = {"": 1, "seven a day": 7}
"""How many items come on one day: those of a day stand in the order of their numbers, so that the
newest is not always the last."""

MORE = 10_000
"""Up to so many items: what nobody judges is measured as well."""


def additions(items: Sequence[Item], work: Path, a_day: int = 1, many: int = ADDED) -> Done:
    """Over so many additions, one by one: index files that changed, and the others."""
    more = later.added(work / f"added-{a_day}", many, _latest(items), a_day)
    changes, found, main = Changes(), [], []
    with Memory(str(work / "blocks")) as memory:
        planner = Planner(memory)
        plans = (planner.plan((*items, *more[:n])) for n in range(len(more) + 1))
        for before, after in pairwise(plans):
            found.append(changes.between(before, after))
            main.append(before["main"] is not after["main"])
    return Done(grown(found, main))


def grown(found: Sequence[Change], main: Sequence[bool]) -> dict[str, float]:
    """What the changes come to; ``main`` says of each whether it wrote the main segment anew."""
    index = [len(of_index(change.written)) for change in found]
    between = [n for n, whole in zip(index, main, strict=True) if not whole]
    written = [len(change.written) for change in found]
    return {
        **_spread(index),
        "mean": fmean(index),
        "between": max(between, default=0),
        "merges": sum(main),
        "others": fmean(n - m for n, m in zip(written, index, strict=True)),
        "removed": fmean(len(change.removed) for change in found),
        "turns": len(found),
    }


def edits(items: Sequence[Item], content: Path, work: Path, kind: str, many: int = EDITED) -> Done:
    """One edit (``later.EDITS``) of items all over the main segment, one at a time.

    Raises NotPossible where the town is so small that there is none.
    """
    main = next(segments(items)).items
    if not main:
        raise NotPossible("all items are among the youngest")
    chosen = [main[int((n + 0.5) * len(main) / many)] for n in range(many)]
    changes, index, terms = Changes(), [], []
    with Memory(str(work / "blocks")) as memory:
        planner = Planner(memory)
        before = planner.plan(items)
        for new in later.edited(content, work / kind, chosen, kind):
            written = changes.between(before, planner.plan(_with(items, new))).written
            index.append(len(of_index(written)))
            terms.append(sum(kind_of(address) == "terms" for address in written))
    told = {f"terms_{name}": value for name, value in _spread(terms).items()}
    return Done({**_spread(index), **told, "turns": many})


def _with(items: Iterable[Item], new: Item) -> Iterator[Item]:
    for item in items:
        yield new if item.key == new.key else item


def _latest(items: Iterable[Item]) -> date:
    days = (item.publish_date or item.generated_date for item in items)
    return max(day for day in days if day)


def _spread(values: Sequence[float]) -> dict[str, float]:
    """The middle, the ninety-fifth of a hundred, and the worst."""
    shares = {"p95": quantile(values, 0.95), "worst": quantile(values, 1)}
    return {"median": median(values), **shares}
