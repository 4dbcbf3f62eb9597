"""``report YEAR`` makes the table of a yearly report; ``report --check FILE`` judges one, if it lies
in CONTENT by its text, last year's table, ledgers and catalog too."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from plugins import annual
from plugins.annual import Identity, Kind, Table, wording
from plugins.records.finding import Finding, Severity
from plugins.refused import CONFIGURATION, CONTENT, Refused
from plugins.reporters import json_document
from plugins.verbs import folders, report_year


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


def _year(content: str, body: str, year: str, write: bool, force: bool) -> int:
    """Print or write the table of a year; what a person should know goes to the error stream."""
    if not re.fullmatch(r"(19|20)\d{2}", year):
        raise click.UsageError(f"年度写四位数，如 2025；写的是“{year}”")
    made = report_year.drafted(content, body, int(year))
    sys.stderr.write(report_year.told(made))
    if write and (force or not made.broken):
        sys.stderr.write(f"写入 {report_year.write(content, made, force)}\n")
    elif not write:
        sys.stdout.write(made.text)
    return CONTENT if made.broken else 0


def _check(content: str, path: str, text_path: str, before_path: str, as_json: bool) -> int:
    """Print the identities of a table; 1 if one fails or a cell cannot be taken."""
    table, findings = _table(path)
    near = report_year.around(content, path, table)
    before, earlier = _table(before_path) if before_path else (near.before, ())
    text = _text(text_path) if text_path else near.text
    findings = (*findings, *earlier)
    found = (*annual.check(table, text, before, fees=near.fees), *near.sources)
    if as_json:
        sys.stdout.write(_document(table, found, findings))
    else:
        lines = [*map(_line, findings), *_lines(found, table, path)]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    errors = any(f.severity is Severity.ERROR for f in findings)
    return CONTENT if errors or any(i.fails for i in found) else 0


@click.command("report", help="由台账和目录生成年度报告的统计表；或者核对一张表的勾稽关系。")
@folders
@click.option("--body", default="", metavar="机构", help="机构的 id；不写是牵头机关")
@click.option("--write", is_flag=True, help="存到 reports/机构/年度.csv，不印出来")
@click.option("--force", is_flag=True, help="已经有的表也盖掉")
@click.option(
    "--check",
    "path",
    default="",
    metavar="FILE",
    help="要核对的统计表（CSV）；在内容目录里的，正文、上年的表、台账和目录一起核对",
)
@click.option("--text", "text_path", default="", metavar="FILE", help="年度报告正文（纯文本）")
@click.option("--before", "before_path", default="", metavar="FILE", help="上年的统计表（CSV）")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@click.argument("year", required=False)
def command(content: str, output: str, year: str | None, **given: Any) -> None:  # noqa: ANN401
    """Exit 1 where something contradicts, 2 where a file is no table or is in the way."""
    if bool(year) == bool(given["path"]):
        raise click.UsageError("写一个年度（report 2025），或者 report --check FILE")
    if year:
        code = _year(content, given["body"], year, given["write"], given["force"])
    else:
        told = (given["path"], given["text_path"], given["before_path"], given["as_json"])
        code = _check(content, *told)
    raise click.exceptions.Exit(code)
