"""两处遮盖合起来是完整的号码

是什么：同一个人的号码在两个条目里遮盖了不同的位置，合起来就是完整的号码。
为什么：每一处单独看都遮住了，放在一起等于没有遮。
怎么改：全站用同样的遮盖：身份证号留前二位、后三位，手机号留前三位、后四位。
依据：个人信息保护法第五十一条（去标识化）；政府信息公开要防范数据汇聚的风险。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from plugins.leaks.kinds import identity, mask
from plugins.leaks.names import before
from plugins.leaks.plain import plain
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import lines

CODE = "GK708"
SEVERITY = Severity.WARNING

_FIX = "两处改成同样的遮盖"
_IDENTITY = "身份证号"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A note of every masked number behind a name, for ``joined``, which is the rule itself.

    Notes are remembered with their record, so that no text is read again to compare it.
    """
    for record in corpus.records.values():
        if "*" not in record.text and "×" not in record.text and "●" not in record.text:
            continue
        for number, line in lines(record):
            flat = plain(line)
            for one in mask.masked(flat.text):
                if name := before(flat.text, one.start):
                    place = (record.path, number, flat.at(one.start) + 1)
                    value = f"{one.of} {one.written}"
                    yield Finding(*place, CODE, "正文", name, _FIX, value, Severity.NOTICE)


def joined(findings: Iterable[Finding]) -> Iterator[Finding]:
    """All findings, the notes of this rule but for pairs that join: these as warnings."""
    notes: defaultdict[tuple[str, str, int], dict[str, Finding]] = defaultdict(dict)
    for finding in findings:
        if finding.code != CODE:
            yield finding
            continue
        of, _, written = finding.value.partition(" ")
        notes[finding.message, of, len(written)].setdefault(f"{finding.path} {written}", finding)
    for (name, of, _), found in notes.items():
        for first, second in _pairs(list(found.values())):
            if first.path != second.path and _whole(first, second, of, name):
                said = f"{of}的遮盖与 {first.path} 第 {first.line} 行的合起来是完整的号码"
                yield replace(second, message=said, value=of, severity=SEVERITY)


def _pairs(notes: list[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Pairs that hide different digits."""
    shapes: defaultdict[str, list[Finding]] = defaultdict(list)
    for note in sorted(notes):
        shapes["".join("*" if c == "*" else "0" for c in note.value)].append(note)
    for some, others in combinations(shapes.values(), 2):
        yield from (tuple(sorted((a, b))) for a in some for b in others)  # type: ignore[misc]


def _whole(first: Finding, second: Finding, of: str, name: str) -> bool:
    """Whether two masks of one name show all digits together, and contradict each other nowhere."""
    one, two = (finding.value.partition(" ")[2] for finding in (first, second))
    union = "".join(b if a == "*" else a for a, b in zip(one, two, strict=True))
    agree = all("*" in (a, b) or a == b for a, b in zip(one, two, strict=True))
    if "*" in union or not agree:
        return False
    if of == _IDENTITY and len(union) == 18:
        return identity.long(union)
    return "某" not in name and "×" not in name
