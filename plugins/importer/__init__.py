"""The importer: old pages, texts and Word files become a CONTENT of drafts, with a report.

    sources    which files are read          decode     their encoding
    page       HTML                          text       plain text and Word
    container  where the text stands         structure  the other parts of a page
    labels settle titles linked theme_code   body_says  the places that values come from
    found      a value with its place        notes      the words of every finding
    plan       body, column, number, path    items      the files
    tables     registry/                     keep       attachments beside the pages
    report     import-report.json            baseline   baseline.json

What cannot be found is left out and reported, never invented; every value notes where it stood.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.importer import baseline, keep, sources, tables
from plugins.importer.found import Sheet
from plugins.importer.items import document
from plugins.importer.plan import Plan, plan
from plugins.importer.report import NAME, Report
from plugins.records.finding import Severity
from plugins.refused import CONFIGURATION, ENVIRONMENT, Refused

__all__ = ["Report", "import_folder"]


def import_folder(source: str, target: str, day: date) -> Report:
    """Import the folder (or the one file) ``source`` into a new CONTENT at ``target``.

    Refuses a target that holds anything; what is written appears there whole or not at all.
    """
    root, only = _source(Path(source))
    goal = Path(target)
    _refuse_target(root, goal)
    paths = [only] if only else list(sources.walk(root))
    read = [sources.read(root, p) for p in paths if sources.is_document(root, p)]
    planned = plan(read, day)
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=goal.parent, prefix=".import-") as folder:
            stage = Path(folder, "content")
            used = _write(planned, root, stage, day)
            others = [p for p in paths if p not in used and p not in {s.source for s in read}]
            report = _report(target, [*read, *_unread(root, others)], planned)
            (stage / NAME).write_text(report.to_json(), encoding="utf-8")
            baseline.write(stage, baseline.known_faults(stage, day))
            if goal.exists():
                goal.rmdir()
            os.rename(stage, goal)
    except OSError as error:
        raise Refused(f"写不进 {target}：{error.strerror}", ENVIRONMENT) from error
    return report


def _source(source: Path) -> tuple[Path, str]:
    """The folder to read, and the one file of it where a file was named."""
    if source.is_dir():
        return source, ""
    if source.is_file():
        return source.parent, source.name
    raise Refused(f"没有 {source} → 写旧网页所在的文件夹", CONFIGURATION)


def _refuse_target(root: Path, goal: Path) -> None:
    if goal.is_symlink() or (goal.exists() and not goal.is_dir()):
        raise Refused(f"{goal} 不是文件夹 → 换一个新的目录名", CONFIGURATION)
    if goal.is_dir() and any(goal.iterdir()):
        raise Refused(f"{goal} 里已经有文件 → 换一个新的目录名，导入不覆盖旧内容", CONFIGURATION)
    if root.resolve() in (goal.resolve(), *goal.resolve().parents):
        raise Refused(f"{goal} 在来源文件夹里面 → 换一个别处的目录", CONFIGURATION)


def _write(planned: Plan, root: Path, stage: Path, day: date) -> set[str]:
    """Write items, their files and the registry; gives the source files that were copied."""
    used: set[str] = set()
    for placed in planned.items:
        path = stage / placed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        used |= keep.copy(placed.sheet, root, stage, placed.path.removesuffix(".md"))
        path.write_text(document(placed, planned.bodies, day), encoding="utf-8", newline="\n")
    registry = stage / "registry"
    registry.mkdir(parents=True)
    for name, text in tables.tables(planned, [p.sheet.site for p in planned.items]).items():
        (registry / name).write_text(text, encoding="utf-8", newline="\n")
    return used


def _unread(root: Path, paths: Iterable[str]) -> list[Sheet]:
    """A sheet for each file that was neither read nor copied, saying why."""
    sheets = []
    for path in paths:
        sheet = Sheet(path)
        if (root / path).is_symlink():
            sheet.refuse("import-symlink")
        elif not (root / path).is_file():
            sheet.refuse("import-special")
        else:
            ending = Path(path).suffix or Path(path).name
            sheet.readable = False
            sheet.note("import-not-read", value=ending)
            sheet.note("import-unused-file", severity=Severity.NOTICE)
        sheets.append(sheet)
    return sheets


def _report(target: str, sheets: Iterable[Sheet], planned: Plan) -> Report:
    ordered = tuple(sorted(sheets, key=lambda s: s.source))
    items = {p.sheet.source: p.path for p in planned.items}
    return Report(target, ordered, items, frozenset(p.path for p in planned.items if p.draft))
