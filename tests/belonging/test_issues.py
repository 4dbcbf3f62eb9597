"""Issue numbers: what lies between those that are there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.issues import gaps, named

ISSUES = st.frozensets(st.tuples(st.sampled_from((0, 2024, 2025)), st.integers(1, 40)), min_size=1)


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ([], []),
        ([(2025, 3), (2025, 4)], []),
        ([(2025, 3), (2025, 5)], [(2025, 4)]),
        ([(2024, 7), (2025, 2)], [(2025, 1)]),
        ([(0, 44), (0, 46)], [(0, 45)]),
    ],
)
def test_a_gap_is_what_lies_between(there, missing):
    assert list(gaps(there)) == missing


@given(ISSUES)
def test_with_its_gaps_filled_a_serial_has_none(there):
    missing = set(gaps(there))
    assert not missing & there
    assert gaps(there | missing) == ()
    assert max(there) not in missing


def test_an_issue_is_written_as_it_is_said():
    assert [named((2026, 3)), named((0, 45))] == ["2026年第3期", "第45期"]
