"""The tariff of 国办函〔2020〕109号: what is computed is the sum of the steps that the page prints."""

import pytest

from plugins.ledger.fees import BY_COUNT, BY_PAGE, by_count, by_pages


def price(steps, nth):
    """What the ``nth`` of a month, or the ``nth`` page, costs by the printed steps."""
    step = next(s for s in steps if s.first <= nth and (not s.last or nth <= s.last))
    more = (nth - step.first) // step.more_each * step.more_yuan if step.more_each else 0
    return step.yuan + more


@pytest.mark.parametrize(
    ("steps", "total"), [(BY_COUNT, by_count), (BY_PAGE, by_pages)], ids=["count", "pages"]
)
def test_the_ledger_and_the_public_page_know_one_tariff(steps, total):
    added = 0
    for number in range(1, 400):
        added += price(steps, number)
        assert total(number) == added


@pytest.mark.parametrize(
    ("pages", "yuan"), [(0, 0), (30, 0), (31, 10), (100, 700), (200, 2700), (201, 2740)]
)
def test_pages(pages, yuan):
    assert by_pages(pages) == yuan


@pytest.mark.parametrize(
    ("count", "yuan"), [(0, 0), (10, 0), (11, 100), (30, 2000), (31, 2200), (41, 4300)]
)
def test_applications_of_a_month(count, yuan):
    assert by_count(count) == yuan
