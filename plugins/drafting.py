"""``new``: an item from its column's profile, or a copy of an old one, with the next number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.named import find_body, find_column, inside, prefix_of
from plugins.numbering import fill, without_old_number
from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY
from plugins.records.load import load
from plugins.records.registry import Column, Profile
from plugins.records.source import Kind, Record
from plugins.refused import CONFIGURATION, ENVIRONMENT, Refused
from plugins.serials import Serials, history, waiting

_EMPTIED = frozenset((
    "written_date", "generated_date", "doc_number", "registration_no", "summary", "period",
    "effective_date", "valid_until", "decision_number", "decision_date", "approved_date",
    "publicity_from", "publicity_until", "subject", "issue",
))  # fmt: skip
"""What the copy must have anew: its line stays, empty, so that ``check`` asks for it."""

_DROPPED = frozenset((
    "publish_date", "abolish_date", "validity", "replaces", "replaced_by", "amends", "amended_by",
    "changes", "attachments", "markup", "archived_at", "recorded_at", "imported_at", "imported_from",
))  # fmt: skip
"""What is true of the old item alone."""


def new(content: str, body: str, column: str, day: date, source: str | None = None) -> str:
    """Write a new item and give its path below CONTENT; its empty lines are what ``check`` asks for.

    A copy has the body and the column of the old item where none is named.
    """
    corpus = load(content, day)
    registry = corpus.registry
    old = _old(corpus, content, source) if source else None
    owner = body or (old.body if old else "")
    if not owner:
        raise Refused("没有写机构 → 用 --body 指定机构", CONFIGURATION)
    home = find_body(registry, owner)
    word = column or (old.raw("category") if old else "")
    if not word:
        raise Refused("没有写栏目 → 用 --column 指定栏目", CONFIGURATION)
    leaf, written = find_column(registry, word)
    root = Path(content)
    serials = Serials(corpus, history(root), waiting(root, corpus))
    index, serial = serials.next(prefix_of(home), day.year, day)
    path = f"items/{home.id}/{day.year}/{serial}.md"
    if old:
        text = _copied(Path(content, old.path).read_text(encoding="utf-8"), old, index, written)
    else:
        profile = registry.profile_of(leaf.id)
        text = _empty(index, written, _lines(leaf, profile, home.id), profile)
    _write(Path(content, path), text)
    return path


def _write(file: Path, text: str) -> None:
    """Write a file that is not there yet."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError as error:
        raise Refused(f"{file} 已经有了 → 先核对它的索引号", CONFIGURATION) from error
    except OSError as error:
        raise Refused(f"{file} 写不进去：{error.strerror}", ENVIRONMENT) from error


def _old(corpus: Corpus, content: str, source: str) -> Record:
    """The item that is copied, named by its path, with or without CONTENT before it."""
    record = corpus.records.get(inside(Path(content), source))
    if record is None or record.kind is not Kind.ITEM:
        raise Refused(f"{source} 不是内容目录里的条目 → 写 items/…/….md", CONFIGURATION)
    return record


def _lines(leaf: Column, profile: Profile, body: str) -> list[str]:
    """The fields that an item of a column must have, in the order of the field table.

    What the column gives by itself (theme, responsible unit) is left out.
    """
    wanted = {"disclosure_mode", *profile.requires}
    if profile.document:
        wanted |= {"written_date", "theme"}
    elif "written_date" not in wanted:
        wanted.add("generated_date")
    if profile.validity:
        wanted.add("validity")
    if leaf.theme:
        wanted.discard("theme")
    if body in leaf.responsible_units:
        wanted.discard("responsible_unit")
    return [f"{field.label}:" for key, field in BY_KEY.items() if key in wanted]


def _empty(index: str, written: str, lines: list[str], profile: Profile) -> str:
    head = ["---", f"索引号: {index}", "名称:", f"栏目: {written}", *lines, "---"]
    body = [line for section in profile.sections for line in ("", f"# {section}", "")]
    return "\n".join([*head, *body, ""])


def _copied(text: str, old: Record, index: str, column: str) -> str:
    """An old item under a new number; what was true of the old one only is left empty or out."""
    lines = fill(text, old, {"index_no": index, "category": column}).split("\n")
    starts = sorted((entry.line, key) for key, entry in old.entries.items())
    ends = [start for start, _ in starts[1:]] + [old.closing_line]
    for (start, key), end in reversed(list(zip(starts, ends, strict=True))):
        if key in _EMPTIED:
            lines[start - 1 : end - 1] = [f"{old.entries[key].label}:"]
        elif key in _DROPPED:
            lines[start - 1 : end - 1] = []
    return without_old_number("\n".join(lines))
