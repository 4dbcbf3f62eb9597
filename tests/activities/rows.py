"""Working ledgers for tests: text of a file, and random ones that are valid."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from plugins.activities.activity import Activity
from plugins.activities.columns import RESULTS
from plugins.activities.kinds import EVENTS, KINDS
from plugins.activities.read import LAYOUT
from plugins.ledger.columns import RECEIPTS
from plugins.ledger.sheet import read_text
from plugins.records.registry import Body

BODY = Body("fgw", "示例市发展和改革委员会", "市发展改革委", ("市发改委",))
BODIES = dict.fromkeys((BODY.id, BODY.name, BODY.short, *BODY.aliases), BODY)
GOOD = {"日期": "2025-03-04", "类别": "咨询", "承办机构": "fgw"}
YEAR = 2025


def csv(*rows: dict[str, str]) -> str:
    """The text of a file: these rows, each but for its changes as GOOD."""
    heads = list(dict.fromkeys([*GOOD, *(h for row in rows for h in row)]))
    lines = [heads, *([{**GOOD, **row}.get(h, "") for h in heads] for row in rows)]
    return "".join(",".join(line) + "\n" for line in lines)


def read(text: str, path: str = "activities/2025.csv") -> tuple[list[Activity], list[str]]:
    """The entries of a file, and the kinds of its faults."""
    sheet = read_text(path, text, BODIES, LAYOUT)
    return [line.made(Activity) for line in sheet.lines], [f.kind for f in sheet.faults]


few = st.integers(0, 40)
issues = st.sampled_from(("停水", "供热", "学位", "扬尘"))


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """A valid entry of 2024 or 2025 of any kind."""
    kind = KINDS[draw(st.sampled_from(list(KINDS)))]
    day = draw(st.dates(date(YEAR - 1, 1, 1), date(YEAR, 12, 31)))
    facts: dict[str, object] = {}
    if "count" in kind.needs or ("count" in kind.takes and draw(st.booleans())):
        facts["count"] = draw(st.integers(0, 1) if kind.name in EVENTS else few)
    there = facts.get("count") != 0
    if "people" in kind.takes and there:
        facts["people"] = draw(few)
    if "yuan" in kind.takes:
        facts["yuan"] = draw(st.integers(0, 900_000))
    if "head" in kind.takes:
        facts["head"] = draw(st.sampled_from(("", "是", "否")))
    if "issue" in kind.takes and there and ("issue" in kind.needs or draw(st.booleans())):
        facts["issue"] = draw(issues)
    if "result" in kind.takes:
        facts["channel"] = draw(st.sampled_from(("", *RECEIPTS)))
        facts["result"] = draw(st.sampled_from(("", *RESULTS)))
        if facts["result"] == "不满意" and draw(st.booleans()):
            facts["redone"] = day + timedelta(draw(few))
            facts["redone_result"] = draw(st.sampled_from(RESULTS))
    return Activity(day=day, kind=kind.name, body=draw(st.sampled_from(("fgw", "zfb"))), **facts)
