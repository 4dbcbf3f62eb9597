"""要点任务逾期没有佐证，或者佐证找不到

是什么：registry/keypoints.toml 里的任务过了期限还没有佐证；或者写的佐证（索引号、指南、制度、年报的路径）在公开的内容里找不到，
  可能没有公开、已经撤下，也可能写错了。一项任务一条提示。https 开头的站外网址不打开核对。
为什么：要点任务办没办完，看的是佐证；网页上逾期的照样显示。
怎么改：办完的，把条目的索引号写进 evidence；写错的改正；不再要求的，从要点里删去。
依据：政府信息公开条例第二十二条（按照上级行政机关的部署增加主动公开的内容）、第四十七条；本系统的约定（有佐证才算完成）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.steering.progress import PATH, State, progress

CODE = "GK897"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each task that is overdue, or whose evidence is nowhere."""
    for one in progress(corpus):
        late = one.state is State.OVERDUE
        if not late and not one.dead:
            continue
        due = f"应在{one.task.due}以前完成，还没有佐证" if late else ""
        dead = f"佐证找不到：{'、'.join(one.dead)}" if one.dead else ""
        message = f"{one.said}{'；'.join(filter(None, (due, dead)))}"
        fix = "办完的把条目的索引号写进 evidence；写错的改正；不再要求的删去"
        place = (PATH, one.task.line, 1, CODE, "要点任务")
        yield Finding(*place, message, fix, one.bodies[0].id, SEVERITY)
