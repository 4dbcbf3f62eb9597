"""``number``: drafts marked 待编 get the next index number of their body and move to their place.

政府信息公开目录系统实施指引: an index number is unique and never changes. So a number that any
file of any branch here has ever had is never given again.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.importer import baseline
from plugins.importer.items import OLD_NUMBER, line
from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY
from plugins.records.load import load
from plugins.records.numbers import normal_index, read_index
from plugins.records.registry import Body, Column, Registry
from plugins.records.source import Kind, Record
from plugins.refused import CONFIGURATION, ENVIRONMENT, Refused

_ITEM_PATH = re.compile(r"items/(?P<body>[^/]+)/(?P<year>\d{4})/(?P<serial>\d+)\.md$")


@dataclass(frozen=True, slots=True)
class Move:
    """One draft: where it lies, where it goes, its number, and the text it will hold."""

    old: str
    new: str
    number: str
    text: str


class Numbers:
    """The numbers that are taken, and the next free one of a body and year."""

    def __init__(self, corpus: Corpus, paths: Iterable[str]) -> None:
        self._site = corpus.registry.site
        self._taken: set[str] = set()
        self._last: dict[tuple[str, int], int] = {}
        self._prefixes = {b.id: b.prefix for b in corpus.registry.bodies.values()}
        for record in corpus.of_kind(Kind.ITEM):
            self.take(record.raw("index_no"))
        for path in paths:
            if found := _ITEM_PATH.search(path):
                prefix = self._prefixes.get(found["body"], "")
                self._note(prefix, int(found["year"]), int(found["serial"]))

    def _note(self, prefix: str, year: int, serial: int) -> None:
        self._last[prefix, year] = max(self._last.get((prefix, year), 0), serial)

    def take(self, number: str) -> None:
        """Note a number that stands in an item."""
        read = read_index(number, self._site)
        self._taken.add(normal_index(number))
        if read and not read.former:
            self._note(read.prefix, read.year, read.serial)

    def free(self, number: str) -> bool:
        """Whether an old number is one of this site's and nobody has it."""
        return bool(read_index(number, self._site)) and normal_index(number) not in self._taken

    def next(self, prefix: str, year: int) -> tuple[str, str]:
        """The next number of a body in a year, and its serial as the grammar writes it."""
        serial = self._last.get((prefix, year), 0) + 1
        try:
            number = self._site.number_format.format(prefix=prefix, year=year, serial=serial)
        except (KeyError, IndexError, ValueError) as error:
            message = f"site.toml 的 format 写法不对：{error} → 写成 {{prefix}}/{{year}}-{{serial:05d}} 的样子"
            raise Refused(message, CONFIGURATION) from error
        found = self._site.grammar.fullmatch(number)
        if not found:
            message = f"编出的号“{number}”不合 site.toml 的 grammar → 核对机构的 prefix、format 和 grammar"
            raise Refused(message, CONFIGURATION)
        self.take(number)
        self._note(prefix, year, serial)
        return number, found.groupdict().get("serial") or str(serial)


def history(content: Path) -> tuple[str, ...]:
    """Every path that any local or fetched branch has ever added below CONTENT/items; none without Git."""
    command = ["git", "-C", str(content), "-c", "core.quotePath=false", "log", "--all", "-z"]
    command += ["--pretty=format:", "--name-only", "--diff-filter=AR", "--no-renames", "--", "items"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return ()
    if done.returncode != 0:
        return ()
    return tuple(p.strip() for p in done.stdout.decode(errors="replace").split("\0") if p.strip())


def find_body(registry: Registry, word: str) -> Body:
    """A registered body by id, name, short name or alias; refuses any other word."""
    for body in registry.bodies.values():
        if word in (body.id, body.name, body.short, *body.aliases):
            return body
    near = difflib.get_close_matches(word, [n for b in registry.bodies.values() for n in (b.id, b.name)], 3)
    hint = f"；相近的有：{'、'.join(near)}" if near else ""
    raise Refused(f"机构“{word}”没有登记{hint} → 先写进 registry/bodies.toml", CONFIGURATION)


def find_column(registry: Registry, word: str) -> tuple[Column, str]:
    """A leaf of the tree of columns by id, name, alias or path, and how an item writes it."""
    found = []
    for column in registry.columns.values():
        path = "/".join(c.name for c in registry.trail(column.id))
        if word in (column.id, column.name, path, *column.aliases):
            found.append((column, path))
    leaves = [(c, p) for c, p in found if registry.is_leaf(c.id)]
    if len(leaves) == 1:
        column, path = leaves[0]
        same = [c for c in registry.columns.values() if c.name == column.name]
        return column, column.name if len(same) == 1 else path
    if leaves:
        raise Refused(f"栏目“{word}”有几个 → 写成 {'、'.join(p for _, p in leaves)} 之一", CONFIGURATION)
    if found:
        below = "、".join(c.name for c in registry.children(found[0][0].id))
        raise Refused(f"栏目“{word}”下面还有栏目 → 写最末一级：{below}", CONFIGURATION)
    near = difflib.get_close_matches(word, [c.name for c in registry.columns.values()], 3)
    hint = f"；相近的有：{'、'.join(near)}" if near else ""
    raise Refused(f"栏目“{word}”没有登记{hint} → 先写进 registry/columns.toml", CONFIGURATION)


def prefix_of(body: Body) -> str:
    """The prefix of a body's new numbers; refuses a body that has none."""
    if not body.prefix:
        message = f"机构“{body.name}”（{body.id}）没有索引号前缀 → 在 registry/bodies.toml 里给它写上 prefix"
        raise Refused(message, CONFIGURATION)
    return body.prefix


def number(
    content: str,
    paths: Sequence[str] | None,
    body: str | None,
    column: str | None,
    day: date,
    year: int | None = None,
) -> list[tuple[str, str]]:
    """Number the drafts of CONTENT, or those of ``paths``; ``body`` and ``column`` are filled in.

    Everything is checked before the first file is touched. Gives path and number of each item.
    """
    root = Path(content)
    corpus = load(content, day)
    drafts = _wanted(corpus, root, paths)
    home = find_body(corpus.registry, body) if body else None
    place = find_column(corpus.registry, column)[1] if column else ""
    numbers = Numbers(corpus, history(root))
    moves = list(_moves(corpus, root, drafts, home, place, numbers, year or day.year))
    _refuse_clashes(root, moves)
    try:
        for move in moves:
            _carry_out(root, move)
        imported = [(m.old, m.new) for m, r in zip(moves, drafts, strict=True) if r.raw("imported_from")]
        if imported:
            baseline.renew(root, day, imported)
    except OSError as error:
        raise Refused(f"文件移动不了：{error.filename}：{error.strerror}", ENVIRONMENT) from error
    return [(move.new, move.number) for move in moves]


def _wanted(corpus: Corpus, root: Path, paths: Sequence[str] | None) -> list[Record]:
    """The drafts that are meant; refuses a path that is not one."""
    drafts = {record.path: record for record in corpus.drafts}
    if paths is None:
        return [drafts[path] for path in sorted(drafts)]
    wanted = []
    for path in paths:
        inside = os.path.relpath(path, root) if os.path.exists(path) else path
        key = inside.replace(os.sep, "/")
        if key not in drafts:
            what = "已经有索引号" if key in corpus.records else "不在内容目录里"
            raise Refused(f"{path} {what} → 只给“待编”的条目编号", CONFIGURATION)
        wanted.append(drafts[key])
    return wanted


def _moves(
    corpus: Corpus,
    root: Path,
    drafts: Iterable[Record],
    home: Body | None,
    column: str,
    numbers: Numbers,
    year: int,
) -> Iterator[Move]:
    for record in drafts:
        body = home or corpus.registry.bodies.get(record.body)
        if body is None or (not home and body.id == "daiding"):
            raise Refused(f"{record.path} 不知道是哪个机构的 → 用 --body 指定机构", CONFIGURATION)
        if not column and not record.raw("category"):
            raise Refused(f"{record.path} 没有栏目 → 用 --column 指定栏目", CONFIGURATION)
        text = (root / record.path).read_text(encoding="utf-8")
        old = _old_number(text)
        if old and numbers.free(old):
            numbers.take(old)
            read = read_index(old, corpus.registry.site)
            index, serial = old, f"{read.serial:05d}" if read and read.serial else record.serial
            folder = str(read.year) if read and read.year else record.year
        else:
            index, serial = numbers.next(prefix_of(body), year)
            folder = str(year)
        text = fill(text, record, {"index_no": index, **({"category": column} if column else {})})
        yield Move(record.path, f"items/{body.id}/{folder}/{serial}.md", index, text)


def _old_number(text: str) -> str:
    found = re.search(rf"^{re.escape(OLD_NUMBER)}(.+)$", text, re.MULTILINE)
    return found[1].strip() if found else ""


def fill(text: str, record: Record, values: Mapping[str, str]) -> str:
    """The text of an item with these fields written: in their lines, or above the closing ``---``."""
    lines = text.split("\n")
    added = []
    for key, value in values.items():
        entry = record.entries.get(key)
        label = entry.label if entry else BY_KEY[key].label
        if entry:
            lines[entry.line - 1] = f"{label}: {line(value)}"
        elif key == "index_no":
            lines.insert(1, f"{label}: {line(value)}")
        else:
            added.append(f"{label}: {line(value)}")
    closing = lines.index("---", 1)
    lines[closing:closing] = added
    head = [x for x in lines[:closing] if not x.startswith(OLD_NUMBER)]
    return "\n".join(head + lines[closing:])


def _refuse_clashes(root: Path, moves: Sequence[Move]) -> None:
    """Refuse before anything moves if two drafts, or a draft and a file, want one place."""
    leaving = {move.old for move in moves}
    seen: set[str] = set()
    for move in moves:
        there = (root / move.new).exists() and move.new not in leaving
        if there or move.new in seen:
            message = f"{move.new} 已经有文件，{move.old} 移不过去 → 先核对那个文件的索引号"
            raise Refused(message, CONFIGURATION)
        seen.add(move.new)


def _carry_out(root: Path, move: Move) -> None:
    """Write the item in its place, take its folder along, remove the draft."""
    old, new = root / move.old, root / move.new
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_text(move.text, encoding="utf-8", newline="\n")
    if old != new:
        if old.with_suffix("").is_dir():
            os.rename(old.with_suffix(""), new.with_suffix(""))
        old.unlink()
        for folder in (old.parent, old.parent.parent):
            if not any(folder.iterdir()):
                folder.rmdir()
