"""What ``withdraw``, ``expire``, ``redact`` and ``move`` do to an item that was public.

Each leaves its step in ``<serial>.state.toml`` beside the place of the item (``records/state.py``), but
``expire``, which writes the day into the item. What is known is not asked: the number, the day, and
the article that has a revoked penalty taken back (行政处罚法 art. 48).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins import addresses
from plugins.abolition import Known, find
from plugins.importer import baseline
from plugins.named import find_body, prefix_of
from plugins.numbering import Move, carry_out, fill
from plugins.records import state as states
from plugins.records.corpus import Corpus
from plugins.records.load import load
from plugins.records.numbers import DRAFT
from plugins.records.read_state import read, written
from plugins.records.source import Record
from plugins.records.state import MOVED, REDACTED, REMOVED, RESTORED, WITHDRAWN, State
from plugins.refused import CONFIGURATION, ENVIRONMENT, Refused
from plugins.review.review import beside as review_beside
from plugins.serials import Serials, history

PENALTIES = "《中华人民共和国行政处罚法》第四十八条第二款"
_SHORTEST = 6  # shorter words say nothing of an item
_TEXTS = (".md", ".toml", ".json", ".jsonl", ".csv", ".txt")


@dataclass(frozen=True, slots=True)
class Desk:
    """CONTENT, and the item in it that somebody named by its path or one of its numbers."""

    root: Path
    corpus: Corpus
    record: Record

    @classmethod
    def of(cls, content: str, item: str, day: date) -> Desk:
        """Raises Refused where there is no such item, or it is a draft that nobody can know of."""
        corpus = load(content, day)
        record = find(corpus, Known(corpus), item)
        desk = cls(Path(corpus.root), corpus, record)
        if not desk.key:
            raise Refused(f"{record.path} 没有编过号，没有公开过 → 直接删去文件", CONFIGURATION)
        return desk

    @property
    def key(self) -> str:
        """The number of the item or, without one, the address it is known by; empty of a draft."""
        number, source = self.record.raw("index_no"), self.record.raw("imported_from")
        if number not in ("", DRAFT):
            return number
        return addresses.legacy(source) if source else ""

    def withdraw(self, reason: str, basis: str, day: date, bare: bool) -> str:
        """Mark the item 撤回 or, ``bare``, take text and attachments away; gives the record's path."""
        basis = basis or (PENALTIES if self.record.raw("decision_number") else "")
        word = REMOVED if bare else WITHDRAWN
        path = self._enter(State(word, self.key, day, _said(reason), basis))
        if bare:
            self._bury()
        return path

    def restore(self, reason: str, day: date) -> str:
        """Make public again what a record took away. Raises Refused where there is none."""
        path = states.beside(self.record.path)
        if not (self.root / path).is_file():
            raise Refused(f"{self.record.path} 没有撤回过 → 不必恢复", CONFIGURATION)
        return self._enter(State(RESTORED, self.key, day, _said(reason)))

    def redact(self, reason: str, basis: str, day: date) -> tuple[str, tuple[str, ...]]:
        """Take everything of the item away; gives the record's path, and where in CONTENT words of
        it still stand (``path:line``)."""
        words = tuple(self._words())
        path = self._enter(State(REDACTED, self.key, day, _said(reason), basis))
        self._bury()
        return path, tuple(_mentions(self.root, words))

    def expire(self, last: date) -> str:
        """Write the last day on which the item is public; gives the item's path."""
        text = fill(self._text(), self.record, {"public_until": last.isoformat()})
        with _writing():
            (self.root / self.record.path).write_text(text, encoding="utf-8", newline="\n")
        return self.record.path

    def move(self, body: str, reason: str, day: date, year: int) -> tuple[str, str]:
        """Give the item to another body under its next number; gives the new path and number."""
        record, registry = self.record, self.corpus.registry
        home, before = find_body(registry, body), registry.bodies.get(record.body)
        if before and home.id == before.id:
            raise Refused(f"已经是{home.name}的条目 → 索引号不变，不用迁移", CONFIGURATION)
        if (self.root / states.beside(record.path)).is_file():
            message = (
                f"{record.path} 撤回过，迁移会丢下它的去向 → 不再公开的，用 withdraw --no-content"
            )
            raise Refused(message, CONFIGURATION)
        number, serial = Serials(self.corpus, history(self.root)).next(prefix_of(home), year, day)
        values = {"index_no": number}
        if before and not record.raw("issuer"):
            values["issuer"] = before.name
        new = f"items/{home.id}/{year}/{serial}.md"
        step = State(MOVED, self.key, day, _said(reason), to=number)
        with _writing():
            carry_out(self.root, Move(record.path, new, number, fill(self._text(), record, values)))
            (self.root / record.path).parent.mkdir(parents=True, exist_ok=True)
        self._enter(step)
        return new, number

    def _text(self) -> str:
        return (self.root / self.record.path).read_text(encoding="utf-8")

    def _enter(self, step: State) -> str:
        """Write one more step. Raises Refused where the record before it is broken."""
        path = states.beside(self.record.path)
        target = self.root / path
        with _writing():
            before = target.read_text(encoding="utf-8") if target.is_file() else ""
            if step.word == REDACTED:
                before = ""  # earlier reasons may tell what must go
            if before and read(path, before.encode()).faults:
                raise Refused(f"{path} 写错了 → 运行 make check 查看并改正", CONFIGURATION)
            target.write_text(written(before, step), encoding="utf-8", newline="\n")
        return path

    def _bury(self) -> None:
        """Delete the item, its files, its record of review, and what is known of its faults."""
        path = self.root / self.record.path
        with _writing():
            if path.with_suffix("").is_dir():
                shutil.rmtree(path.with_suffix(""))
            (self.root / review_beside(self.record.path)).unlink(missing_ok=True)
            path.unlink()
            known = baseline.rows(self.root)
            if (kept := [row for row in known if row.get("path") != self.record.path]) != known:
                baseline.write(self.root, kept)

    def _words(self) -> Iterator[str]:
        """What tells of the item: its title, its numbers but the index number, its files."""
        keys = ("title", "doc_number", "decision_number", "registration_no")
        found = (*map(self.record.raw, keys), *(file.name for file in self.record.files))
        yield from dict.fromkeys(word for word in found if len(word) >= _SHORTEST)


@contextmanager
def _writing() -> Iterator[None]:
    """Refuse in one sentence what cannot be written."""
    try:
        yield
    except OSError as error:
        message = f"{error.filename} 写不进去：{error.strerror} → 检查文件夹的权限"
        raise Refused(message, ENVIRONMENT) from error


def _said(reason: str) -> str:
    if not reason.strip():
        raise Refused("没有写理由 → --reason 写一句话，会在网页上公开", CONFIGURATION)
    return reason.strip()


def _mentions(root: Path, words: tuple[str, ...]) -> Iterator[str]:
    """The lines of CONTENT in which one of ``words`` stands."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if name != ".git")
        for name in sorted(n for n in names if n.endswith(_TEXTS)):
            path = Path(folder, name)
            text = path.read_text(encoding="utf-8", errors="replace")
            for number, line in enumerate(text.split("\n"), 1):
                if any(word in line for word in words):
                    yield f"{path.relative_to(root).as_posix()}:{number}"
