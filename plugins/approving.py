"""``approve``: forms of review to be signed, and the records of what was signed."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins import reviewed, rules, scanned
from plugins.importer import baseline
from plugins.memory import Memory
from plugins.named import inside, unknown
from plugins.put import put
from plugins.records import read_registry, tree
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.item import Item
from plugins.records.load import load_items
from plugins.records.names import Names
from plugins.records.registry import Registry
from plugins.records.source import Fault
from plugins.refused import CONFIGURATION, CONTENT, ENVIRONMENT, Refused
from plugins.review import seal
from plugins.review.form import Sheet, page
from plugins.review.judge import Judge
from plugins.review.person import Person
from plugins.review.read import Log, read, written
from plugins.review.review import DAILY, SENSITIVE, Review, beside
from plugins.rules import on_leaks
from plugins.rules.on_reviews import worded
from plugins.rules.printable import printable
from plugins.scrub import record
from plugins.scrub.record import Scrub

Asked = Callable[[Item], str]
"""The code that stands on the signed form of an item."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The items that somebody named, read alone: CONTENT may be of any size."""

    root: str
    registry: Registry
    items: tuple[Item, ...]
    read: Corpus  # of the day

    @classmethod
    def of(cls, content: str, paths: Sequence[str], day: date) -> Desk:
        """Read the items at ``paths``; refuses one that has nothing to be reviewed."""
        root = os.path.abspath(content)
        registry = read_registry.read(Path(root, "registry"))
        if registry.faults:
            raise Refused("登记表写错了 → 运行 make check 查看并改正", CONTENT)
        wanted = tuple(dict.fromkeys(inside(Path(root), path) for path in paths))
        folders = dict.fromkeys(os.path.dirname(path) for path in wanted)
        there = [f for f in folders if f.startswith("items/") and Path(root, f).is_dir()]
        places = [p for f in there for p in tree.walk(root, f).places if p.path in wanted]
        today = load_items(root, day, Names(registry), places)
        # What waits for its day is reviewed before it: on the last of days nothing waits.
        items = load_items(root, date.max, Names(registry), places).items
        found = {item.record.path: item for item in items}
        for path in wanted:
            if path not in found:
                raise Refused(f"{path} {_why_not(today, path)}", CONFIGURATION)
        return cls(root, registry, tuple(found[path] for path in wanted), today)

    def form(self, tier: str, day: date) -> str:
        """The forms of all items, at the tier that the registry asks for or at a higher one."""
        judge, notes = Judge(self.registry, day), self._notes()
        sheets = []
        for item in self.items:
            told = (_note(f) for f in notes if f.path == item.record.path)
            asked = tier_of(judge, item, tier)
            sheets.append(
                Sheet(item, asked, judge.sensitive(item), tuple(told), day, self._scrubs(item))
            )
        return page(sheets)

    def _scrubs(self, item: Item) -> tuple[Scrub, ...]:
        """What was taken off the pictures of an item; nothing where no record can be read."""
        path = record.beside(item.record.path)
        try:
            return record.read(path, Path(self.root, path).read_bytes()).scrubs
        except OSError:
            return ()

    def _notes(self) -> tuple[Finding, ...]:
        """What the rules have to say of each item and its attachments, unweighed."""
        corpus = dataclasses.replace(self.read, scans=scanned.scans(self.read, Memory(""), 1))
        return tuple(sorted(printable((*rules.examine(corpus), *on_leaks.attached(corpus)))))

    def enter(self, review: Review, tier: str, asked: Asked, day: date) -> list[tuple[Item, str]]:
        """Record that every item was reviewed as ``review`` says; gives the paths of the records.

        ``asked`` gives the code on the form. Nothing is written before all codes agree and all
        people may do what they did. Raises Refused.
        """
        judge, logs = Judge(self.registry, day), []
        for item in self.items:
            own = seal.code(item.seal)
            if seal.typed(asked(item)) != own:
                message = f"{item.record.path} 现在的内容与审查表上的代码不符"
                fix = "打印以后改动过的，重新打印、重新审查；看错了的，重新输入"
                raise Refused(f"{message} → {fix}", CONTENT)
            made = dataclasses.replace(
                review, tier=tier_of(judge, item, tier), digest=item.seal.hex()
            )
            _refuse(item, (*judge.people(item, made), *judge.ahead(made)))
            logs.append((item, made, *_log(self.root, item)))
        for item, made, log, before in logs:
            if not (log.reviews and dataclasses.replace(log.reviews[-1], line=1) == made):
                put(Path(self.root, beside(item.record.path)), written(before, made).encode())
        return [(item, beside(item.record.path)) for item in self.items]


def tier_of(judge: Judge, item: Item, wished: str) -> str:
    """The tier of a review: 敏感 where it is asked for by the registry or by somebody."""
    return SENSITIVE if wished == SENSITIVE or judge.sensitive(item) else DAILY


def find_person(registry: Registry, word: str) -> Person:
    """A registered official by id, or by a name that only one has."""
    if known := registry.people.get(word):
        return known
    named = [person for person in registry.people.values() if person.name == word]
    if len(named) == 1:
        return named[0]
    known_words = [w for p in registry.people.values() for w in (p.id, p.name)]
    raise unknown(
        "人员", word, known_words, "先在 registry/roles.toml 里登记：[[person]]、id、name、roles"
    )


def _why_not(corpus: Corpus, path: str) -> str:
    """Why there is nothing to review at a path, and the remedy."""
    if path not in corpus.records:
        return "不是内容目录里的条目 → 写 items/…/….md"
    if any(record.path == path for record in corpus.drafts):
        return "还没有编号，编号以后内容就变了 → 先运行 make number"
    if any(record.path == path for record in corpus.withheld):
        return "不主动公开，不用登记 → 要公开的，先改公开方式"
    return "有错误，还不能审查 → 运行 make check 查看并改正"


def _note(finding: Finding) -> str:
    return f"{finding.code} 第{finding.line}行：{finding.message}"


def _refuse(item: Item, faults: Iterable[Fault]) -> None:
    """Raises Refused with all that is wrong, worded as the rules word it."""
    said = [f"{item.record.path}: {worded(fault)}" for fault in faults]
    if said:
        raise Refused("\n".join(said), CONTENT)


def _log(root: str, item: Item) -> tuple[Log, str]:
    """The record as it stands, and its text; nothing where there is none. Refuses a broken one."""
    path = beside(item.record.path)
    try:
        data = Path(root, path).read_bytes()
    except FileNotFoundError:
        return Log(), ""
    except OSError as error:
        raise Refused(f"{path} 打不开：{error.strerror} → 检查文件的权限", ENVIRONMENT) from error
    log = read(path, data)
    if log.faults:
        raise Refused(f"{path} 写错了 → 用 Git 恢复，或者删去", CONTENT)
    return log, data.decode("utf-8-sig")


def imported(corpus: Corpus) -> list[Item]:
    """The imported items that have neither a record nor their row in the baseline."""
    return [
        item
        for item in corpus.items
        if item.imported
        and beside(item.record.path) not in corpus.reviews
        and reviewed.legacy_row(corpus, item) not in corpus.baseline
    ]


def take_over(corpus: Corpus, items: Sequence[Item], approver: Person, day: date) -> None:
    """List ``items`` in ``baseline.json`` as they stand, in the name of ``approver``."""
    root, paths = Path(corpus.root), {item.record.path for item in items}
    kept = [
        row
        for row in baseline.rows(root)
        if row.get("code") != reviewed.LEGACY or row.get("path") not in paths
    ]
    for item in items:
        code, path, field, sha256 = reviewed.legacy_row(corpus, item)
        row = {"code": code, "path": path, "field": field, "sha256": sha256}
        kept.append({**row, "approver": approver.id, "date": day.isoformat()})
    try:
        baseline.write(root, kept)
    except OSError as error:
        raise Refused(
            f"baseline.json 写不进去：{error.strerror} → 检查权限", ENVIRONMENT
        ) from error
