"""A year of a district on a machine with little memory."""

import os
import sys

from tests.bench import measure
from tests.press.faults import hands

ITEMS = 12_200  # what one district discloses in a year
LIMIT = 512  # MB


def test_a_district_is_built_in_512_mb(tmp_path):
    """No process may have more, and all of them together do not take more either."""
    town, output = tmp_path / "town", tmp_path / "output"
    made = hands.call([*hands.PLUGINS, "town", ITEMS, town])
    assert made.returncode == 0, made.stderr
    words = ["site", "--content", town, "--output", output, "--workers", 2]
    limited = ["prlimit", f"--data={LIMIT * 1_000_000}", sys.executable, "-m", "plugins", *words]
    took = measure.run([str(word) for word in limited], hands.ROOT, dict(os.environ), limit=600)
    assert f"{ITEMS} 条信息" in took.err
    assert took.peak_mb <= LIMIT
