"""What holds after every run, whatever came in: reliability is these eight sentences.

I1  0 exactly where there is no error        I5  no address twice, not even by case
I2  refused, the site is as it was           I6  nothing outside is written or read
I3  all faults at once, each with its place  I7  the same content gives the same bytes
I4  every item everywhere, exactly once      I8  no traceback
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tests.leaks.made_up import NAMES
from tests.matrix import ledger
from tests.rules.examples import Said

SECRET = "CANARY-OF-THE-MACHINE"
OUTSIDE = ("secret.env", "output-prod/index.html")
ENDS = {0, 1, 3}
_LINE = re.compile(r".*:\d+:\d+: GK\d{3}(（警告）|（提示）)? .+ → .+")
_NAMED = [
    value for value in NAMES.values() if "*" not in value and sum(map(str.isdigit, value)) > 6
]


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder with the digest of its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def wired(folder: Path) -> None:
    """Files beside CONTENT that nobody may read or write."""
    for name in OUTSIDE:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(SECRET, encoding="utf-8")


def told(said: Said, findings: list[dict]) -> None:
    """I1, I3, I8: what a command said, and how it ended."""
    errors = [f for f in findings if f["severity"] == "error"]
    assert said.exit in ENDS
    assert (said.exit == 0) == (not errors)
    assert (said.exit == 3) == any(f["code"] == "GK609" for f in errors)
    order = [(f["path"], f["line"], f["column"], f["code"]) for f in findings]
    assert order == sorted(order)
    for finding in findings:
        assert finding["path"], finding
        assert min(finding["line"], finding["column"]) >= 1, finding
        assert finding["message"], finding
        assert finding["fix"], finding
    silent(said)


def silent(said: Said) -> None:
    """I8, and what no message may hold: a leak, or a file of the machine."""
    spoken = said.stdout + said.stderr
    assert "Traceback" not in spoken
    assert SECRET not in spoken
    assert "root:x:0" not in spoken
    assert not [value for value in _NAMED if value in spoken]


def refused(said: Said, folder: Path, before: dict[str, str], findings: list[dict]) -> None:
    """I2, I3, I6: ``site`` refuses, tells every finding, and leaves all as it was."""
    lines = [line for line in said.stderr.split("\n") if re.search(r": GK\d{3}", line)]
    assert len(lines) == min(len(findings), 200)
    assert all(_LINE.fullmatch(line) for line in lines), lines
    silent(said)
    assert digests(folder / "output") == before
    untouched(folder)


def untouched(folder: Path) -> None:
    """I6: the tripwires are as they were, and nothing new lies beside CONTENT."""
    assert [(folder / name).read_text(encoding="utf-8") for name in OUTSIDE] == [SECRET] * 2
    known = {"content", "secret.env", "output-prod"}
    strange = [p.name for p in folder.iterdir() if p.name not in known]
    assert not [name for name in strange if not re.match(r"\.?(output|again)", name)], strange


def whole(folder: Path, items: int) -> None:
    """I4, I5, I6, I7: two builds of one CONTENT, and the counts of every list of it."""
    site = folder / "output"
    assert digests(site) == digests(folder / "again")
    counted = ledger.counts(site)
    assert ledger.said(site) == items == len(counted["pages"])
    for name, found in counted.items():
        assert found == counted["pages"], name
    assert ledger.twins(site) == []
    assert list(ledger.broken(site)) == []
    untouched(folder)
    for path in site.rglob("*"):
        assert not path.is_symlink()
        assert path.is_dir() or SECRET.encode() not in path.read_bytes()
