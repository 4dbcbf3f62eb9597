"""What the rules over leaks share: where a leak stands in a record or an attachment, how it is told.

No finding repeats what was found: it shows the mask alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from plugins.leaks import leaks
from plugins.leaks.leak import Kind, Leak
from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY
from plugins.records.finding import Finding, Severity
from plugins.records.source import Attachment, Record
from plugins.scrub import SUFFIXES

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
SCRUBBED = frozenset((Kind.METADATA, Kind.LOCATION, Kind.THUMBNAIL))
"""What ``scrub`` takes off a picture."""
FORM = frozenset((Kind.ACTIVE, Kind.LOCKED, Kind.MISMATCH))

_PHONES = ("consult_phone", "supervision_phone")  # GK220
_OPEN = ("disclosure_mode", "disclosure_scope")  # GK214


@dataclass(frozen=True, slots=True)
class Told:
    """How a kind of leak is told: ``what`` it is, the remedy, the weight."""

    what: str
    fix: str
    severity: Severity = Severity.ERROR


Words = Mapping[Kind, Told]


@dataclass(frozen=True, slots=True)
class Stands:
    """A leak in a record: label of the field, or 正文; line and column in the file."""

    leak: Leak
    label: str
    line: int
    column: int


_SEEN: dict[tuple[str, str], tuple[Stands, ...]] = {}
"""The last records searched, by path and SHA-256: all rules ask for the same."""
_MOST_SEEN = 20_000


def in_texts(corpus: Corpus, code: str, words: Words) -> Iterator[Finding]:
    """A finding for each leak of these kinds in a field or the text of a record."""
    withheld = {record.path for record in corpus.withheld}
    for record in corpus.records.values():
        for one in stands(record):
            if one.leak.kind in words and not (
                one.leak.kind is Kind.INTERNAL and record.path in withheld
            ):
                place = (record.path, one.line, one.column)
                yield _finding(place, code, one.label, one.label, one.leak, words)


def stands(record: Record) -> tuple[Stands, ...]:
    """All leaks of a record."""
    key = (record.path, record.sha256)
    if key not in _SEEN:
        if len(_SEEN) >= _MOST_SEEN:
            _SEEN.clear()
        _SEEN[key] = (*_in_fields(record), *_in_text(record))
    return _SEEN[key]


def _in_fields(record: Record) -> Iterator[Stands]:
    for key, entry in record.entries.items():
        label = entry.label or (BY_KEY[key].label if key in BY_KEY else key)
        texts = [(entry.raw, entry.line, entry.value_column)]
        texts += [(part.text, part.line, part.column) for member in entry.parts for part in member]
        for text, line, column in texts:
            for leak in leaks(text) if text else ():
                if (key in _PHONES and leak.kind is Kind.MOBILE) or (
                    key in _OPEN and leak.kind is Kind.INTERNAL
                ):
                    continue
                yield Stands(leak, label, line, column + leak.start)


def _in_text(record: Record) -> Iterator[Stands]:
    found = leaks(record.text)
    if not found:
        return
    starts = [0, *(at + 1 for at, c in enumerate(record.text) if c == "\n")]
    for leak in found:
        line = bisect_right(starts, leak.start)
        yield Stands(leak, "正文", record.text_line + line - 1, leak.start - starts[line - 1] + 1)


def in_attachments(
    corpus: Corpus, words: Mapping[Kind, tuple[str, Words]], told: Callable[[str, Attachment], bool]
) -> Iterator[Finding]:
    """A finding for each leak in an attachment; ``words`` tells of each kind its code and words.

    Of a file that another rule has ``told`` to be no document, nothing more is said of its form.
    """
    for path in sorted(corpus.scans):
        folder, _, name = path.rpartition("/")
        record = corpus.records.get(f"{folder}.md")
        files = {file.path: file for file in record.files} if record else {}
        file = files.get(path, Attachment(name, path, 1, line=1, column=1))
        formless = told(corpus.root, file)
        for leak in corpus.scans[path]:
            large = leak.kind is Kind.BOMB and file.name.lower().endswith(PICTURES)  # GK613
            if not (formless and leak.kind in FORM) and not large:
                code, own = words[leak.kind]
                yield _attached(f"{folder}.md", file, leak, code, own)


def _attached(item: str, file: Attachment, leak: Leak, code: str, words: Words) -> Finding:
    name = "（文件名不显示）" if leaks(file.name.rpartition(".")[0]) else file.name
    where = f"附件“{name}”" + (f"的{leak.where}" if leak.where and leak.length else "")
    place = (item, file.line, file.column)
    found = _finding(place, code, f"附件 {name}", where, leak, words)
    if not (leak.kind in SCRUBBED and file.name.lower().endswith(PICTURES)):
        return found
    first = "" if file.name.lower().endswith(SUFFIXES) else "另存为 PNG 或者 JPEG，再"
    fix = f"{first}运行 make scrub PATHS={item}，会自动去掉"
    return replace(found, fix=fix, severity=Severity.ERROR)


def _finding(
    place: tuple[str, int, int], code: str, field: str, where: str, leak: Leak, words: Words
) -> Finding:
    told = words[leak.kind]
    shown = f"“{leak.masked}”" if leak.masked and leak.masked != leak.kind.value else ""
    within = f"：{leak.where}" if leak.where and not leak.length else ""
    message = f"{where}{told.what}{within}{shown}"
    value = f"{leak.kind.value} {leak.masked}".strip()
    return Finding(*place, code, field, message, told.fix, value, told.severity)
