"""台账编号重复，或者指向没有的编号

是什么：两件申请写了同一个编号，或者“重办原编号”写的编号不在台账里。
为什么：编号是一件申请从收到到归档的唯一标识；重了，期限和答复就会张冠李戴。
怎么改：后登记的换一个没有用过的编号；重办的写原来那一件的编号。
依据：本系统的约定（编号唯一，不重用）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.request import Request
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.ledger import at

CODE = "GK852"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each number that stands again, and for each case redone that is not there."""
    first: dict[str, Request] = {}
    for request in corpus.requests:
        other = first.setdefault(request.number, request)
        if other is not request:
            message = f"编号与 {other.path} 第{other.line}行重复"
            yield at(request, "number", CODE, message, "换一个没有用过的编号")
    for request in corpus.requests:
        if request.redoes == request.number:
            yield at(request, "redoes", CODE, "重办原编号写的是自己", "写原来那一件的编号")
        elif request.redoes and request.redoes not in first:
            message = f"重办的{request.redoes}不在台账里"
            yield at(request, "redoes", CODE, message, "写原来那一件的编号；原件没有登记的先补登")
