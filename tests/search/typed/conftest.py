"""The two readers of what is typed, in Node with the whole table of folding."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.hanzi.fold import changes, fold
from plugins.hanzi.tokens import BETWEEN
from plugins.search.sound import syllables
from tests.search.host import ROOT, Host
from tests.tools import node

HERE = Path(__file__).parent
SCRIPTS = [ROOT / "theme/static/search" / f"{name}.js" for name in ("hanzi", "typed", "pinyin")]
SYLLABLES = syllables()
FIELDS = {"名称": "title", "标题": "title", "文号": "numbers", "关键词": "keywords", "正文": "text"}
FACETS = {
    "发布机构": "publisher",
    "栏目": "column",
    "年份": "year",
    "有效性": "validity",
    "重点领域": "area",
}
PREFIXES = {
    **{label: {"field": name} for label, name in FIELDS.items()},
    **{label: {"filter": name} for label, name in FACETS.items()},
}
assert all(fold(label) == label for label in PREFIXES)


@contextmanager
def running(pairs):
    """A host whose table of folding is ``pairs``."""
    from_, to = zip(*pairs, strict=True)
    table = {"from": "".join(from_), "to": "\n".join(to), "between": BETWEEN}
    given = {"fold": table, "syllables": SYLLABLES, "prefixes": PREFIXES}
    command = [node(), HERE / "host.js", *SCRIPTS]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        process.stdin.write(json.dumps(given) + "\n")
        yield Host(process)
        process.stdin.close()


@pytest.fixture(scope="session")
def host():
    with running(changes()) as running_host:
        yield running_host


@pytest.fixture(scope="session")
def syllables():
    return frozenset(SYLLABLES.split())
