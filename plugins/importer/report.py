"""What an import found, file by file: ``import-report.json`` and one sentence for the terminal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from plugins.importer.found import Found, Sheet
from plugins.records.finding import Finding
from plugins.reporters.json_document import row
from plugins.rules.printable import printable

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

NAME = "import-report.json"
OLD = (".doc", ".xls", ".ppt", ".wps", ".et", ".dps")
"""Formats that nobody here can read: GK720."""


@dataclass(frozen=True, slots=True)
class Report:
    """The sheets of every source file, and where the item of each is (path below CONTENT)."""

    target: str
    sheets: tuple[Sheet, ...]
    items: Mapping[str, str]
    drafts: frozenset[str]

    def counts(self) -> dict[str, int]:
        """How many files, items, drafts, attachments and findings there are."""
        weights = Counter(f.severity.value for s in self.sheets for f in s.findings)
        files = [a for s in self.sheets for a in s.attachments]
        return {
            "files": len(self.sheets),
            "items": len(self.items),
            "drafts": len(self.drafts),
            "values": sum(len(s.values) for s in self.sheets),
            "attachments": len(files),
            "attachments_copied": sum(bool(a.path) for a in files),
            "errors": weights["error"],
            "warnings": weights["warning"],
            "notices": weights["notice"],
        }

    @property
    def failed(self) -> bool:
        """Whether a file gave no item, or one without a text."""
        return any(sheet.failed for sheet in self.sheets)

    def to_json(self) -> str:
        """The report for programs."""
        files: list[Json] = [_file(s, self.items.get(s.source)) for s in self.sheets]
        counts: dict[str, Json] = dict(self.counts())
        return json.dumps({"files": files, "counts": counts}, ensure_ascii=False, indent=1) + "\n"

    def sentence(self) -> str:
        """The report for people: what came of it, and what to do next."""
        n = self.counts()
        text = f"读了 {n['files']} 个文件，得到 {n['items']} 个条目"
        if n["drafts"]:
            text += f"，其中 {n['drafts']} 个是草稿，等待索引号、机构或栏目"
        text += f"；附件 {n['attachments']} 个，已复制 {n['attachments_copied']} 个。"
        if unread := sum(not s.readable and s.failed for s in self.sheets):
            text += f"{unread} 个文件没有做成条目。"
        if blank := sum(s.readable and s.failed for s in self.sheets):
            text += f"{blank} 个条目没有正文。"
        text += self._unlooked(n["attachments_copied"])
        text += f"\n逐个文件的来源和问题：{self.target}/{NAME}"
        if n["drafts"]:
            text += f"\n下一步：核对 {self.target}/registry，再运行 number 给草稿编号"
        return text

    def _unlooked(self, copied: int) -> str:
        """What nobody has looked at yet: importing opens no attachment, and lets none pass."""
        if not copied:
            return ""
        said = "\n复制来的附件还没有查过 → 运行 check 查看；图片的拍摄地点、设备运行 scrub 去掉"
        if old := sum(_old(a.path) for sheet in self.sheets for a in sheet.attachments):
            said += f"\n{old} 个附件是旧格式（.doc、.xls 等），程序查不了，不能公开"
            said += " → 另存为新格式或者PDF；一定要用的，由看过的人在 registry/leaks.toml 署名放行"
        return said


def _old(path: str) -> bool:
    return path.lower().endswith(OLD)


def _value(found: Found) -> Json:
    value: Json = list(found.value) if isinstance(found.value, tuple) else found.value
    return {"value": value, "raw": found.raw, "from": found.origin.value, "line": found.line}


def _finding(finding: Finding) -> Json:
    (shown,) = printable([finding])
    return {**row(shown)}


def _file(sheet: Sheet, item: str | None) -> Json:
    values: dict[str, Json] = {k: _value(v) for k, v in sheet.values.items()}
    said: dict[str, Json] = {
        k: list(v) if isinstance(v, tuple) else v for k, v in sheet.said.items()
    }
    return {
        "source": sheet.source,
        "item": item,
        "url": sheet.url,
        "breadcrumb": list(sheet.breadcrumb),
        "values": values,
        "labels": [
            {"label": x.label, "key": x.key, "raw": x.raw, "line": x.line} for x in sheet.labels
        ],
        "source_is_fallback": sheet.source_is_fallback,
        "theme_code": sheet.theme_code,
        "from_body": said,
        "attachments": [
            {"name": a.name, "url": a.url, "path": a.path or None, "where": a.where, "line": a.line}
            for a in sheet.attachments
        ],
        "findings": [_finding(f) for f in sheet.findings],
    }
