"""What must hold of a mutant: accounted for or refused, in time, without a word of Python."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from tests.matrix import ledger
from tests.rules.examples import Said

SECONDS = 10.0
_ITEM = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+\.md")
_HELD = re.compile(r"(?m)^(.+?\.md):\d+:\d+: GK(?:199|214|222)（")
_REDRAWN = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_ENDS = {0, 1, 2, 3, 4}


def faults(folder: Path, before: dict[str, str], said: Said, seconds: float) -> Iterator[str]:
    """What is wrong with a run of ``site`` over ``content`` in ``folder``."""
    spoken = said.stdout + said.stderr
    if said.exit not in _ENDS:
        yield f"exit {said.exit}: {spoken[-2000:]}"
    if "Traceback" in spoken:
        yield f"traceback: {spoken[-2000:]}"
    if seconds > SECONDS:
        yield f"{seconds:.1f} seconds"
    if said.exit:
        if digests(folder / "output") != before:
            yield "refused, and the site is not what it was"
        if "→" not in spoken and "没有" not in spoken:
            yield f"no remedy: {spoken[-500:]}"
    else:
        yield from _unequal(folder, said.stderr)


def _unequal(folder: Path, told: str) -> Iterator[str]:
    site, content = folder / "output", folder / "content"
    counted = ledger.counts(site)
    pages = counted.pop("pages")
    for name, found in counted.items():
        if found != pages:
            yield f"{name} has {set(found) ^ set(pages)}"
    if ledger.said(site) != len(pages):
        yield f"the manifest says {ledger.said(site)}, there are {len(pages)}"
    paths = (p.relative_to(content).as_posix() for p in content.rglob("*") if p.is_file())
    written = {path for path in paths if _ITEM.fullmatch(path)}
    held = {path for path in written if any(line.endswith(path) for line in _HELD.findall(told))}
    if len(written) - len(held) != len(pages):
        yield f"{len(written)} items, {len(held)} held back, {len(pages)} pages"
    yield from ledger.broken(site)
    served = {hashlib.sha256(p.read_bytes()).hexdigest() for p in site.rglob("*") if p.is_file()}
    for path in content.glob("items/*/*/*/*"):
        own = path.parent.with_suffix(".md").relative_to(content).as_posix()
        plain = path.suffix.lower() not in _REDRAWN and own in written - held
        if plain and hashlib.sha256(path.read_bytes()).hexdigest() not in served:
            yield f"{path.relative_to(content)} is not served as it is"


def digests(folder: Path) -> dict[str, str]:
    """What each file of a site is: the press writes into none, so that a name for one is enough."""
    return {
        p.relative_to(folder).as_posix(): f"{s.st_size} {s.st_mtime_ns}"
        for p in folder.rglob("*")
        if p.is_file() and (s := p.stat())
    }
