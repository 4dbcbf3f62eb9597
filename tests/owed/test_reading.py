"""``registry/assignments.toml``: read, refused, and never part of what items are made from."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.owed.assignment import FREQUENCIES, Assignment
from plugins.records import read_registry
from tests.rooms.town import write
from tests.small_town import put

LINE = """\
# 任务
[[assignment]]
body = "mzj"
column = "shjz"
frequency = "每年"
since = 2025-01-01
deadline = "次年3月31日"
unit = "救助科"
"""


@pytest.fixture(scope="session")
def registry(tmp_path_factory):
    root = tmp_path_factory.mktemp("town")
    write(root)

    def read(text):
        put(root / "registry/assignments.toml", text)
        return read_registry.read(root / "registry")

    return read


def kinds(found):
    return [fault.kind for fault in found.faults.get("registry/assignments.toml", ())]


def test_a_line_is_read_with_its_place(registry):
    found = registry(LINE)
    (line,) = found.assignments
    since = date(2025, 1, 1)
    assert line == Assignment("mzj", "shjz", "每年", since, "次年3月31日", "救助科", line=2)
    assert not found.faults


def test_to_assign_something_changes_nothing_that_items_are_made_from(registry):
    assert registry(LINE).digest == registry("# 没有\n").digest


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ('"mzj"', '"jzm"', "registry-unknown-reference"),
        ('"shjz"', '"zjhs"', "registry-unknown-reference"),
        ('"shjz"', '"zhengce"', "registry-not-a-leaf"),
        ('"每年"', '"常年"', "registry-not-a-choice"),
        ("次年3月31日", "明年三月", "registry-bad-deadline"),
        ("2025-01-01", "2025", "registry-wrong-type"),
        ("since = 2025-01-01\n", "", "registry-missing"),
        ("unit", "units", "registry-unknown-key"),
        ("[[assignment]]", "[[task]]", "registry-unknown-key"),
    ],
)
def test_a_slip_is_told(registry, before, after, kind):
    assert kinds(registry(LINE.replace(before, after))) == [kind]


def test_a_body_has_one_task_a_column(registry):
    found = registry(LINE + LINE.replace("每年", "随时").replace('"次年3月31日"', '""'))
    assert kinds(found) == ["registry-double-task"]
    assert len(found.assignments) == 1


words = st.text(max_size=6).filter(str.isprintable)


@given(
    st.sampled_from(("mzj", "qsz")) | words,
    st.sampled_from(("shjz", "nb", "zhengce")) | words,
    st.sampled_from(FREQUENCIES) | words,
    st.dates(),
    st.sampled_from(("", "次月8日", "期后3日", "当年2月30日")) | words,
)
def test_whatever_is_written_it_is_a_task_or_a_fault(
    registry, body, column, frequency, since, deadline
):
    written = (body, column, frequency, since, deadline)
    keys = ("body", "column", "frequency", "since", "deadline")
    shown = (str(v) if isinstance(v, date) else json.dumps(v, ensure_ascii=False) for v in written)
    lines = (f"{key} = {value}\n" for key, value in zip(keys, shown, strict=True))
    found = registry("[[assignment]]\n" + "".join(lines))
    assert len(found.assignments) + len(kinds(found)) == 1
