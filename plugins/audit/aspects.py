"""Are the aspects of a service guide (办事指南) on the page as its source has them? An own reading of both.

A page has them as a table, a row an aspect; a form that is attached may stand under its title, and then
leads to its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.audit.front import head_of, unquoted

ROWS = "table.gk-aspects tr"
LABELS: Mapping[str, tuple[str, ...]] = {
    "审批项目": ("service", "办理事项", "事项名称", "事务名称", "服务事项"),
    "法律依据": ("legal_basis", "办理依据", "设定依据"),
    "申报条件": ("conditions", "申请条件", "受理条件", "办理条件"),
    "受理部门": ("accepting_unit", "受理机构", "办事机构"),
    "审批程序": ("procedure", "办理流程", "办理程序"),
    "办理规程": ("handling_rules", "办事规程"),
    "办结时限": ("time_limit", "办理期限", "办理时限", "承诺时限"),
    "申请书格式文本": ("forms", "申请书示范文本", "表格下载"),
    "审批结果": ("outcome", "办理结果", "办结结果"),
    "收费": ("fees", "收费标准", "收费依据和标准"),
    "申请材料": ("materials", "提交材料", "所需材料", "申报材料"),
    "办理地点和时间": ("place", "办理地点"),
}
"""The labels of aspects: our own list, which a test compares with the field table."""

_OWN = {word: label for label, others in LABELS.items() for word in (label, *others)}
_ANY = re.compile(rf"(?:{'|'.join(_OWN)})\s*[:：]", re.IGNORECASE)
_LINE = re.compile(r"([^\s:：#\-][^:：]*?)\s*[:：][ \t\u3000]*(.*?)\s*")
_MEMBER = re.compile(r"-(?:\s+(.*))?")
_BLOCKS = ("|", "|-", "|+", ">", ">-", ">+")
_LOOSE = re.compile(r"[\s\"']+")


def compared(text: str, page: LexborHTMLParser) -> Iterator[str]:
    """What differs between the aspects in the file of an item and those on its page, in Chinese."""
    if not _ANY.search(text):
        return
    given, shown = written(head_of(text)), dict(_shown(page))
    for label, lines in given.items():
        there = shown.pop(label, [])
        if len(lines) != len(there) or not all(map(_same, lines, there)):
            found = "；".join(node.text().strip() for node in there) or "（没有）"
            yield f"办事指南“{label}”原文“{'；'.join(lines)}”，页面“{found}”"
    yield from (f"办事指南“{label}”原文没有" for label in shown)


def written(head: list[str]) -> dict[str, list[str]]:
    """The aspects in the lines of front matter, by their first label; blank ones are left out."""
    found: dict[str, list[str]] = {}
    for number, line in enumerate(head):
        match = _LINE.fullmatch(line)
        word = re.sub(r"\s", "", match[1]) if match else ""
        label = _OWN.get(word) or _OWN.get(word.lower())
        if match and label:
            lines = [match[2]] if match[2] else _listed(head[number + 1 :])
            if lines := [said for one in lines if (said := unquoted(one)).strip()]:
                found.setdefault(label, lines)
    return found


def _listed(below: list[str]) -> list[str]:
    """The members of an indented list; what stands further in goes on with the member above."""
    members: list[list[str]] = []
    for line in below:
        if line.strip() and line[0] not in " \t\u3000-":
            break
        said = line.strip()
        if member := _MEMBER.fullmatch(said):
            members.append([member[1] or ""])
        elif said and members and not said.startswith("#"):
            members[-1].append(said)
    return [" ".join(m[1:] if len(m) > 1 and m[0] in _BLOCKS else m) for m in members]


def _shown(page: LexborHTMLParser) -> Iterator[tuple[str, list[LexborNode]]]:
    """The rows of the table: a label, and a node a line."""
    for row in page.css(ROWS):
        label, value = row.css_first("th"), row.css_first("td")
        if label and value:
            yield label.text().strip(), value.css("li") or [value]


def bare(text: str) -> str:
    """A text without blanks and quotation marks, of which YAML may take some away."""
    return _LOOSE.sub("", text)


def _same(given: str, shown: LexborNode) -> bool:
    """Whether a line is what was written; a form may be named by the file that it leads to."""
    if bare(given) == bare(shown.text()):
        return True
    door = shown.css_first("a[href]")
    href = unquote((door.attributes.get("href") or "") if door else "")
    return bool(href) and href.rpartition("/")[2] == given.strip()
