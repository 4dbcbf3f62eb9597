"""年度、期号、电话或网址写得不规范

是什么：所属年度、期号、电话号码、原文网址的写法认不出来。
为什么：年度要用来排列，电话要能点了就拨，网址要能打开。
怎么改：年度写“2020”“2020年第一季度”“2020年3月”；电话写带区号的办公电话；网址以 https:// 开头。
依据：本系统的约定；不写手机号依个人信息保护法第二十五条。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK220"

WORDS = {
    "bad-period": ("“{field}”写了“{value}”", "写年、季或月，如“2020”“2020年第一季度”“2020年3月”"),
    "bad-issue": ("“{field}”写了“{value}”", "写期号，如“2026年第3期”“第45期”"),
    "bad-phone": ("“{field}”写的不是办公电话", "写带区号的办公电话，如“0999-8210000”，不写手机号"),
    "bad-url": ("“{field}”写了“{value}”", "写以 https:// 开头的完整网址"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each value of the wrong form; a telephone number may be private: masked."""
    for path, fault in corpus.faults(*WORDS):
        found = finding(path, fault, CODE, WORDS[fault.kind])
        yield replace(found, value=masked(fault.value)) if fault.kind == "bad-phone" else found


def masked(value: str) -> str:
    """``value`` with all but its first three characters hidden."""
    return value[:3] + "*" * max(len(value) - 3, 0)
