"""The towns that are built, and what clerks do to them: a title, a sentence, a new item."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.bench import measure
from tests.bench.place import ROOT, environment

PUBLIC_URL = "https://www.shili.example/"
_MADE, _SHOWN = "2026-11-18", "2026-11-20"


Undo = list[tuple[Path, str | None]]
"""What stood in each file that was changed, None for a new one; the last change last."""


@dataclass(frozen=True, slots=True)
class Town:
    """A CONTENT of ``items`` items, with the address that citizens would use."""

    items: int
    content: Path


def make(items: int, work: Path) -> Town:
    """The town of that size below ``work``; made by the town verb where it is not there yet."""
    content = work / f"town-{items}"
    if not content.exists():
        command = (sys.executable, "-m", "plugins", "town", str(items), content)
        measure.run(command, ROOT, environment(work))
        site = content / "registry" / "site.toml"
        text = site.read_text(encoding="utf-8")
        address = f'PUBLIC_URL = "{PUBLIC_URL}"'
        site.write_text(re.sub(r"(?m)^PUBLIC_URL = .*$", address, text), encoding="utf-8")
    return Town(items, content)


@contextmanager
def kept(town: Town) -> Iterator[Undo]:
    """Takes back at the end what ``edit`` and ``add`` did; they note it in the list."""
    done: Undo = []
    try:
        yield done
    finally:
        for path, text in reversed(done):
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_text(text, encoding="utf-8")


def edit(town: Town, kind: str, turn: int, done: Undo) -> None:
    """Change the ``title`` or the ``text`` of an item, another one each ``turn``, or ``add`` one."""
    items = sorted(town.content.glob("items/*/*/*.md"))
    if kind == "add":
        _add(town, items, turn, done)
        return
    path = items[(2 * turn + (kind == "text") + 1) * len(items) // 9]
    text = path.read_text(encoding="utf-8")
    done.append((path, text))
    path.write_text(_retitled(text) if kind == "title" else _told(text), encoding="utf-8")


def _retitled(text: str) -> str:
    """The end of a title tells the genre of a document and stays."""
    return re.sub(r"(?m)^名称: ", "名称: 新版", text, count=1)


def _told(text: str) -> str:
    """One more sentence at the end of the paragraph in the middle: no summary is taken there."""
    parts = text.split("\n\n")
    middle = next(n for n in range(len(parts) // 2, len(parts)) if parts[n].endswith("。"))
    parts[middle] += "办理情况每季度公布一次，接受社会监督。"
    return "\n\n".join(parts)


def _add(town: Town, items: list[Path], turn: int, done: Undo) -> None:
    """The newest item of the town: like an old one without dates of its own, with a new number."""
    latest = sorted(items, key=_year, reverse=True)
    models = (p for p in latest if _plain(p.read_text(encoding="utf-8")))
    model = list(islice(models, turn + 1))[-1]
    folder = model.parent.with_name(_SHOWN[:4])
    serial = max((int(p.stem) for p in folder.glob("*.md")), default=0) + 1
    text = model.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(索引号: .*/).*$", rf"\g<1>{folder.name}-{serial:05d}", text)
    text = re.sub(r"(?m)^形成日期: .*$", f"形成日期: {_MADE}", text)
    text = re.sub(r"(?m)^公开日期: .*$", f"公开日期: {_SHOWN}", text)
    path = folder / f"{serial:05d}.md"
    folder.mkdir(exist_ok=True)
    done.append((path, None))
    path.write_text(_retitled(text), encoding="utf-8")


def _year(path: Path) -> str:
    return path.parent.name


def _plain(text: str) -> bool:
    head = text.split("\n---\n")[0]
    return "形成日期" in head and not re.search(r"(?m)^(公示|决定|批复|所属)", head)
