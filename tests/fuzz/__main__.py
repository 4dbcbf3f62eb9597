"""Mutants through the real command line: ``.venv/bin/python -m tests.fuzz 1000 [--seed 1]``.

Each is a copy of a small town or of an example, damaged, and built over the site of the sound one,
as a clerk's mistake meets a site that stands. One warm process runs them all, each in a copy of itself.
``--only N`` runs one and keeps its folder.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.judge import digests, faults
from tests.fuzz.mutants import mutate
from tests.press.same import town
from tests.rules import examples
from tests.rules.examples import Said

BASES = (
    "town",
    "good/GK201-every-profile",
    "good/GK850-GK851-GK852-GK853-GK854-GK855-GK856-GK857-GK858-GK859-GK860-ledger",
    "good/GK850-GK851-GK860-GK861-GK862-GK863-GK864-GK865-working-ledger",
    "good/GK870-GK871-GK872-GK873-GK874-report",
    "good/GK612-GK720-GK721-GK722-GK723-GK724-GK725-GK726-GK727-GK728-clean-papers",
    "good/GK210-GK211-GK212-GK224-GK225-GK226-GK227-reviewed-again",
    "good/GK820-GK821-GK822-whole-guide",
    "good/GK891-GK893-whole-dossier",
    "good/GK894-GK895-GK110-GK220-issues",
    "good/GK611-GK613-true-to-their-names",
    "good/GK732-let-pass-in-time",
    "good/GK880-GK881-GK882-GK883-kept-up",
    "good/GK501-GK502-markup-in-fields",
    "good/GK405-masks-survive",
    "good/GK840-GK841-whole-registry",
)


def _built(folder: Path) -> Said:
    """What a build of the CONTENT in ``folder`` over its site said; ended after 90 seconds."""
    content, output = str(folder / "content"), str(folder / "output")
    words = ["site", "--content", content, "--output", output, "--workers", "1"]
    (said,) = examples.run(words, seconds=90)
    return said


def _base(name: str, folder: Path) -> Path:
    """A sound CONTENT and its site."""
    if not folder.exists():
        folder.mkdir(parents=True)
        if name == "town":
            town.write(folder / "content")
        else:
            examples.assemble(name, folder)
        said = _built(folder)
        if said.exit:
            raise SystemExit(f"{name} is not sound: {said.stderr}")
    return folder


def _copy(base: Path, folder: Path) -> Path:
    """The same files by other names: mutants and the press replace files and write into none."""
    shutil.copytree(base, folder, copy_function=os.link)
    for memory in base.glob(".output.memory*"):
        (folder / memory.name).unlink()
        shutil.copy2(memory, folder)
    return folder


def run(
    numbers: Iterator[int] | range, seed: int, bases: tuple[str, ...], root: Path, keep: bool
) -> int:
    """Run these mutants; how many did what they must not."""
    ends, slowest, bad = Counter[int](), (0.0, -1), 0
    for number in numbers:
        dice = random.Random(f"{seed}-{number}")
        at = dice.randrange(len(bases))
        folder = _copy(_base(bases[at], root / f"base-{at}"), root / "mutant")
        before = digests(folder / "output")
        done = mutate(folder / "content", dice)
        began = time.monotonic()
        said = _built(folder)
        seconds = time.monotonic() - began
        wrong = list(faults(folder, before, said, min(seconds, said.cpu + 1)))
        ends[said.exit] += 1
        slowest = max(slowest, (said.cpu, number))
        if wrong:
            bad += 1
            print(
                f"mutant {number} of seed {seed}, {bases[at]}\n  {done}\n  " + "\n  ".join(wrong),
                flush=True,
            )
        if keep:
            print(done, said, sep="\n")
            return bad
        shutil.rmtree(folder)
        if sum(ends.values()) % 50 == 0:
            print(f"{sum(ends.values())} run, {bad} bad", file=sys.stderr, flush=True)
    told = ", ".join(f"{count} ended with {end}" for end, count in sorted(ends.items()))
    print(
        f"{sum(ends.values())} mutants: {told}; {bad} bad; slowest {slowest[0]:.1f} s of CPU (mutant {slowest[1]})"
    )
    return bad


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--bases", type=int, default=len(BASES))
    parser.add_argument("--only", type=int)
    given = parser.parse_args()
    root = Path(tempfile.mkdtemp(prefix="gongkai-fuzz-"))
    keep = given.only is not None
    numbers = (
        range(given.only, given.only + 1) if keep else range(given.first, given.first + given.count)
    )
    try:
        return min(1, run(numbers, given.seed, BASES[: given.bases], root, keep))
    finally:
        if keep:
            print(root)
        else:
            shutil.rmtree(root)


if __name__ == "__main__":
    sys.exit(main())
