"""What is planted in a ledger never comes out: refused where it is personal, not shown otherwise."""

import json
from pathlib import Path

import pytest

from plugins.audit.packed import unpacked
from plugins.ledger.columns import COLUMNS
from tests import small_town
from tests.ledger.rows import csv
from tests.press.same import town
from tests.site.conftest import digests, run

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SINGLE, DELIVERED = "废弃窨井盖的权属", "2025-03-27"


def identity(serial: int) -> str:
    """A number as on identity cards, of a district that does not exist."""
    first = f"99999919800228{serial:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


@pytest.fixture
def content(tmp_path):
    """A town with three applications of one kind, and one that nobody else asked for."""
    folder = tmp_path / "content"
    town.write(folder)
    several = [{"编号": f"2025-{n:03d}", "承办机构": "zfb"} for n in (1, 2, 3)]
    single = {"编号": "2025-004", "承办机构": "zfb", "主题": SINGLE, "签收日期": DELIVERED}
    small_town.put(folder / "requests/2025.csv", csv(*several, single))
    return folder


def everything(site: Path) -> str:
    """All that a site says, what is deflated too."""
    said = []
    for path in site.rglob("*"):
        if path.is_file():
            said.append(f"{path.name} {path.read_bytes().decode(errors='replace')}")
            if path.parent.parent.name == "search":
                said.append(unpacked(path).decode(errors="replace"))
    return "\n".join(said)


def test_of_a_single_application_nothing_is_shown(content, tmp_path):
    done = run("site", "--content", content, "--output", tmp_path / "output")
    assert done.returncode == 0, done.stdout + done.stderr
    said = everything(tmp_path / "output")
    assert "征地补偿标准" in said  # three have asked for it
    for canary in (SINGLE, DELIVERED, "2025-001", "2025-004"):
        assert canary not in said


def test_a_number_of_a_person_is_refused_in_every_field_and_shown_nowhere(content, tmp_path):
    output = tmp_path / "output"
    assert run("site", "--content", content, "--output", output).returncode == 0
    before = digests(output)
    planted = {column.label: identity(at) for at, column in enumerate(COLUMNS)}
    rows = [
        {"编号": f"2025-{at:03d}", "承办机构": "zfb", label: f"{secret}"}
        for at, (label, secret) in enumerate(planted.items())
    ]
    small_town.put(content / "requests/2025.csv", csv(*rows))
    done = run("site", "--content", content, "--output", output)
    checked = run("check", "--content", content, "--format", "json")
    assert (done.returncode, checked.returncode) == (1, 1)
    assert digests(output) == before
    findings = json.loads(checked.stdout)["findings"]
    refused = {f["line"] for f in findings if f["severity"] == "error"}
    assert refused >= set(range(2, len(rows) + 2))
    told = done.stdout + done.stderr + checked.stdout + checked.stderr
    assert not [label for label, secret in planted.items() if secret in told or secret[-6:] in told]
