"""The calculator's arithmetic in Node, against ours: the same answer for every case."""

import json
import random
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.requests.deadline import days
from plugins.workdays.calendar import OutsideCalendar, calendar
from plugins.workdays.holidays import Holiday
from plugins.workdays.periods import DAYS, UNITS, WORKING_DAYS, due
from tests.tools import node

TWIN = Path(__file__).parents[2] / "theme/static/workdays.js"
HOST = Path(__file__).with_name("host.js")
REGION = (
    Holiday("火把节", date(2026, 8, 6), date(2026, 8, 10), "示州府办发〔2025〕9号", (date(2026, 8, 15),)),
    Holiday("州庆", date(2026, 10, 7), date(2026, 10, 10), "示州府办发〔2025〕9号"),
    Holiday("跨年", date(2027, 12, 30), date(2028, 1, 3), "示州府办发〔2025〕9号"),
)  # fmt: skip
NEVER = (Holiday("甲", date.min, date.max, "乙"),)
OVERLAYS = ((), REGION, NEVER)
EDGES = (
    ("2007-01-01", -1), ("2007-01-04", -1), ("2006-12-31", 1), ("2040-12-31", 0), ("2040-12-28", 1),
    ("2040-12-28", 20), ("2041-01-01", -3), ("2026-01-30", 20), ("2026-02-17", 0), ("2026-01-30", 9999),
    ("2026-01-30", -9999), ("2026-12-28", 4), ("2027-01-04", -1), ("2026-08-05", 5),
)  # fmt: skip


def case(rng):
    start = date(2006, 12, 1) + timedelta(rng.randrange(12_500))
    reach = rng.choice((3, 30, 300, 9_000))
    return rng.choice((0, 0, 1)), str(start), rng.randint(-reach, reach), rng.choice(UNITS)


def ours(which, start, n, unit):
    try:
        found = due(date.fromisoformat(start), n, unit, calendar(OVERLAYS[which]))
    except OutsideCalendar:
        return None
    return {
        "day": str(found.day),
        "nominal": str(found.nominal),
        "provisional": found.provisional,
        "skipped": [[str(day), name] for day, name in found.skipped],
        "made_up": [str(day) for day in found.made_up],
    }


@pytest.fixture(scope="module")
def theirs(tmp_path_factory):
    """Answers many cases at once."""
    folder = tmp_path_factory.mktemp("days")
    files = []
    for number, overlay in enumerate(OVERLAYS):
        (blob,) = days(overlay)
        files.append(folder / f"{number}.js")
        files[-1].write_bytes(blob.data)

    def ask(cases):
        asked = json.dumps([(w, start, n, unit == WORKING_DAYS) for w, start, n, unit in cases])
        command = [node(), HOST, TWIN, *files]
        done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return ask


def test_edges(theirs):
    cases = [(w, start, n, unit) for w in range(3) for start, n in EDGES for unit in UNITS]
    assert theirs(cases) == [ours(*one) for one in cases]


def test_every_day_has_the_same_next_working_day(theirs):
    first = date(2007, 1, 1)
    starts = [str(first + timedelta(n)) for n in range(12_410)]
    cases = [(w, start, n, unit) for w in (0, 1) for start in starts for n, unit in ((1, WORKING_DAYS), (0, DAYS))]  # fmt: skip
    assert theirs(cases) == [ours(*one) for one in cases]


def test_random_cases(theirs):
    rng = random.Random(20190515)
    cases = [case(rng) for _ in range(6_000)]
    answers = theirs(cases)
    assert answers == [ours(*one) for one in cases]
    assert sum(found is None for found in answers) > 100
    assert sum(bool(found and found["provisional"]) for found in answers) > 100
