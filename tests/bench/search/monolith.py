"""The engines that a client loads in one piece: lunr, MiniSearch and FlexSearch, asked in Node.

Such a client fetches every file of the folder at once, and nothing ever after. What it works at
first is the middle of three starts in Node and the answer; later the answer alone.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from tests import tools
from tests.bench import measure
from tests.bench.place import ROOT
from tests.bench.search import documents as given
from tests.bench.search.engine import NOTHING, Answer, Cost, Size

RUNNER = Path(__file__).with_name("node") / "run.js"
OUR_TOKENS = ROOT / "theme" / "static" / "search" / "hanzi.js"
HEAP = "--max-old-space-size=16000"
_STARTS = 3


@dataclass(frozen=True, slots=True)
class Monolith:
    """One of them. ``library`` finds the script that browsers would load."""

    name: str
    library: Callable[[], Path]
    maker: Callable[[Path, Path], Sequence[str | Path]]
    our_tokens: bool = True

    def build(self, documents: Path, folder: Path) -> Sequence[str | Path]:
        """Beside the index lie the library, what a result shows, and our tokens if it has them."""
        folder.mkdir(parents=True)
        shutil.copy(self.library(), folder / "library.js")
        shutil.copy(documents.with_name(given.SHOWN), folder)
        if self.our_tokens:
            shutil.copy(OUR_TOKENS, folder)
            shutil.copy(documents.with_name(given.TABLE), folder)
        return self.maker(documents, folder)

    def parts(self, folder: Path) -> Iterable[Path]:
        """Every file of the folder."""
        return sorted(path for path in folder.iterdir() if path.is_file())

    def ask(self, folder: Path, typed: Sequence[str], weighed: Set[str]) -> list[Answer]:
        """All texts by one client; two more only start, for a fair figure of that."""
        del weighed  # all costs are known anyway
        size = Size.of(self.parts(folder))
        runs = [_run(self.name, folder, typed if n == 0 else ()) for n in range(_STARTS)]
        load = median(run["load"] for run in runs)
        return [_answer(found, load, size) for found in runs[0]["answers"]]


def node(verb: str, name: str, *words: str | Path) -> Sequence[str | Path]:
    """The command line of the runner."""
    return (tools.node(), HEAP, RUNNER, verb, name, *words)


def _run(name: str, folder: Path, typed: Sequence[str]) -> Any:
    command = node("ask", name, folder)
    done = subprocess.run(
        command, input=json.dumps([*typed]), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise measure.Failed(f"{name} did not answer: {done.stderr.strip()[-400:]}")
    return json.loads(done.stdout)


def _answer(found: Any, load: float, size: Size) -> Answer:
    cold = Cost(size.bytes, size.raw, size.files, 1, load + found["cpu"])
    return Answer(tuple(found["hits"]), cold, replace(NOTHING, cpu_ms=found["cpu"]))
