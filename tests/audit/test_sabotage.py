"""The real build with one room sabotaged: an item dropped, doubled, swapped or cut is caught.

A sabotaged room is that of a town whose source was spoilt, in the site of the one that was not.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from plugins.audit import audit, prove
from plugins.memory import Memory
from tests.audit import small
from tests.rooms.town import item, write

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
EPOCH = "1795305600"  # the same day in Shanghai
ONE, OTHER = "items/mzj/2023/00006.md", "items/zfb/2024/00002.md"
TITLE = "第6号救助通知"


def town(folder: Path, items: int) -> Path:
    """Items of two bodies and years, three to a page."""
    files: dict[str, str] = {}
    for serial in range(1, items + 1):
        files |= item("mzj", 2023, serial, f"第{serial}号救助通知", "社会救助")
        files |= item("zfb", 2024, serial, f"第{serial}次会议的解读", "政策解读")
    write(folder, {path: f"{text}这是{path[6:-3]}的文字。\n" for path, text in files.items()})
    return folder


def changed(content: Path, folder: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of ``content`` with words of some files replaced."""
    shutil.copytree(content, folder)
    for path, old, new in edits:
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def built(content: Path) -> dict[str, bytes]:
    """The site of ``content``, by the command line."""
    output = content.with_suffix(".site")
    command = [sys.executable, "-m", "plugins", "site"]
    command += ["--content", str(content), "--output", str(output)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in small.files(output)}


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """A site that stands, the town with one more item of each body, and that town spoilt."""
    folder = tmp_path_factory.mktemp("towns")
    old, now = town(folder / "old", 5), town(folder / "now", 6)
    texts = [(path, f"这是{path[6:-3]}的文字", "{}") for path in (ONE, OTHER)]
    swap = [(p, words, other[1]) for (p, words, _), other in zip(texts, texts[::-1], strict=True)]
    dropped = changed(now, folder / "dropped")
    (dropped / ONE).unlink()
    return {
        "content": now,
        "before": (old, built(old)),
        "sound": built(now),
        "dropped": built(dropped),
        "swapped": built(changed(now, folder / "swapped", *swap)),
        "cut": built(changed(now, folder / "cut", (ONE, TITLE, TITLE[:-1]))),
    }


@pytest.fixture
def verdicts(towns, tmp_path):
    """What both audits say of a site that is to follow the one that stands."""
    content, before = towns["before"]
    old, new = tmp_path / "old", tmp_path / "new"
    memory = Memory(str(tmp_path / "memory"))
    assert audit(str(content), small.write(old, before), DAY, memory=memory) == ()
    memory.save()

    def judge(after):
        small.write(new, after)
        now = str(towns["content"])
        written = {a for a, data in after.items() if before.get(a) != data}
        sources = {p.relative_to(now).as_posix(): p.read_bytes() for p in small.files(Path(now))}
        gone = before.keys() - after.keys()
        arguments = (written, gone, small.digests(sources), "", DAY, memory)
        return audit(now, str(new), DAY), prove(now, str(old), str(new), *arguments)

    return judge


ROOMS = {
    "pages": r"item/.*",
    "years": r"year/.*",
    "bodies": r"body/.*",
    "columns": r"column/.*",
    "feeds": r"feeds/.*",
    "sitemap": r"sitemap.*\.xml",
    "search": r"search/data\.js",
}


def test_a_sound_site_is_proved_by_what_differs(towns, verdicts):
    assert verdicts(towns["sound"]) == ((), ())


NAMED = ("pages", "years", "bodies", "columns", "feeds", "search")
CASES = [("dropped", room) for room in ROOMS] + [("cut", room) for room in NAMED]


@pytest.mark.parametrize(("kind", "room"), [*CASES, ("swapped", "pages")])
def test_one_room_sabotaged_is_caught(towns, verdicts, kind, room):
    sound, other = towns["sound"], towns[kind]
    kept = {a: d for a, d in sound.items() if not re.fullmatch(ROOMS[room], a)}
    site = kept | {a: d for a, d in other.items() if re.fullmatch(ROOMS[room], a)}
    whole, found = verdicts(small.resealed(site, sound))
    assert whole
    assert found


@pytest.mark.parametrize("room", ROOMS)
def test_an_item_doubled_is_caught(towns, verdicts, room):
    inside = r"(?:(?!</\1>).)*?"
    row = rf"(?s)<(tr|li|entry|url)\b{inside}2023-00006{inside}</\1>\s*|\{{[^{{}}]*2023-00006[^{{}}]*\}},?"
    site, page = dict(towns["sound"]), "item/990700015/2023-00006.html"
    doubled = []
    for address, data in site.items():
        if re.fullmatch(ROOMS[room], address) and room != "pages":
            site[address] = re.sub(row, lambda m: m[0] * 2, data.decode(), count=1).encode()
            doubled += [address] if site[address] != data else []
    if room == "pages":
        site[page.replace("-00006", "-00007")] = site[page]
        doubled = [page]
    assert doubled
    whole, found = verdicts(small.resealed(site, towns["sound"]))
    assert whole
    assert found
