"""Index numbers that are taken, on every branch here, and the next free one of a body and year.

政府信息公开目录系统实施指引: an index number is unique and never changes. So a number that any
file of any branch has ever had is never given again.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from plugins.records.corpus import Corpus
from plugins.records.numbers import normal_index, read_index
from plugins.records.source import Kind
from plugins.refused import CONFIGURATION, Refused

_ITEM_PATH = re.compile(r"items/(?P<body>[^/]+)/(?P<year>\d{4})/(?P<serial>\d+)\.md$")


class Serials:
    """The numbers of one CONTENT; ``next`` takes what it gives."""

    def __init__(self, corpus: Corpus, paths: Iterable[str] = ()) -> None:
        self._site = corpus.registry.site
        self._taken: set[str] = set()
        self._last: dict[tuple[str, int], int] = {}
        for record in corpus.of_kind(Kind.ITEM):
            self.take(record.raw("index_no"))
        for path in paths:
            if found := _ITEM_PATH.search(path):
                body = corpus.registry.bodies.get(found["body"])
                prefix = body.prefix if body else ""
                self._note(prefix, int(found["year"]), int(found["serial"]))

    def _note(self, prefix: str, year: int, serial: int) -> None:
        self._last[prefix, year] = max(self._last.get((prefix, year), 0), serial)

    def take(self, number: str) -> None:
        """Note a number that an item has."""
        read = read_index(number, self._site)
        self._taken.add(normal_index(number))
        if read and not read.former:
            self._note(read.prefix, read.year, read.serial)

    def free(self, number: str) -> bool:
        """Whether an old number has one of the site's grammars, and nobody has it."""
        return bool(read_index(number, self._site)) and normal_index(number) not in self._taken

    def next(self, prefix: str, year: int) -> tuple[str, str]:
        """The next number of a body in a year, and its serial as the grammar writes it."""
        serial = self._last.get((prefix, year), 0) + 1
        try:
            number = self._site.number_format.format(prefix=prefix, year=year, serial=serial)
        except (KeyError, IndexError, ValueError) as error:
            fix = "写成 {prefix}/{year}-{serial:05d} 的样子"
            raise Refused(
                f"site.toml 的 format 写法不对：{error} → {fix}", CONFIGURATION
            ) from error
        found = self._site.grammar.fullmatch(number)
        if not found:
            fix = "核对机构的 prefix 和 site.toml 的 format、grammar"
            raise Refused(f"编出的号“{number}”不合索引号的写法 → {fix}", CONFIGURATION)
        self.take(number)
        self._note(prefix, year, serial)
        return number, found.groupdict().get("serial") or str(serial)


def history(content: Path) -> tuple[str, ...]:
    """Every path below CONTENT/items that any branch here has ever added; none without Git.

    One command, whatever the number of files; renames count as additions.
    """
    command = ["git", "-C", str(content), "-c", "core.quotePath=false", "log", "--all", "-z"]
    command += ["--pretty=format:", "--name-only", "--diff-filter=A", "--no-renames", "--", "items"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return ()
    paths = done.stdout.decode(errors="replace").split("\0") if done.returncode == 0 else []
    return tuple(p.strip() for p in paths if p.strip())
