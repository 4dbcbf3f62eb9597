"""What is planted in either ledger never comes out: refused where it is personal, not shown otherwise."""

import gzip
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from plugins.activities import columns as working
from plugins.audit.packed import unpacked
from plugins.ledger.columns import COLUMNS, Shape
from tests import small_town
from tests.activities import rows as work
from tests.ledger.rows import csv
from tests.press.same import town
from tests.reports import town as reports
from tests.site.conftest import digests, run

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SINGLE, DELIVERED = "废弃窨井盖的权属", "2025-03-27"
NAMED, NAME = "欧阳女士的低保", "欧阳建国"


def identity(serial: int) -> str:
    """A number as on identity cards, of a district that does not exist."""
    first = f"99999919800228{serial:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


@pytest.fixture
def content(tmp_path):
    """A town with three applications of one kind, one that nobody else asked for, and three that
    name somebody."""
    folder = tmp_path / "content"
    town.write(folder)
    several = [{"编号": f"2025-{n:03d}", "承办机构": "zfb"} for n in (1, 2, 3)]
    single = {"编号": "2025-004", "承办机构": "zfb", "主题": SINGLE, "签收日期": DELIVERED}
    named = [{"编号": f"2025-{n:03d}", "承办机构": "zfb", "主题": NAMED} for n in (5, 6, 7)]
    small_town.put(folder / "requests/2025.csv", csv(*several, single, *named))
    return folder


def everything(site: Path) -> str:
    """All that a site says, what is deflated too: indexes, spreadsheets, compressed copies."""
    said = []
    for path in site.rglob("*"):
        if path.is_file():
            said.append(f"{path.name} {path.read_bytes().decode(errors='replace')}")
            if path.suffix == ".gz":
                said.append(gzip.decompress(path.read_bytes()).decode(errors="replace"))
            if path.suffix == ".xlsx":
                with ZipFile(path) as book:
                    said += [book.read(name).decode(errors="replace") for name in book.namelist()]
            if path.parent.parent.name == "search":
                said.append(unpacked(path).decode(errors="replace"))
    return "\n".join(said)


def test_of_a_single_application_nothing_is_shown(content, tmp_path):
    """Not on its pages, and not in the report that is counted from it."""
    cells = {(row, who): 7 for row in ("一", "三(一)", "三(七)") for who in ("自然人", "总计")}
    small_town.put(content / "reports/zfb/2025.md", reports.text(2025))
    small_town.put(content / "reports/zfb/2025.csv", reports.table(cells))
    done = run("site", "--content", content, "--output", tmp_path / "output")
    assert done.returncode == 0, done.stdout + done.stderr
    said = everything(tmp_path / "output")
    assert "征地补偿标准" in said  # three have asked for it
    assert "<worksheet" in said
    for canary in (SINGLE, DELIVERED, NAMED, "2025-001", "2025-004"):
        assert canary not in said
    assert NAMED not in done.stdout + done.stderr


def test_a_list_for_the_office_does_not_show_who_is_named_either(content):
    open_ = {"编号": "2025-008", "承办机构": "zfb", "主题": NAMED, "答复日期": "", "结果": ""}
    small_town.put(content / "requests/2025.csv", csv(open_))
    for words in (["requests"], ["requests", "--json"], ["requests", "--year", "2025", "--json"]):
        told = run(*words, "--content", content)
        assert "（不显示）" in told.stdout
        assert NAMED not in told.stdout + told.stderr
    told = run("today", "--content", content)
    assert "2025-008" in told.stdout
    assert NAMED not in told.stdout + told.stderr


def test_of_what_an_entry_of_the_working_ledger_says_nothing_is_shown(content, tmp_path):
    """Neither its free texts nor its day; one complaint is not even a number."""
    several = {"数量": "40", "渠道": "来电", "结果": "满意", "承办机构": "zfb", "事项": SINGLE}
    issue = {"类别": "微博微信回应", "承办机构": "zfb", "事项": SINGLE, "热点": "窨井盖丢失"}
    single = {"类别": "举报", "承办机构": "zfb", "日期": DELIVERED, "事项": "举报窨井盖"}
    small_town.put(content / "activities/2025.csv", work.csv(several, issue, single))
    done = run("site", "--content", content, "--output", tmp_path / "output")
    assert done.returncode == 0, done.stdout + done.stderr
    said = everything(tmp_path / "output")
    assert "收到40件" in said
    assert "收到的不足3件" in said
    for canary in (SINGLE, DELIVERED, "窨井盖丢失", "举报窨井盖", "收到1件"):
        assert canary not in said


def test_a_number_of_a_person_is_refused_in_every_field_and_shown_nowhere(content, tmp_path):
    planted = {column.label: identity(at) for at, column in enumerate(COLUMNS)}
    rows = [
        {"编号": f"2025-{at:03d}", "承办机构": "zfb", label: f"{secret}"}
        for at, (label, secret) in enumerate(planted.items())
    ]
    rows += named(COLUMNS)
    refused(content, tmp_path, "requests/2025.csv", csv(*rows), [*planted.values(), NAME])


def named(columns) -> list[dict[str, str]]:
    """A row for each column that takes no free text, with a name in it."""
    return [
        {"承办机构": "zfb", column.label: NAME} for column in columns if column.shape != Shape.TEXT
    ]


def test_so_it_is_in_every_field_of_the_working_ledger(content, tmp_path):
    planted = {column.label: identity(at) for at, column in enumerate(working.COLUMNS)}
    rows = [{"承办机构": "zfb", label: secret} for label, secret in planted.items()]
    rows += named(working.COLUMNS)
    secrets = [*planted.values(), NAME]
    refused(content, tmp_path, "activities/2025.csv", work.csv(*rows), secrets)


def refused(content: Path, tmp_path: Path, path: str, text: str, secrets: list[str]) -> None:
    """Nothing is built, each line is an error, and no word anywhere repeats what was planted."""
    output = tmp_path / "output"
    assert run("site", "--content", content, "--output", output).returncode == 0
    before = digests(output)
    small_town.put(content / path, text)
    done = run("site", "--content", content, "--output", output)
    checked = run("check", "--content", content, "--format", "json")
    assert (done.returncode, checked.returncode) == (1, 1)
    assert digests(output) == before
    findings = json.loads(checked.stdout)["findings"]
    lines = {f["line"] for f in findings if f["severity"] == "error"}
    assert lines == set(range(2, text.count("\n") + 1))
    told = done.stdout + done.stderr + checked.stdout + checked.stderr
    assert not [secret for secret in secrets if secret in told or secret[-6:] in told]
