"""Ledgers for tests: text of a file, rows, and random ones that are valid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from plugins.annual import outcomes
from plugins.ledger.columns import APPLICANTS, RECEIPTS, RESULTS
from plugins.ledger.read import LAYOUT
from plugins.ledger.request import Request
from plugins.ledger.sheet import read_text
from plugins.records.registry import Body
from plugins.records.source import Fault

BODY = Body("fgw", "示例市发展和改革委员会", "市发展改革委", ("市发改委",))
BODIES = dict.fromkeys((BODY.id, BODY.name, BODY.short, *BODY.aliases), BODY)
GOOD = {
    "编号": "2025-001",
    "渠道": "网络在线",
    "收到日期": "2025-03-04",
    "收到依据": "双方确认",
    "申请人类型": "自然人",
    "主题": "征地补偿标准",
    "承办机构": "fgw",
    "答复日期": "2025-03-21",
    "结果": "予以公开",
}


def csv(*rows: dict[str, str]) -> str:
    """The text of a file: these rows, each but for its changes as GOOD."""
    heads = list(dict.fromkeys([*GOOD, *(h for row in rows for h in row)]))
    lines = [heads, *([{**GOOD, **row}.get(h, "") for h in heads] for row in rows)]
    return "".join(",".join(line) + "\n" for line in lines)


@dataclass
class Read:
    """What the reader makes of a file."""

    requests: list[Request]
    faults: list[Fault]


def read(text: str, path: str = "requests/2025.csv") -> Read:
    """What the reader makes of a file."""
    sheet = read_text(path, text, BODIES, LAYOUT)
    return Read([line.made(Request) for line in sheet.lines], sheet.faults)


def request(**more: object) -> Request:
    """An application received on 2025-03-04 (a Tuesday) and still open."""
    facts: dict[str, object] = {
        "number": "2025-001",
        "channel": "网络在线",
        "received": date(2025, 3, 4),
        "receipt": "双方确认",
        "applicant": "自然人",
        "topic": "征地补偿标准",
        "body": "fgw",
    }
    return Request(**{**facts, **more})


KEYS = tuple(row.key for row in outcomes())
FIRST, LAST = date(2021, 1, 1), date(2025, 12, 31)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """A valid application of 2021 to 2025, open or ended, perhaps with cases, perhaps redone."""
    received = draw(st.dates(FIRST, LAST))
    later = st.integers(0, 500).map(lambda n: received + timedelta(n))
    channel = draw(st.sampled_from(list(RECEIPTS)))
    facts: dict[str, object] = {
        "received": received,
        "channel": channel,
        "receipt": draw(st.sampled_from(RECEIPTS[channel])),
        "applicant": draw(st.sampled_from(APPLICANTS)),
        "redoes": draw(st.sampled_from(["", "", "", "2021-001"])),
    }
    if draw(st.booleans()):
        facts |= {"answered": draw(later), "outcome": draw(st.sampled_from(KEYS))}
    for name in draw(st.sets(st.sampled_from(["review", "suit"]))):
        accepted = draw(later)
        facts[f"{name}_accepted"] = accepted
        if draw(st.booleans()):
            facts[f"{name}_closed"] = accepted + timedelta(draw(st.integers(0, 700)))
            facts[f"{name}_result"] = draw(st.sampled_from(RESULTS[:3]))
            if name == "suit" and draw(st.booleans()):
                facts |= draw(appeals(facts["suit_closed"]))
        if name == "suit":
            facts["suit_kind"] = draw(st.sampled_from(["未经复议直接起诉", "复议后起诉"]))
    return request(**facts)


@st.composite
def appeals(draw: st.DrawFn, judged: date) -> dict[str, object]:
    """A second instance after a judgment, open or ended."""
    accepted = judged + timedelta(draw(st.integers(0, 90)))
    if draw(st.booleans()):
        return {"appeal_accepted": accepted, "appeal_result": "尚未审结"}
    closed = accepted + timedelta(draw(st.integers(0, 400)))
    result = draw(st.sampled_from(RESULTS[:3]))
    return {"appeal_accepted": accepted, "appeal_closed": closed, "appeal_result": result}
