"""索引号里有看不清的字符

是什么：索引号里有全角字符、空格、看不见的字符或形似字符，或者两个索引号只差这些。
为什么：看上去一样的两个号，机器认作两个；市民照着抄写就查不到。
怎么改：把索引号重新用半角字母、数字、“/”和“-”打一遍；只差大小写的，统一成先用的那种写法。
依据：政府信息公开目录系统实施指引（索引号唯一不变）。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.numbers import DRAFT, normal_index
from plugins.records.source import Kind, Record
from plugins.rules.characters import in_number
from plugins.rules.wording import at

CODE = "GK102"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each number with an odd character, and for each that differs only in case."""
    alike: defaultdict[str, list[Record]] = defaultdict(list)
    for record in corpus.of_kind(Kind.ITEM):
        number = record.raw("index_no")
        if number in ("", DRAFT):
            continue
        alike[normal_index(number)].append(record)
        if odd := in_number(number):
            message = f"索引号“{number}”第{odd[0].offset + 1}个字符是{odd[0]}"
            instead = f"，这里是“{odd[0].instead}”" if odd[0].instead else ""
            fix = f"用半角字母、数字、“/”和“-”重写{instead}"
            yield at(record, "index_no", CODE, message, fix, offset=odd[0].offset)
    for records in alike.values():
        if len(records) > 1:
            yield from _differing(records)


def _differing(records: list[Record]) -> Iterator[Finding]:
    for record in records:
        number = record.raw("index_no")
        other = next((r for r in records if r.raw("index_no") != number), None)
        if other and not in_number(number):
            message = f"索引号“{number}”与 {other.path} 的“{other.raw('index_no')}”看上去一样"
            fix = "两个条目不能共用一个号：后来的改成“待编”，再运行 make number"
            yield at(record, "index_no", CODE, message, fix)
