"""Front matter: which lines are values, with their places; nothing is interpreted here.

One-line values are literal to the end of the line (``#1号楼``, ``[2021]1号``, ``no`` mean
themselves); only an indented list is YAML, and it is read by PyYAML with its marks.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from plugins.records.fields import Field, Type
from plugins.records.source import Entry, Fault, Part

MAX_BYTES = 64 * 1024
MAX_VALUE = 1000

_LINE = re.compile(r"(?P<key>[^\s:：#\-][^:：]*?)\s*[:：][ \t\u3000]*(?P<value>.*?)\s*")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")
# What YAML would take for its own at the start of a value, though a clerk means the character.
_SPECIAL = re.compile(r"^(\s*(?:- +)?(?:[^\s:'\"]+: +)?)([\[{#%@`].*|\?(?:\s.*)?)$")
_SPACES = re.compile(r"[\s\u3000\xa0]+")
_LISTS = (Type.LIST, Type.LINES, Type.RELATION, Type.FILES, Type.BODIES, Type.CHANGES)
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Front:
    """What the reader collects on its way down the lines."""

    entries: dict[str, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    closing: int = 1
    text_line: int = 1


def unquote(value: str) -> str:
    """A value wholly in matching quotes is unquoted as YAML does; any other means itself."""
    if len(value) < 2 or value[0] not in "'\"" or value[0] != value[-1]:
        return value
    try:
        node = yaml.compose(value, Loader=_Loader)
    except yaml.YAMLError:
        return value
    return str(node.value) if isinstance(node, yaml.ScalarNode) else value


def _quoted(match: re.Match[str]) -> str:
    return f"{match[1]}'{match[2].replace(chr(39), chr(39) * 2)}'"


def _literal(node: yaml.Node, block: list[str]) -> str:
    """A value on one line is literal to the line's end here too; a longer one is what YAML says."""
    line, column = node.start_mark.line, node.start_mark.column
    if node.end_mark.line == line < len(block):  # an empty value may stand behind the last line
        return unquote(block[line][column:].strip())
    return str(node.value)


def _parts(node: yaml.Node, block: list[str], line: int) -> list[Part]:
    """The values of one list member: itself, or those of its keys."""
    if isinstance(node, yaml.SequenceNode):
        raise ValueError("yaml-too-deep")
    if not isinstance(node, yaml.MappingNode):
        mark = node.start_mark
        return [Part(_literal(node, block), line + mark.line, mark.column + 1)]
    parts = []
    for key, value in node.value:
        if not isinstance(value, yaml.ScalarNode):
            raise ValueError("yaml-too-deep")
        mark = value.start_mark
        text = _literal(value, block)
        parts.append(Part(text, line + mark.line, mark.column + 1, str(key.value)))
    return parts


def _read_list(block: list[str], line: int) -> tuple[tuple[Part, ...], ...] | Fault:
    """The members of an indented list whose first line is ``line``; or what is wrong with it."""
    block = [text.replace("\t", "  ").replace("\u3000", "  ") for text in block]
    text = "\n".join(_SPECIAL.sub(_quoted, member) for member in block)
    try:
        special = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)
        if found := next(
            (t for t in yaml.scan(text, Loader=_Loader) if isinstance(t, special)), None
        ):
            mark = found.start_mark
            return Fault("yaml-anchor", line + mark.line, mark.column + 1)
        node = yaml.compose(text, Loader=_Loader)
        if not isinstance(node, yaml.SequenceNode):
            return Fault("not-a-list", line, 1)
        return tuple(tuple(_parts(member, block, line)) for member in node.value)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark
        place = (line + at.line, at.column + 1) if at else (line, 1)
        return Fault("yaml", *place, detail=error.problem or "")
    except yaml.YAMLError as error:
        return Fault("yaml", line, 1, detail=str(error)[:80])
    except (ValueError, RecursionError):
        return Fault("yaml-too-deep", line, 1)


def _is_block_line(line: str) -> bool:
    return bool(line) and (line[0] in " \t\u3000" or line == "-" or line.startswith("- "))


def _take_block(lines: list[str], at: int, end: int) -> tuple[list[str], int]:
    block: list[str] = []
    while at < end and (_is_block_line(lines[at]) or (not lines[at].strip() and block)):
        block.append(lines[at])
        at += 1
    return block, at


def _find(label: str, names: Mapping[str, Field]) -> Field | None:
    return names.get(label) or names.get(_SPACES.sub("", label)) or names.get(label.lower())


def _near(label: str, names: Mapping[str, Field]) -> str:
    known = [n for n in names if n.isascii() == label.isascii()]
    return "、".join(difflib.get_close_matches(label, known, 3, 0.5))


def _add(front: Front, entry: Entry, spec: Field | None, names: Mapping[str, Field]) -> None:
    place = (entry.line, entry.column)
    if spec is None:
        near = _near(entry.label, names)
        front.faults.append(Fault("unknown-key", *place, entry.label, entry.raw, near))
    elif spec.key in front.entries:
        first = front.entries[spec.key]
        detail = f"{first.line}:{first.label}"
        front.faults.append(Fault("duplicate-key", *place, entry.label, entry.raw, detail))
    else:
        front.entries[spec.key] = entry
        if len(entry.raw) > MAX_VALUE:
            at = (entry.line, entry.value_column)
            front.faults.append(Fault("value-too-long", *at, entry.label, entry.raw[:40]))


def _add_block(
    front: Front, entry: Entry, spec: Field | None, block: list[str], names: Mapping[str, Field]
) -> Entry:
    """``entry`` with the list below it, or with a fault where no list may stand there."""
    lists = spec is None or spec.type in _LISTS
    if entry.raw or not lists:
        front.faults.append(
            Fault("multi-line", entry.line + 1, 1, entry.label, block[0].strip()[:40])
        )
        return entry
    parts = _read_list(block, entry.line + 1)
    if isinstance(parts, Fault):
        front.faults.append(
            Fault(parts.kind, parts.line, parts.column, entry.label, parts.value, parts.detail)
        )
        return entry
    return Entry(
        entry.key, entry.label, entry.raw, entry.line, entry.column, entry.value_column, parts
    )


def _read_line(
    front: Front, lines: list[str], at: int, end: int, names: Mapping[str, Field]
) -> int:
    line = lines[at]
    if not line.strip() or line.startswith("#"):
        return at + 1
    found = _LINE.fullmatch(line)
    if not found:
        front.faults.append(Fault("missing-colon", at + 1, 1, value=line.strip()[:40]))
        _, at = _take_block(lines, at + 1, end)
        return at
    label = found["key"].strip()
    spec = _find(label, names)
    entry = Entry(
        spec.key if spec else label,
        label,
        unquote(found["value"]),
        at + 1,
        1,
        found.start("value") + 1,
    )
    block, after = _take_block(lines, at + 1, end)
    if any(b.strip() for b in block):
        entry = _add_block(front, entry, spec, block, names)
    _add(front, entry, spec, names)
    return after


def read(lines: list[str], names: Mapping[str, Field]) -> Front:
    """Read the front matter of a file given as lines; ``names`` are the labels that are known.

    Every problem becomes a Fault; reading goes on, so that all of them are told at once.
    """
    front = Front()
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    for number, line in enumerate(lines):
        if _CONFLICT.match(line):
            front.faults.append(Fault("conflict-marker", number + 1, 1, value=line[:20]))
    if lines[start].rstrip() != "---":
        front.faults.append(Fault("no-front-matter", 1, 1, value=lines[start][:40]))
        return front
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() == "---"), 0)
    if not end:
        front.faults.append(Fault("unclosed-front-matter", start + 1, 1))
        return front
    front.closing, front.text_line = end + 1, end + 2
    if sum(len(line.encode()) + 1 for line in lines[start:end]) > MAX_BYTES:
        front.faults.append(Fault("yaml-too-big", start + 1, 1))
        return front
    at = start + 1
    while at < end:
        if _CONFLICT.match(lines[at]):
            at += 1
            continue
        at = _read_line(front, lines, at, end, names)
    return front
