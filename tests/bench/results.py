"""What was measured: rows that are kept as they come, and what is asked of them afterwards."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.measure import Usage
from tests.bench.place import ROOT, WORK

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing done once.

    ``figures``: wall and cpu in seconds, peak_mb, and counts of files (files, pages, changed,
    changed_with_search, removed, written, differing). ``stages``: seconds by the builder's own
    clock. ``failed``: the reason, where there are no figures.
    """

    row: str  # race, site, nothing, edit, check or equal
    builder: str  # pelican, hugo, eleventy or gongkai
    items: int
    case: str = ""
    round: int = 1
    figures: Figures = field(default_factory=dict)
    stages: Figures = field(default_factory=dict)
    note: str = ""
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What a measured piece of work gives back."""

    figures: Figures
    stages: Figures = field(default_factory=dict)
    note: str = ""


Work = Callable[[], Done]


def of(usage: Usage) -> dict[str, float]:
    """The figures that every command has."""
    return {
        "wall": round(usage.wall, 3),
        "cpu": round(usage.cpu, 3),
        "peak_mb": round(usage.peak_mb, 1),
    }


def stages(printed: str) -> dict[str, float]:
    """The seconds by stage in the JSON that a build of ours prints last."""
    lines = [line for line in printed.splitlines() if line.startswith("{")]
    return dict(json.loads(lines[-1]).get("seconds", {})) if lines else {}


def nameless(told: str) -> str:
    """A message without the places of this machine: rows are written down and shown to others."""
    told = told.replace(f"{ROOT}/", "").replace(sys.prefix, "VENV")
    return re.sub(rf"/\S*{WORK}\w+", "WORK", told)


class Results:
    """All rows of a session; written to ``path`` after each, so that no run is lost."""

    def __init__(self, machine: Mapping[str, str], path: Path | None = None) -> None:
        self.machine, self.rows, self._path = dict(machine), list[Row](), path

    @classmethod
    def read(cls, path: Path) -> Results:
        """The rows of an earlier session."""
        known = json.loads(path.read_text(encoding="utf-8"))
        results = cls(known["machine"])
        results.rows = [Row(**row) for row in known["rows"]]
        return results

    def write(self, **more: Any) -> None:
        """Write down what there is, and ``more`` beside it."""
        if self._path:
            rows = [asdict(row) for row in self.rows]
            found = {"machine": self.machine, "rows": rows, **more}
            text = json.dumps(found, ensure_ascii=False, indent=1)
            self._path.write_text(text + "\n", encoding="utf-8")

    def add(self, row: Row) -> None:
        """Keep a row and say so."""
        self.rows.append(row)
        figures = ", ".join(f"{name} {value:g}" for name, value in row.figures.items())
        head = f"{row.row} {row.builder} {row.case}".rstrip()
        sys.stderr.write(f"bench: {head}, {row.items:,} items: {row.failed or figures}\n")
        self.write()

    def attempt(
        self, row: str, builder: str, items: int, work: Work, case: str = "", turn: int = 1
    ) -> bool:
        """Do ``work`` and keep what it gives; what goes wrong is a row too, and the rest goes on."""
        try:
            done = work()
        except Exception as error:
            told = f"{type(error).__name__}: {error}"
            self.add(Row(row, builder, items, case, turn, failed=nameless(told)))
            return False
        self.add(Row(row, builder, items, case, turn, done.figures, done.stages, done.note))
        return True

    def matching(self, row: str, **wanted: object) -> Iterator[Row]:
        """The rows of that kind that did not fail and have these values."""
        for found in self.rows:
            alike = all(getattr(found, name) == value for name, value in wanted.items())
            if found.row == row and alike and not found.failed:
                yield found

    def values(self, figure: str, row: str, **wanted: object) -> Sequence[float]:
        """One figure of all matching rows."""
        rows = self.matching(row, **wanted)
        return [found.figures[figure] for found in rows if figure in found.figures]

    def median(self, figure: str, row: str, **wanted: object) -> float | None:
        """The median of a figure; None where nothing was measured."""
        found = self.values(figure, row, **wanted)
        return median(found) if found else None

    def sizes(self, row: str, **wanted: object) -> list[int]:
        """The numbers of items that such rows were measured with, the smallest first."""
        return sorted({found.items for found in self.matching(row, **wanted)})

    @property
    def failures(self) -> list[Row]:
        """Every row that failed."""
        return [row for row in self.rows if row.failed]
