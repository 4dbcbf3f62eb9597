"""A quarter of a district's year on a machine with little memory.

The bar is a year, 12,200 items, in 512 MB; ``make bench`` holds it. A thousand items more take
9 MB, so that whoever takes more than this of a quarter takes too much of a year.
"""

import os
import sys

from tests.bench import measure
from tests.press.faults import hands

ITEMS = 3_050
LIMIT = 420  # MB


def test_a_quarter_of_a_year_leaves_room_for_the_year(tmp_path):
    """No process may have more, and all of them together do not take more either."""
    town, output = tmp_path / "town", tmp_path / "output"
    made = hands.call([*hands.PLUGINS, "town", ITEMS, town])
    assert made.returncode == 0, made.stderr
    words = ["site", "--content", town, "--output", output, "--workers", 2]
    limited = ["prlimit", f"--data={LIMIT * 1_000_000}", sys.executable, "-m", "plugins", *words]
    took = measure.run([str(word) for word in limited], hands.ROOT, dict(os.environ), limit=600)
    assert f"{ITEMS} 条信息" in took.err
    assert took.peak_mb <= LIMIT
