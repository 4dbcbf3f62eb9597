"""The rows of ``rows.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from tests.rules.examples import ROOT


@dataclass(frozen=True)
class Row:
    """A row of the matrix; what its keys mean stands at the head of the file."""

    row: int
    says: str
    codes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    asked: str = ""
    proved: tuple[str, ...] = ()
    built: tuple[str, ...] = field(init=False)  # those whose site is looked at, with their folders

    def __post_init__(self) -> None:
        looked = self.there or self.absent or self.asked
        noted = [f"noted/{name}" for name in self.noted if looked]
        own = (*(f"good/{name}" for name in self.good), *noted)
        object.__setattr__(self, "built", own)


def _tuples(row: dict) -> dict:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}


_TABLE = tomllib.loads((Path(__file__).with_name("rows.toml")).read_text(encoding="utf-8"))
ROWS = [Row(**_tuples(row)) for row in _TABLE["row"]]
BEYOND = {row["code"]: tuple(row["proved"]) for row in _TABLE["beyond"]}


def there_is(test: str) -> bool:
    """Whether a test (``file.py`` or ``file.py::name``) stands where somebody says it does."""
    file, _, name = test.partition("::")
    path = ROOT / file
    return path.is_file() and (f"def {name}(" if name else "def test_") in path.read_text(
        encoding="utf-8"
    )
