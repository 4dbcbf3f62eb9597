"""索引号与所在位置不符

是什么：索引号的前缀不是这个机构的，或者年份、流水号与文件的位置不一致。
为什么：索引号指明信息由谁公开；放错了机构，责任和统计都会错。
怎么改：放错文件夹的，把文件移到机构自己的文件夹；抄错号的，照机构的前缀改正。
依据：政府信息公开目录系统实施指引（索引号由机构编码、年份和流水号组成）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.numbers import read_index
from plugins.records.registry import Registry
from plugins.records.source import Kind, Record
from plugins.rules.wording import at

CODE = "GK114"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each number whose prefix, year or serial disagrees with the file's path.

    Imported items keep the numbers and places they came with; only their prefix is compared.
    """
    for record in corpus.of_kind(Kind.ITEM):
        if not (finding := _prefix(record, corpus.registry)):
            finding = _place(record, corpus.registry)
        if finding:
            yield finding


def _prefix(record: Record, registry: Registry) -> Finding | None:
    number = read_index(record.raw("index_no"), registry.site)
    body = registry.bodies.get(record.body)
    if not (number and body and number.prefix and body.prefix):
        return None
    if number.prefix in (body.prefix, *body.former_prefixes):
        return None
    owners = registry.bodies.values()
    owner = next((b for b in owners if number.prefix in (b.prefix, *b.former_prefixes)), None)
    whose = f"，它是{owner.name}的" if owner else ""
    message = f"索引号前缀“{number.prefix}”不是{body.name}的{whose}"
    fix = f"移到 items/{owner.id}/ 下，或者" if owner else ""
    return at(record, "index_no", CODE, message, f"{fix}把前缀改成“{body.prefix}”")


def _place(record: Record, registry: Registry) -> Finding | None:
    number = read_index(record.raw("index_no"), registry.site)
    if not number or number.former or not number.year or record.raw("imported_from"):
        return None
    if (
        record.serial.isascii()
        and record.serial.isdecimal()
        and int(record.serial) != number.serial
    ):
        message = f"索引号的流水号是{number.serial:05d}，文件名却是{record.serial}.md"
        fix = f"把文件改名为 {number.serial:05d}.md，它的附件文件夹一起改名"
        return at(record, "index_no", CODE, message, fix)
    if record.year != str(number.year):
        message = f"索引号的年份是{number.year}，文件却在 {record.year} 文件夹里"
        fix = f"把文件和它的附件文件夹移到 items/{record.body}/{number.year}/ 下"
        return at(record, "index_no", CODE, message, fix)
    return None
