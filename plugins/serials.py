"""Index numbers that are taken, on every branch here, and the next free one of a body and year.

政府信息公开目录系统实施指引: an index number is unique and never changes. So a number that any
file of any branch has ever had is never given again.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.importer.items import OLD_NUMBER
from plugins.records.corpus import Corpus
from plugins.records.numbers import DRAFT, normal_index, read_index
from plugins.records.source import Kind, Record
from plugins.refused import CONFIGURATION, Refused

KEPT = re.compile(rf"^{re.escape(OLD_NUMBER)}(.+)\n", re.MULTILINE)
"""The comment in which an imported draft keeps the number it came with."""

_ITEM_PATH = re.compile(r"items/(?P<body>[^/]+)/(?P<year>\d{4})/(?P<serial>\d+)\.md$")


class _TwoDigits(int):
    """A month or day, written with two digits where the format does not say how."""

    def __format__(self, spec: str) -> str:
        return format(int(self), spec or "02d")


class Serials:
    """The numbers of one CONTENT; ``next`` takes what it gives.

    ``paths`` are those that items ever had, ``kept`` the old numbers that drafts wait for.
    """

    def __init__(self, corpus: Corpus, paths: Iterable[str] = (), kept: Iterable[str] = ()) -> None:
        self._site = corpus.registry.site
        self._taken: set[str] = set()
        self._kept = {normal_index(number) for number in kept}
        self._last: dict[tuple[str, int], int] = {}
        for record in corpus.of_kind(Kind.ITEM):
            self.take(record.raw("index_no"))
        for stone in corpus.tombstones:
            self.take(stone.key)
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

    def next(self, prefix: str, year: int, day: date) -> tuple[str, str]:
        """The next number of a body in a year, and its serial as the grammar writes it.

        ``day`` is the day of the run, for grammars that hold a month. A grammar may name no
        groups, so that nothing of a number can be read: what is taken is passed over one by one.
        """
        serial = self._last.get((prefix, year), 0) + 1
        number = self._written(prefix, year, serial, day)
        if number == self._written(prefix, year, serial + 1, day):
            raise _bad_format("里面没有 {serial}")
        taken = self._taken | self._kept
        while normal_index(number) in taken:
            serial += 1
            number = self._written(prefix, year, serial, day)
        found = self._site.grammar.fullmatch(number)
        if not found:
            fix = "核对机构的 prefix 和 site.toml 的 format、grammar"
            raise Refused(f"编出的号“{number}”不合索引号的写法 → {fix}", CONFIGURATION)
        self.take(number)
        self._note(prefix, year, serial)
        digits = re.search(r"[0-9]+$", number)
        return number, found.groupdict().get("serial") or (digits[0] if digits else str(serial))

    def _written(self, prefix: str, year: int, serial: int, day: date) -> str:
        """A number in the site's format."""
        month, date_of_month = _TwoDigits(day.month), _TwoDigits(day.day)
        try:
            return self._site.number_format.format(
                prefix=prefix, year=year, month=month, day=date_of_month, serial=serial
            )
        except (KeyError, IndexError, ValueError) as error:
            raise _bad_format(f"写法不对：{error}") from error


def _bad_format(what: str) -> Refused:
    fix = "写成 {prefix}/{year}-{serial:05d} 的样子"
    return Refused(f"site.toml 的 format {what} → {fix}", CONFIGURATION)


def old_number(text: str) -> str:
    """The number that the text of a draft keeps; empty where it keeps none."""
    found = KEPT.search(text)
    return found[1].strip() if found else ""


def unnumbered(corpus: Corpus) -> tuple[Record, ...]:
    """Every draft, and every imported item that is shown without a number."""
    drafts = {record.path for record in corpus.drafts}
    return tuple(
        record
        for record in corpus.of_kind(Kind.ITEM)
        if record.path in drafts
        or (record.raw("imported_from") and record.raw("index_no") in ("", DRAFT))
    )


def waiting(content: Path, corpus: Corpus) -> tuple[str, ...]:
    """The old numbers that items keep till they may have them, whoever is numbered first."""
    texts = ((content / r.path).read_text(encoding="utf-8") for r in unnumbered(corpus))
    return tuple(number for text in texts if (number := old_number(text)))


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
