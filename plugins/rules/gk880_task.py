"""任务分解表里的任务没有完成

是什么：registry/assignments.toml 分给一个机构的栏目，有的周期过了期限还没有公开，有的一条也没有，或者随时公开的半年没有更新。
  一个机构一条提示，列出各项；`make inspect` 有逐项的清单。
为什么：谁公开、多久公开一次、什么时候以前公开，是事先定下的；没有完成的，编辑要先知道，年底考核也看这个。
怎么改：尽快公开；本年度确实没有的，在 columns.toml 的 nothing 里写明；不该由它公开的，改任务分解表。
依据：政府信息公开条例第四条、第十九条、第四十六条；本系统的约定（怎样算完成，见 docs/decisions/0088）。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plugins.owed.periods import label
from plugins.owed.standing import FAULTS, Standing, State, standings
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity

CODE = "GK880"
SEVERITY = Severity.WARNING
PATH = "registry/assignments.toml"
NAMED = 5
"""How many periods or columns one sentence names."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each body that has not done all that it was assigned by the day of the build."""
    undone = [one for one in standings(corpus) if one.state in FAULTS]
    undone.sort(key=lambda one: one.body.id)
    for _, found in groupby(undone, key=lambda one: one.body.id):
        lines = sorted(found, key=lambda one: one.assignment.line)
        said = "；".join(map(told, lines[:NAMED]))
        more = f"；另有 {len(lines) - NAMED} 项" if len(lines) > NAMED else ""
        body, line = lines[0].body, lines[0].assignment.line
        message = f"{body.name}有 {len(lines)} 项任务没有完成：{said}{more}"
        fix = "尽快公开；本年度没有的在 columns.toml 的 nothing 里写明；不该由它公开的改任务分解表"
        yield Finding(PATH, line, 1, CODE, "任务", message, fix, body.id, SEVERITY)


def told(one: Standing) -> str:
    """What is wrong with one line: 部门预算，2026年（应在2026-03-20以前）没有公开."""
    name, line = one.column.name, one.assignment
    if one.state is State.STALE:
        return f"{name}，{line.frequency}，{one.newest or line.since}以后没有更新"
    owed = one.of(State.OWED)
    if not owed:
        return f"{name}，{line.frequency}，一条也没有"
    return f"{name}，{_periods(line.frequency, one)}没有公开" + "，一条也没有" * (not one.number)


def _periods(frequency: str, one: Standing) -> str:
    owed: Sequence[str] = [
        f"{label(frequency, turn.period)}（应在{turn.due}以前）" for turn in one.of(State.OWED)
    ]
    rest = f"等{len(owed)}次" if len(owed) > NAMED else ""
    return "、".join(owed[-NAMED:]) + rest
