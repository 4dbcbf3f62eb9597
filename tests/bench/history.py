"""How long numbers take against all of Git: ``python -m tests.bench.history [12200 20000]``.

Builds a repository of an invented town with ``git fast-import``: each item comes with a commit of
its own, the other commits edit items, every tenth of them on a side branch that is merged. Then one
item is deleted, one number is changed, one is given to another item. Prints JSON: seconds to walk
the history, seconds to tell what changed in items since a release, seconds of ``check --history`` and
of ``check`` alone (both with a warm memory), and what was found. The bar: 12,200 items and 20,000
commits in 15 seconds, on one core, in one pass.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from plugins import chronicle, compared
from plugins.manifest.log import Log, append
from plugins.memory import Memory
from plugins.town.items import Counter, make
from plugins.town.registry import files
from tests.bench.place import ROOT

_BEGAN, _PACE = 1_600_000_000, 60  # seconds
_WHO = "committer office <office@a.example> {at} +0800\n"


def stream(items: int, commits: int) -> Iterator[bytes]:
    """What ``git fast-import`` reads: the registry, ``items`` items, edits up to ``commits``."""
    dice, counter, texts, mark = random.Random(1), Counter(), dict[str, str](), 1
    yield _commit(1, 0, {f"content/{path}": text for path, text in files().items()})
    for number in range(items):
        path, text = make(number, 1, counter)
        texts[f"content/{path}"] = text
        mark += 1
        yield _commit(mark, mark - 1, {f"content/{path}": text})
    paths = sorted(texts)
    while mark < commits:
        path = dice.choice(paths)
        texts[path] += f"\n第{mark}次更正。\n"
        mark += 1
        change = {path: texts[path]}
        if mark % 10 or mark + 2 > commits:
            yield _commit(mark, mark - 1, change)
        else:  # on a side branch, which the next commit merges
            yield _commit(mark, mark - 1, change, "refs/heads/side")
            mark += 1
            yield _commit(mark, mark - 2, change, merged=mark - 1)


def _commit(
    mark: int, parent: int, changes: dict[str, str], ref: str = "refs/heads/main", merged: int = 0
) -> bytes:
    head = f"commit {ref}\nmark :{mark}\n{_WHO.format(at=_BEGAN + mark * _PACE)}data 1\n.\n"
    head += f"from :{parent}\n" if parent else ""
    head += f"merge :{merged}\n" if merged else ""
    parts = [head.encode()]
    for path, text in changes.items():
        data = text.encode()
        parts.append(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data))
    return b"".join(parts)


def build(root: Path, items: int, commits: int) -> Path:
    """The repository at ``root``, checked out; gives its CONTENT, with three faults in it."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", root], check=True)
    with subprocess.Popen(
        ["git", "-C", root, "fast-import", "--quiet"], stdin=subprocess.PIPE
    ) as git:
        assert git.stdin is not None
        for part in stream(items, commits):
            git.stdin.write(part)
    assert git.returncode == 0
    subprocess.run(["git", "-C", root, "checkout", "--quiet", "--force", "main"], check=True)
    content = root / "content"
    deleted, changed, reused = sorted((content / "items").rglob("*.md"))[:3]
    deleted.unlink()
    changed.write_text(
        changed.read_text(encoding="utf-8").replace("索引号: ", "索引号: 1", 1), "utf-8"
    )
    other = reused.with_name("99999.md")
    shutil.move(reused, other)
    other.write_text(other.read_text(encoding="utf-8").replace("名称: ", "名称: 另", 1), "utf-8")
    return content


def measure(items: int, commits: int) -> dict[str, object]:
    """The figures of one repository."""
    with tempfile.TemporaryDirectory() as folder:
        content = build(Path(folder, "repository"), items, commits)
        began = time.perf_counter()
        history = chronicle.history(str(content))
        walked = time.perf_counter() - began
        row: dict[str, object] = {
            "items": items,
            "commits": commits,
            "cores": os.cpu_count() or 1,
            "numbers": len(history.lives),
            "walk": round(walked, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        numbers = [life.number for every in history.lives.values() for life in every]
        day = datetime.fromtimestamp(_BEGAN + (items + 2) * _PACE, UTC).date()
        log = append(Log(), sorted(set(numbers)), day, "", "")
        began = time.perf_counter()
        revised = compared.revisions(str(content), log, Memory(""))
        row["revisions"] = round(time.perf_counter() - began, 2)
        row["revised"] = len(revised.of)
        command = [sys.executable, "-m", "plugins", "check", "--format", "json"]
        command += ["--content", str(content), "--output", str(Path(folder, "output"))]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # fills the memory
        for name, words in (("check", ()), ("check_history", ("--history",))):
            began = time.perf_counter()
            done = subprocess.run([*command, *words], cwd=ROOT, capture_output=True, check=False)
            row[name] = round(time.perf_counter() - began, 2)
        findings = json.loads(done.stdout)["findings"]
        row["found"] = sorted(f["code"] for f in findings if f["code"].startswith("GK12"))
        return row


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or [12_200, 20_000]
    print(json.dumps(measure(*sizes)))
