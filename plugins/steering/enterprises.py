"""What public enterprises and institutions disclose, by provisions of ministries and not by art. 20.

政府信息公开条例 art. 55 para. 1: what they make or obtain while serving the public is disclosed by the laws
and by the provisions of the competent departments of the State Council. Para. 2: whoever finds that
they did not may complain (申诉) to the competent department, which looks into it without delay
and tells the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.records.corpus import Corpus
from plugins.records.guide_parts import ENTERPRISE
from plugins.records.registry import Body, Column
from plugins.steering.staff import standing
from plugins.steering.tables import Enterprise


@dataclass(frozen=True, slots=True)
class Served:
    """An enterprise with its columns, and how many of its items stand in or below each.

    ``signed`` is what it says where a column has nothing (本年度没有……).
    """

    entry: Enterprise
    body: Body
    regulator: Body
    columns: tuple[tuple[Column, int, str], ...]

    @property
    def empty(self) -> tuple[Column, ...]:
        """The columns with nothing in them, and no sentence in its place."""
        return tuple(column for column, count, signed in self.columns if not count and not signed)


def served(corpus: Corpus) -> tuple[Served, ...]:
    """Every registered enterprise that has not been dissolved, in the order of the file."""
    registry = corpus.registry
    entries = [e for e in registry.steering.enterprises if not registry.bodies[e.body].successors]
    wanted = {entry.body for entry in entries}
    counts: Counter[tuple[str, str]] = Counter()
    for item in corpus.items if wanted else ():
        if item.publisher.id in wanted:
            for step in registry.trail(item.column.id):
                counts[item.publisher.id, step.id] += 1
    return tuple(
        Served(
            entry=entry,
            body=registry.bodies[entry.body],
            regulator=registry.bodies[entry.regulator],
            columns=tuple(
                (column, counts[entry.body, column.id], column.nothing.get(entry.body, ""))
                for column in (registry.columns[key] for key in entry.columns)
            ),
        )
        for entry in entries
    )


def unregistered(corpus: Corpus) -> Iterator[Body]:
    """Bodies of the kind 公共企事业单位 without a line; nothing where the site has no line at all."""
    entries = corpus.registry.steering.enterprises
    known = {entry.body for entry in entries}
    for body in standing(corpus) if entries else ():
        if body.kind == ENTERPRISE and body.id not in known:
            yield body
