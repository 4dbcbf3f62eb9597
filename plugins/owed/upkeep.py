"""What nobody keeps up: columns without anything, columns that stand still, duties unserved.

A site that has not been public for half a year says nothing of this: it is still being filled. Nor
does one without a release log, of which nobody knows since when it is public.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.owed.periods import before
from plugins.owed.standing import STALE_MONTHS
from plugins.records import yearly
from plugins.records.corpus import Corpus
from plugins.records.registry import Body, Column, Duty, Registry
from plugins.records.resolve import duties_of

NEWS = "工作动态"
NEWS_DAYS = 14
"""The two weeks of the inspection are for news; few platforms have any (国办公开办函〔2019〕61号)."""
LASTING = frozenset(("概况信息", "机构职能", "负责人信息", "信息公开指南", "办事服务"))
"""Kinds of columns (ColumnType, 国办发〔2017〕47号) whose contents stay good until they change."""
TOWN = "乡镇"
_ORGANS = "20-2"


@dataclass(frozen=True, slots=True)
class Gap:
    """Duties of one level of government that nothing has been published about.

    ``body`` is the town whose level it is, None for art. 20 and for the city or county.
    """

    body: Body | None
    duties: tuple[Duty, ...]


def settled(corpus: Corpus) -> bool:
    """Whether the site has been public for so long that upkeep can be judged."""
    return bool(corpus.releases) and corpus.releases[0] <= before(corpus.day, STALE_MONTHS)


def newest(corpus: Corpus) -> Mapping[str, date | None]:
    """The newest day of each column that has anything: 公开日期, else 形成日期; yearly reports count."""
    found: dict[str, date | None] = {}
    for item in corpus.items:
        day = item.publish_date or corpus.released.get(item.key) or item.generated_date
        known = found.get(item.column.id)
        found[item.column.id] = max(known, day) if known and day else known or day
    days = [report.day for report in corpus.public_reports()]
    for column in yearly.columns(corpus.registry) if days else ():
        mine = [day for day in (*days, found.get(column)) if day]
        found[column] = max(mine, default=None)
    return found


def blank(corpus: Corpus) -> Iterator[Column]:
    """The leaves of the tree without items, and without a signed sentence in their place."""
    held = newest(corpus)
    for column in corpus.registry.columns.values():
        if corpus.registry.is_leaf(column.id) and column.id not in held and not column.nothing:
            yield column


def stale(corpus: Corpus) -> Iterator[tuple[Column, date]]:
    """The columns in which nothing is new for six months (news: two weeks), and their newest day.

    Those in the assignment table are judged by what it says, column by column and body by body.
    """
    assigned = {line.column for line in corpus.registry.assignments}
    for name, day in newest(corpus).items():
        column = corpus.registry.columns[name]
        if not day or name in assigned or column.column_type in LASTING:
            continue
        news = column.column_type == NEWS
        limit = corpus.day - timedelta(NEWS_DAYS) if news else before(corpus.day, STALE_MONTHS)
        if day < limit:
            yield column, day


def gaps(corpus: Corpus) -> Iterator[Gap]:
    """Of art. 20 what no body serves; of art. 21 what none of its level does, and none of a town.

    An item serves a duty by its column, a signed sentence too (本机关无此项职能), and art. 20 (2) is
    served by what the registry says of a body.
    """
    registry = corpus.registry
    served = _served(corpus)
    every = {code for codes in served.values() for code in codes}
    county = any(body.level != TOWN for body in registry.bodies.values())
    lacking = (d for d in registry.duties if d.level != TOWN and d.code not in every)
    common = tuple(d for d in lacking if not d.level or county)
    if common:
        yield Gap(None, common)
    towns = (b for b in registry.bodies.values() if b.level == TOWN and not b.successors)
    for body in towns:
        mine = served[body.id]
        own = tuple(d for d in registry.duties if d.level == TOWN and d.code not in mine)
        if own:
            yield Gap(body, own)


def _served(corpus: Corpus) -> Mapping[str, set[str]]:
    """The codes of duties that each body serves."""
    registry = corpus.registry
    served: dict[str, set[str]] = defaultdict(set)
    for item in corpus.items:
        served[item.publisher.id].update(duty.code for duty in item.duties)
    for column in registry.columns.values():
        for name in column.nothing:
            if body := registry.bodies.get(name):
                codes = duties_of(column, body.level, registry.duties)
                served[name].update(duty.code for duty in codes)
    for body in registry.bodies.values():
        if body.duties and (body.address or body.inherits):
            served[body.id].add(_ORGANS)
    for report in corpus.public_reports():
        served[report.body].update(_reported(registry, registry.bodies[report.body]))
    return served


def _reported(registry: Registry, body: Body) -> Iterator[str]:
    """What the columns of yearly reports serve."""
    for name in yearly.columns(registry):
        duties = duties_of(registry.columns[name], body.level, registry.duties)
        yield from (duty.code for duty in duties)
