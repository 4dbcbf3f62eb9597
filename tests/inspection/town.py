"""A town without a fault, public for a year: every duty served, every column fresh, no task undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.manifest import log
from tests.inspection import led
from tests.ledger.rows import csv
from tests.small_town import put, register

EPOCH = "1768435200"  # 2026-01-15
SITE = """\
name = "示例县人民政府"
REVIEW = "演示"
PUBLIC_URL = "https://www.shili.example/zwgk/"
lead_body = "zfb"
"""
BODIES = """\
[[body]]
id = "zfb"
name = "示例县人民政府办公室"
short = "县政府办公室"
kind = "政府办公室"
prefix = "990700002"
"""
TASK = """\
[[assignment]]
body = "zfb"
column = "d{number}"
frequency = "{frequency}"
since = 2025-01-01
deadline = "{deadline}"
"""
MATTER = """\
[[matter]]
domain = "aqsc"
first = "监督检查"
second = "{name}"
content = "检查情况"
basis = ["政府信息公开条例"]
deadline = "自信息形成或者变更之日起20个工作日内"
bodies = ["zfb"]
channels = ["政府网站"]
columns = ["d{number}"]
"""
MATTERS = MATTER.format(name="检查结果", number=13)
DUTIES = {f"d{n}": f"legal_item = {n}" for n in range(1, 16)} | {
    f"m{n}": f'municipal_item = "21-{n}"' for n in range(1, 8)
}
FIRST, SECOND = date(2025, 1, 2), date(2025, 9, 15)


def column(name: str, line: str = "") -> str:
    """A column of the registry."""
    return f'[[column]]\nid = "{name}"\nname = "栏目{name}"\n{line}\n'


def item(serial: int, name: str, day: str, text: str, more: str = "") -> dict[str, str]:
    """An item of a column, made on a day; ``more`` are further lines of front matter."""
    head = (
        f"索引号: 990700002/2025-{serial:05d}\n名称: 关于第{serial}项工作的报告\n栏目: 栏目{name}\n"
        f"{more}"
    )
    body = f"---\n{head}形成日期: {day}\n公开方式: 主动公开\n---\n{text}\n"
    return {f"items/zfb/2025/{serial:05d}.md": body}


def write(
    root: Path,
    columns: str = "",
    old: Iterable[str] = (),
    tasks: str = "",
    text: str = "",
    more: str = "",
) -> Path:
    """The town below ``root``, with further columns, columns whose only item is old, and tasks.

    ``text`` is added to the newest item, ``more`` to its front matter.
    """
    aged = ("d1", *old)
    texts = {name: column(name, line) for name, line in DUTIES.items()}
    texts |= {name: column(name) for name in old}
    done = TASK.format(number=7, frequency="每年", deadline="次年1月10日")
    register(root, site=SITE, bodies=BODIES, columns="".join(texts.values()) + columns)
    tables = {"assignments": done + tasks, "standards": MATTERS, **led.TABLES}
    register(root, profiles="# 没有\n", **tables)
    keys = []
    for serial, name in enumerate((*aged, *DUTIES), 1):
        day = "2024-12-20" if serial <= len(aged) else "2025-09-08"
        said = f"第{serial}项工作已经完成，情况良好。"
        last = serial == len(aged) + len(DUTIES)
        said += text if last else ""
        for path, body in item(serial, name, day, said, more if last else "").items():
            put(root / path, body)
        keys.append(f"990700002/2025-{serial:05d}")
    first = log.append(log.Log(), keys[: len(aged)], FIRST, "", "")
    put(root / "releases.jsonl", log.dump(log.append(first, keys, SECOND, "", "a" * 64)))
    put(root / "requests/2025.csv", csv({"承办机构": "zfb"}))
    return root
