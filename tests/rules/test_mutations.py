"""Random damage to good items: every item is accounted for, and nothing crashes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.verbs.check_ import command
from tests.rules.examples import DAY, assemble, stored

NAMES = stored("good")
DAMAGE = st.tuples(
    st.sampled_from(["flip", "cut", "insert"]), st.floats(0, 1), st.binary(min_size=1, max_size=8)
)


def damaged(data: bytes, kind: str, where: float, piece: bytes) -> bytes:
    at = int(where * len(data))
    if kind == "insert":
        return data[:at] + piece + data[at:]
    if kind == "cut":
        return data[:at] + data[at + 3 * len(piece) :]
    flipped = bytes(a ^ b for a, b in zip(data[at : at + len(piece)], piece, strict=False))
    return data[:at] + flipped + data[at + len(flipped) :]


@pytest.fixture(scope="module")
def contents(tmp_path_factory) -> list[Path]:
    return [assemble(name, tmp_path_factory.mktemp("good")) for name in NAMES]


def accounted(findings: list[dict], counts: dict) -> int:
    """Items that will be public, and those that a notice says will not be."""
    told = {f["path"] for f in findings if f["code"] in ("GK199", "GK214", "GK233")}
    return counts["items"] + len(told)


@settings(
    max_examples=1000,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, len(NAMES) - 1), st.data(), st.lists(DAMAGE, min_size=1, max_size=4))
def test_no_damage_crashes_or_loses_an_item(contents, example, data, damage):
    content = contents[example]
    files = sorted((content / "items").rglob("*.md"))
    file = data.draw(st.sampled_from(files))
    whole = file.read_bytes()
    broken = whole
    for kind, where, piece in damage:
        broken = damaged(broken, kind, where, piece)
    file.write_bytes(broken)
    try:
        words = ["--content", str(content), "--format", "json"]
        done = CliRunner(env={"SOURCE_DATE_EPOCH": DAY}).invoke(command, words)
    finally:
        file.write_bytes(whole)
    assert done.exit_code in (0, 1), done.output
    document = json.loads(done.output)
    if done.exit_code == 0:
        assert accounted(document["findings"], document["counts"]) == len(files)
