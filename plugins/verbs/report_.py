"""``report --check FILE``: what agrees in a filled form of the yearly report, and what does not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import click

from plugins import annual
from plugins.annual import Identity, Kind, Table, wording
from plugins.records.finding import Finding, Severity
from plugins.refused import CONFIGURATION, CONTENT, Refused
from plugins.reporters import json_document
from plugins.verbs import folders


def _text(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"{path} 不能读: {error.strerror} → 检查路径和权限"
        raise Refused(message, CONFIGURATION) from error
    except UnicodeDecodeError as error:
        message = f"{path} 不是 UTF-8 文本 → 另存为“CSV UTF-8”或 UTF-8 文本"
        raise Refused(message, CONFIGURATION) from error


def _line(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return f"{place}: {finding.message} → {finding.fix}"


def _table(path: str) -> tuple[Table, tuple[Finding, ...]]:
    """The table of a file and what in it could not be taken; Refused where it is no table."""
    read = annual.read(_text(path))
    findings = wording.findings(path, read.faults)
    if read.table is None:
        raise Refused("\n".join(map(_line, findings)), CONFIGURATION)
    return read.table, findings


def _failed(identity: Identity, table: Table, path: str) -> Iterator[str]:
    weight = "" if identity.fails else "（提醒）"
    said = wording.message(identity, table)
    yield f"{wording.place(identity, table, path)}: {weight}{identity.id} {said} → {identity.fix}"
    if identity.cells:
        yield f"    {wording.cells(identity, table)}"
    if identity.quote:
        yield f"    正文：“{wording.short(identity.quote)}”"


def _lines(found: Sequence[Identity], table: Table, path: str) -> Iterator[str]:
    """Contradictions, then reminders, what cannot be judged, the blank cells, and the sum."""
    wrong = [i for i in found if i.holds is False]
    for identity in sorted(wrong, key=lambda i: not i.fails):
        yield from _failed(identity, table, path)
    unknown = [i for i in found if i.holds is None and i.kind is not Kind.GIVEN]
    for identity in unknown:
        yield f"{path}: {identity.id} {wording.message(identity, table)}"
    blank = [i for i in found if i.kind is Kind.GIVEN]
    if blank:
        cells = "、".join(table.form.says(i.cells[0]) for i in blank)
        yield f"{path}: 没有填的 {len(blank)} 格（I9）：{cells} → 没有发生的填0，有数的填数"
    fails = sum(i.fails for i in wrong)
    holds = sum(i.holds is True for i in found)
    yield (
        f"{table.form.name}年格式：成立 {holds} 项，矛盾 {fails} 项，提醒 {len(wrong) - fails} 项，"
        f"无法判断 {len(unknown)} 项，没有填 {len(blank)} 格"
    )


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _row(identity: Identity, table: Table) -> dict[str, object]:
    return {
        "id": identity.id,
        "left": _number(identity.left),
        "right": _number(identity.right),
        "holds": identity.holds,
        "label": identity.label,
        "kind": identity.kind.value,
        "severity": identity.severity.value,
        "cells": [list(cell) for cell in identity.cells],
        "quote": identity.quote,
        "message": wording.message(identity, table),
        "fix": identity.fix,
    }


def _document(table: Table, found: Sequence[Identity], findings: Sequence[Finding]) -> str:
    document = {
        "form": table.form.name,
        "identities": [_row(identity, table) for identity in found],
        "findings": [json_document.row(finding) for finding in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


@click.command("report", help="核对年度报告的统计表：表内、与正文、与上年的勾稽关系。")
@folders
@click.option("--check", "path", default="", metavar="FILE", help="要核对的统计表（CSV）")
@click.option("--text", "text_path", default="", metavar="FILE", help="年度报告正文（纯文本）")
@click.option("--before", "before_path", default="", metavar="FILE", help="上年的统计表（CSV）")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@click.argument("year", required=False)
def command(
    content: str,
    output: str,
    path: str,
    text_path: str,
    before_path: str,
    as_json: bool,
    year: str | None,
) -> None:
    """Print the identities; exit 1 if one fails or a cell cannot be taken, 2 if it is no table."""
    if year or not path:
        raise click.UsageError("按年度生成统计表还没有做；现有的是 report --check FILE")
    table, findings = _table(path)
    before, earlier = _table(before_path) if before_path else (None, ())
    text = _text(text_path) if text_path else ""
    findings = (*findings, *earlier)
    found = annual.check(table, text, before)
    if as_json:
        sys.stdout.write(_document(table, found, findings))
    else:
        lines = [*map(_line, findings), *_lines(found, table, path)]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    errors = any(f.severity is Severity.ERROR for f in findings)
    raise click.exceptions.Exit(CONTENT if errors or any(i.fails for i in found) else 0)
