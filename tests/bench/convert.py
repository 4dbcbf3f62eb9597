"""The items of a town as the peers read them: their own front matter, the same body text.

The facts are those our own pages show, the extracted summary included, so that no builder has
less to print than another. Identifiers stand in the front matter and names in the settings,
because stock Pelican would merge names that sound alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from plugins.records.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Fact:
    """What is shown of an item; ``column`` and ``body`` are registry ids.

    ``moment`` is its day, with a time of day that puts the items of one day in our order: a list
    is cut at the same place by all builders.
    """

    index_no: str
    title: str
    moment: datetime
    column: str
    body: str
    summary: str
    text: str

    @property
    def name(self) -> str:
        """A file name of its own: index numbers have a slash."""
        return self.index_no.replace("/", "-")


def facts(corpus: Corpus) -> Iterator[Fact]:
    """Every public item, the oldest first."""
    day, place = date.min, 0
    for item in reversed(corpus.items):
        made = item.generated_date or corpus.day
        day, place = made, place + 1 if made == day else 0
        yield Fact(
            index_no=item.index_no,
            title=item.title,
            moment=datetime.combine(made, time.min) + timedelta(seconds=place),
            column=item.column.id,
            body=item.publisher.id,
            summary=item.summary.text,
            text=item.record.text.strip("\n") + "\n",
        )


def names(corpus: Corpus) -> Mapping[str, str]:
    """The name of every body and of every column that has items, by id."""
    found = {item.publisher.id: item.publisher.name for item in corpus.items}
    found |= {item.column.id: item.column.name for item in corpus.items}
    return dict(sorted(found.items()))


def pelican(fact: Fact) -> str:
    """Lines of metadata, as Pelican's Markdown reader takes them."""
    head = (
        f"Title: {fact.title}",
        f"Date: {fact.moment}",
        f"Category: {fact.column}",
        f"Author: {fact.body}",
        f"Index_no: {fact.index_no}",
        f"Summary: {fact.summary}",
    )
    return "\n".join(head) + f"\n\n{fact.text}"


def hugo(fact: Fact) -> str:
    """YAML front matter; four taxonomies make the four kinds of lists."""
    rows: Mapping[str, object] = {
        "title": fact.title,
        "date": fact.moment.isoformat(),
        "url": f"/item/{fact.index_no}.html",
        "index_no": fact.index_no,
        "summary": fact.summary,
        "category": [fact.column],
        "body": [fact.body],
        "year": [f"{fact.moment:%Y}"],
        "month": [f"{fact.moment:%Y-%m}"],
    }
    return _yaml(rows) + fact.text


def eleventy(fact: Fact) -> str:
    """YAML front matter; the lists are collections of the configuration."""
    rows: Mapping[str, object] = {
        "title": fact.title,
        "permalink": f"item/{fact.index_no}.html",
        "index_no": fact.index_no,
        "day": f"{fact.moment:%Y-%m-%d}",
        "moment": fact.moment.isoformat(),
        "summary": fact.summary,
        "category": fact.column,
        "body": fact.body,
    }
    return _yaml(rows) + fact.text


def _yaml(rows: Mapping[str, object]) -> str:
    """JSON spells strings and lists of strings as YAML does."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items())
    return "\n".join(("---", *lines, "---", ""))


WRITERS: Mapping[str, Callable[[Fact], str]] = {
    "pelican": pelican,
    "hugo": hugo,
    "eleventy": eleventy,
}


def write(corpus: Corpus, builder: str, folder: Path) -> None:
    """All items in the dialect of ``builder``, in one folder for each body."""
    for fact in facts(corpus):
        path = folder / fact.body / f"{fact.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WRITERS[builder](fact), encoding="utf-8")
