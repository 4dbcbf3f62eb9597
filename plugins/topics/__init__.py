"""专栏和刊物: special topics gather items of any column, serials have issue numbers and show gaps.

A topic is one page, whatever the number of its items: what is special is not much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from plugins import addresses
from plugins.frame import Build, Head, Link, gathers
from plugins.plan import Batch, Page
from plugins.records.belonging import Topic
from plugins.records.corpus import Corpus
from plugins.records.issues import Issue, gaps
from plugins.records.item import Item, Row
from plugins.shapes import Count, Rows
from plugins.topics.context import Numbered, Part, TopicPage, TopicsPage

TITLE = "专栏和刊物"


def plan(corpus: Corpus, build: Build) -> Iterator[Batch]:
    """The index and a page for each topic that has items; nothing where none has."""
    if not gathers(corpus):
        return
    found: dict[str, list[Item]] = defaultdict(list)
    for item in corpus.items:
        for key in item.topics:
            found[key].append(item)
    used = [(t, found[t.id]) for t in corpus.registry.topics.values() if t.id in found]
    counted = tuple((topic, len(items)) for topic, items in used)
    yield Batch(addresses.TOPICS, index_page, (corpus.registry.site.name, counted))
    for topic, items in used:
        marks = tuple((item.year, item.issue) for item in items)
        yield Batch(addresses.topic(topic.id), topic_page, (topic, Rows(items), marks))


def index_page(site: str, counted: Sequence[tuple[Topic, int]]) -> Iterator[Page]:
    """All topics and serials that have items, with how many."""
    rows = [(t.numbered, Count(t.name, addresses.topic(t.id), count)) for t, count in counted]
    context = TopicsPage(
        head=_head(
            TITLE, f"{site}的专题专栏，以及公报、简报等刊物。", Link("首页", addresses.HOME)
        ),
        topics=tuple(count for numbered, count in rows if not numbered),
        serials=tuple(count for numbered, count in rows if numbered),
    )
    yield Page(addresses.TOPICS, "topics.html", context)


def topic_page(
    topic: Topic, rows: Sequence[Row], marks: Sequence[tuple[int, Issue]]
) -> Iterator[Page]:
    """One topic: its items by year, or its issues; ``marks`` are year and issue of each row."""
    missing = gaps(issue for _, issue in marks if issue[1]) if topic.numbered else ()
    parts = _issues(rows, marks, missing) if topic.numbered else _years(rows, marks)
    crumbs = (Link("首页", addresses.HOME), Link(TITLE, addresses.TOPICS))
    context = TopicPage(
        head=_head(topic.name, topic.description, *crumbs),
        description=topic.description,
        count=len(rows),
        missing=len(missing),
        ended=topic.ended,
        parts=parts,
    )
    yield Page(addresses.topic(topic.id), "topic.html", context)


def _head(title: str, description: str, *crumbs: Link) -> Head:
    return Head(
        title=title,
        description=description,
        crumbs=crumbs,
        column_name=TITLE,
        column_type="信息公开目录",
        section=addresses.TOPICS,
    )


def _years(rows: Sequence[Row], marks: Sequence[tuple[int, Issue]]) -> tuple[Part, ...]:
    """The items by the year of their index numbers, the newest first."""
    held: dict[int, list[Row]] = defaultdict(list)
    for row, (year, _) in zip(rows, marks, strict=True):
        held[year].append(row)
    years = sorted(held.items(), reverse=True)
    return tuple(Part(f"{year}年" if year else "", tuple(found)) for year, found in years)


def _issues(
    rows: Sequence[Row], marks: Sequence[tuple[int, Issue]], missing: Sequence[Issue]
) -> tuple[Part, ...]:
    """The issues by year, the newest first, with those that are not there."""
    held: dict[Issue, list[Row]] = {issue: [] for issue in missing}
    for row, (_, issue) in zip(rows, marks, strict=True):
        held.setdefault(issue, []).append(row)
    parts = []
    for year, found in groupby(sorted(held.items(), reverse=True), lambda pair: pair[0][0]):
        each = tuple(Numbered(f"第{number}期", tuple(own)) for (_, number), own in found)
        parts.append(Part(f"{year}年" if year else "", issues=each))
    return tuple(parts)
