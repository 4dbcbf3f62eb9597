"""``number``: drafts marked 待编 get their index numbers and move to their places.

An imported draft gets the number back that it came with; any other the next one of its body.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.importer import baseline
from plugins.importer.ids import PLACEHOLDER
from plugins.importer.items import line
from plugins.named import find_body, find_column, inside, prefix_of
from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY
from plugins.records.load import load
from plugins.records.numbers import read_index
from plugins.records.registry import Body, Registry
from plugins.records.source import Record
from plugins.refused import CONFIGURATION, ENVIRONMENT, Refused
from plugins.serials import KEPT, Serials, history, old_number, unnumbered, waiting


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk asked for; ``meant`` where the drafts were named one by one."""

    body: Body | None
    column: str
    year: int
    meant: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is read: its record, its text, and the number it came with (or empty)."""

    record: Record
    text: str
    old_number: str


@dataclass(frozen=True, slots=True)
class Move:
    """One draft: where it lies, where it goes, its number, and the text it will hold."""

    old: str
    new: str
    number: str
    text: str


def number(
    content: str,
    paths: Sequence[str] | None,
    body: str | None,
    column: str | None,
    day: date,
    year: int | None = None,
) -> list[tuple[str, str]]:
    """Number the drafts of CONTENT, or those of ``paths``; gives their new paths and numbers.

    ``body`` and ``column`` are written into the drafts that ``paths`` names; without paths, into
    those that cannot be numbered without. Everything is checked before the first file is touched.
    """
    root, corpus = Path(content), load(content, day)
    wish = Wish(
        find_body(corpus.registry, body) if body else None,
        find_column(corpus.registry, column)[1] if column else "",
        year or day.year,
        paths is not None,
    )
    drafts = [_read(root, record) for record in _wanted(corpus, root, paths)]
    serials = Serials(corpus, history(root), waiting(root, corpus))
    moves = list(_moves(corpus, drafts, wish, serials, day))
    _refuse_clashes(root, moves)
    try:
        for move in moves:
            carry_out(root, move)
        old = {d.record.path for d in drafts if d.record.raw("imported_from")}
        if old:
            baseline.renew(root, day, [(m.old, m.new) for m in moves if m.old in old])
    except OSError as error:
        message = f"文件移动不了：{error.filename}：{error.strerror} → 检查文件夹的权限"
        raise Refused(message, ENVIRONMENT) from error
    return [(move.new, move.number) for move in moves]


def _wanted(corpus: Corpus, root: Path, paths: Sequence[str] | None) -> list[Record]:
    """The items that are meant; refuses a path that has a number.

    Items that the site shows without a number keep none unless they are named, or came with one.
    """
    drafts = {record.path: record for record in unnumbered(corpus)}
    if paths is None:
        due = {record.path for record in corpus.drafts}
        return [drafts[p] for p in sorted(drafts) if p in due or _read(root, drafts[p]).old_number]
    wanted = []
    for path in paths:
        key = inside(root, path)
        if key not in drafts:
            what = "已经有索引号" if key in corpus.records else "不在内容目录里"
            raise Refused(f"{path} {what} → 只写“待编”的条目", CONFIGURATION)
        wanted.append(drafts[key])
    return wanted


def _read(root: Path, record: Record) -> Draft:
    text = (root / record.path).read_text(encoding="utf-8")
    return Draft(record, text, old_number(text))


def _moves(
    corpus: Corpus, drafts: Iterable[Draft], wish: Wish, serials: Serials, day: date
) -> Iterator[Move]:
    for draft in drafts:
        record = draft.record
        home = _home(draft, corpus.registry, wish)
        values = _values(record, corpus.registry, home, wish)
        if draft.old_number and serials.free(draft.old_number):
            index = draft.old_number
            serials.take(index)
            parts = read_index(index, corpus.registry.site)
            year = str(parts.year) if parts and parts.year else record.year
            serial = f"{parts.serial:05d}" if parts and parts.serial else record.serial
        else:
            index, serial = serials.next(prefix_of(home), wish.year, day)
            year = str(wish.year)
        text = without_old_number(fill(draft.text, record, {"index_no": index, **values}))
        yield Move(record.path, f"items/{home.id}/{year}/{serial}.md", index, text)


def _home(draft: Draft, registry: Registry, wish: Wish) -> Body:
    """The body that gives the number.

    A named body takes the drafts that were named with it, and of the others those that cannot
    be numbered where they lie: their body is not known, or has neither prefix nor old number.
    """
    record = draft.record
    own = None if record.body == PLACEHOLDER else registry.bodies.get(record.body)
    if wish.body and (wish.meant or own is None or not (own.prefix or draft.old_number)):
        return wish.body
    if own is None:
        raise Refused(f"{record.path} 不知道是哪个机构的 → 用 --body 指定机构", CONFIGURATION)
    return own


def _values(record: Record, registry: Registry, home: Body, wish: Wish) -> dict[str, str]:
    """What is written beside the number: the column, and who made what another body discloses."""
    values: dict[str, str] = {}
    written = record.raw("category")
    if wish.column and (wish.meant or not written):
        values["category"] = wish.column
    elif not written:
        raise Refused(f"{record.path} 没有栏目 → 用 --column 指定栏目", CONFIGURATION)
    before = registry.bodies.get(record.body)
    if before and before.id not in (home.id, PLACEHOLDER) and not record.raw("issuer"):
        values["issuer"] = before.name
    return values


def fill(text: str, record: Record, values: Mapping[str, str]) -> str:
    """The text of an item with these fields in their lines, or above the closing ``---``.

    A list below a label gives way to the one line.
    """
    lines = text.split("\n")
    head, rest = lines[: record.closing_line - 1], lines[record.closing_line - 1 :]
    there = {key: record.entries[key] for key in values if key in record.entries}
    for key, entry in sorted(there.items(), key=lambda pair: -pair[1].line):
        last = max((part.line for member in entry.parts for part in member), default=entry.line)
        head[entry.line - 1 : last] = [f"{entry.label}: {line(values[key])}"]
    new = ((BY_KEY[key].label, value) for key, value in values.items() if key not in there)
    head += [f"{label}: {line(value)}" for label, value in new]
    return "\n".join(head + rest)


def without_old_number(text: str) -> str:
    """The text of an item without the comment that kept its old number."""
    return KEPT.sub("", text, count=1)


def _refuse_clashes(root: Path, moves: Sequence[Move]) -> None:
    """Refuse before anything moves if a file, or two drafts, want one place."""
    leaving = {move.old for move in moves}
    wanted: set[str] = set()
    for move in moves:
        there = (root / move.new).exists() and move.new not in leaving
        if there or move.new in wanted:
            message = f"{move.new} 已经有文件，{move.old} 移不过去"
            raise Refused(f"{message} → 核对那个文件的索引号", CONFIGURATION)
        wanted.add(move.new)


def carry_out(root: Path, move: Move) -> None:
    """Write the item in its place, take along its files and review, remove the draft."""
    old, new = root / move.old, root / move.new
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_text(move.text, encoding="utf-8", newline="\n")
    if old == new:
        return
    for suffix in ("", ".review.toml", ".scrub.toml"):
        if old.with_suffix(suffix).exists():
            os.rename(old.with_suffix(suffix), new.with_suffix(suffix))
    old.unlink()
    for folder in (old.parent, old.parent.parent):
        if not any(folder.iterdir()):
            folder.rmdir()
