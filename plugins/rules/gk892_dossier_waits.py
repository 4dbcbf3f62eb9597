"""公示期满已久，没有公开下一部分

是什么：一部分（如批前公示）的公示期满以后，过了规定的工作日，下一部分（如批后公示）还没有公开。
为什么：公示了要办的事，就要公示办成了没有；批前与批后的数对不上，是最常被问到的。
怎么改：办结了的，公开下一部分，“成套事项”写得一样；没有批准或者不再办的，也公开这个结果。
依据：registry/sets.toml 的 follow；没有自己定的，照政府信息公开条例第二十六条的二十个工作日，从公示期满算起。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.dossiers import dossiers
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at
from plugins.workdays.calendar import OutsideCalendar, calendar
from plugins.workdays.periods import WORKING_DAYS, due

CODE = "GK892"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at the end of each publicity period after which the next part is overdue."""
    days = calendar(corpus.registry.holidays)
    for dossier in dossiers(corpus.items, corpus.registry.sets):
        number = dossier.kind.follow
        for name, items, following in dossier.waiting() if number else ():
            ended = [(i.publicity_until, i) for i in items if i.publicity_until and not i.imported]
            until, item = max(ended, key=lambda pair: pair[0], default=(None, None))
            if until is None or item is None:
                continue
            try:
                last = due(until, number, WORKING_DAYS, days).day
            except OutsideCalendar:
                continue
            if last < corpus.day:
                message = f"{name}{until}期满，已过{number}个工作日，还没有公开“{following}”"
                basis = f"（{dossier.kind.basis}）" if dossier.kind.basis else ""
                fix = f"公开结果，“成套事项”写“{dossier.subject}”{basis}"
                yield at(item.record, "publicity_until", CODE, message, fix, SEVERITY)
