"""A year of applications in counts: nothing of a single one, nothing that few asked for."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from plugins import addresses
from plugins.records.load import load
from plugins.requests import yearly
from tests.plans import flat
from tests.search.host import ROOT


@pytest.fixture(scope="module")
def corpus():
    return load(str(ROOT / "content"), date(2026, 11, 22))


@pytest.fixture(scope="module")
def pages(corpus):
    made = flat(yearly.plan(corpus.registry, corpus.requests))
    return {page.address: page.context for page in made}


def test_every_year_that_the_ledger_was_kept_in_has_its_page(corpus, pages):
    """The town began with 2023: of 2022 there is only what it left open."""
    of_2022 = [r for r in corpus.requests if r.received.year == 2022]
    assert of_2022
    assert all(r.answered.year == 2023 for r in of_2022)
    years = {request.received.year for request in corpus.requests} - {2022}
    assert set(pages) == {addresses.request_year(year) for year in years}
    assert [link.address for link in yearly.links(corpus.requests)] == [
        addresses.request_year(year) for year in sorted(years, reverse=True)
    ]


def test_the_counts_are_those_of_a_plain_count(corpus, pages):
    for context in pages.values():
        year = context.year
        new = [r for r in corpus.requests if r.received.year == year and not r.redoes]
        ended = [
            r for r in corpus.requests if r.answered and r.answered.year == year and not r.redoes
        ]
        assert (context.received, context.ended) == (len(new), len(ended))
        for field, of in (("channels", "channel"), ("applicants", "applicant")):
            assert {s.name: s.count for s in getattr(context, field)} == Counter(
                getattr(r, of) for r in new
            )
        assert sum(share.count for share in context.months) == len(new)
        assert sum(share.count for share in context.bodies) == len(new)
        assert sum(share.count for share in context.outcomes) == len(ended)


def test_what_few_asked_for_is_not_named(corpus, pages):
    for context in pages.values():
        asked = Counter(
            r.topic for r in corpus.requests if r.received.year == context.year and not r.redoes
        )
        named = {s.name: s.count for s in context.topics if s.name != yearly.OTHERS}
        assert named == {topic: n for topic, n in asked.items() if n >= yearly.SMALLEST}
        if context.topics:
            assert sum(share.count for share in context.topics) == sum(asked.values())


def test_no_number_of_an_application_is_in_what_a_page_receives(corpus, pages):
    shown = repr(list(pages.values()))
    assert not [r.number for r in corpus.requests if r.number in shown]


def test_a_year_stands_still_when_it_is_over(corpus):
    """What happens to an application in a later year changes the page of that year alone."""
    of_one_year = (r.answered and r.answered.year == r.received.year for r in corpus.requests)
    at = list(of_one_year).index(True)
    first, others = corpus.requests[at], (*corpus.requests[:at], *corpus.requests[at + 1 :])
    later = replace(first, answered=date(first.received.year + 3, 1, 5))
    for year, same in ((first.received.year, False), (first.received.year + 1, True)):
        before, after = (
            next(yearly.page(corpus.registry, requests, year, ()))
            for requests in ((first, *others), (later, *others))
        )
        assert (before == after) is same
