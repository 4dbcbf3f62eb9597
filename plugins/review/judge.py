"""Whether a record of review carries the item beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from plugins.records.item import Item
from plugins.records.registry import Registry
from plugins.records.source import Fault
from plugins.review.person import APPROVER, AUTHOR, OFFICES, REVIEWER, Person
from plugins.review.review import AGREED, DAILY, SENSITIVE, Review

OF_ITEM = frozenset(("unreviewed", "unreviewed-imported", "unreviewed-scheduled", "changed-since"))
"""What is told at the item; all else is told at its record."""


class Judge:
    """Judges by one registry, on one day."""

    def __init__(self, registry: Registry, day: date) -> None:
        self._registry, self._day = registry, day
        self._columns: dict[str, str] = {}

    def sensitive(self, item: Item) -> str:
        """Why an item must be reviewed as 敏感; the empty string where 日常 is enough."""
        column = item.column.id
        if column not in self._columns:
            trail = self._registry.trail(column)
            names = (f"栏目“{step.name}”" for step in trail if step.sensitive)
            self._columns[column] = next(names, "")
        if told := self._columns[column]:
            return told
        words = self._registry.site.sensitive_words
        return next((f"名称里有“{word}”" for word in words if word in item.title), "")

    def faults(
        self, item: Item, reviews: Sequence[Review], published: date | None
    ) -> Iterator[Fault]:
        """What keeps ``item`` from being public; ``published`` is since when it is, if it is.

        The last review counts. Only the first one can be late: a change is reviewed after the
        day on which the item first became public.
        """
        if not reviews:
            yield Fault("unreviewed-imported" if item.imported else "unreviewed", 1, 1)
            return
        last = reviews[-1]
        if last.digest != item.seal.hex():
            yield Fault("changed-since", 1, 1, value=last.day.isoformat())
        if last.conclusion != AGREED:
            yield _fault("review-refused", last, last.conclusion)
        since = self._registry.site.review_since
        asked = published and not item.imported and published >= since
        if published and asked and (first := reviews[0]).day > published:
            yield _fault("review-late", first, first.day.isoformat(), published.isoformat())
        yield from self.ahead(last)
        yield from self.people(item, last)

    def ahead(self, review: Review) -> Iterator[Fault]:
        """What is wrong with a review of a day that is still to come."""
        if review.day > self._day:
            yield _fault("review-ahead", review, review.day.isoformat())

    def people(self, item: Item, review: Review) -> Iterator[Fault]:
        """What is wrong with the tier and the people of a review."""
        if review.author in (*review.reviewers, review.approver):
            yield _fault("self-reviewed", review, self._name(review.author))
        reason = self.sensitive(item)
        if reason and review.tier != SENSITIVE:
            yield _fault("tier-too-low", review, review.tier, reason)
        named = dict.fromkeys((review.author, *review.reviewers, review.approver))
        unknown = [one for one in named if one not in self._registry.people]
        for one in unknown:
            yield _fault("unknown-person", review, one)
        if not unknown:
            yield from self._in_office(item, review)

    def _in_office(self, item: Item, review: Review) -> Iterator[Fault]:
        """Everybody is known: whether each has the role that is asked."""
        people, body = self._registry.people, item.record.body
        owner = item.publisher.short or item.publisher.name
        if not people[review.author].holds(AUTHOR, review.day):
            yield _fault("no-such-role", review, self._name(review.author), AUTHOR)
        if not _serves(people[review.approver], APPROVER, body, review.day):
            yield _fault(
                "no-such-role", review, self._name(review.approver), f"{owner}的{APPROVER}"
            )
        reviewers = [people[one] for one in review.reviewers]
        if review.tier == DAILY:
            if not any(_serves(one, REVIEWER, body, review.day) for one in reviewers):
                names = "、".join(one.name for one in reviewers)
                yield _fault("no-such-role", review, names, f"{owner}的{REVIEWER}")
        elif not _jointly(reviewers, review.day):
            missing = [r for r in OFFICES if not any(p.holds(r, review.day) for p in reviewers)]
            told = f"现在缺{'、'.join(missing)}" if missing else "一个人不能代表两个机构"
            yield _fault("offices-missing", review, "、".join(review.reviewers), told)

    def _name(self, person: str) -> str:
        known = self._registry.people.get(person)
        return known.name if known else person


def _fault(kind: str, review: Review, value: str, detail: str = "") -> Fault:
    return Fault(kind, review.line, 1, "", value, detail)


def _serves(person: Person, role: str, body: str, day: date) -> bool:
    return person.holds(role, day) and body in person.bodies


def _jointly(reviewers: Sequence[Person], day: date) -> bool:
    """Whether each of the three offices is there, no person standing for two of them."""
    held = [[p.id for p in reviewers if p.holds(role, day)] for role in OFFICES]
    return any(len(set(chosen)) == len(OFFICES) for chosen in product(*held))
