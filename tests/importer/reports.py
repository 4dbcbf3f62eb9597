"""Imports as tests look at them: the report of a folder, by source file."""

import json
from datetime import date
from pathlib import Path

from plugins.importer import import_folder

PAGES = Path(__file__).parent / "pages"
DAY = date(2026, 3, 1)


def reported(target):
    """The report that an import left in its target, by source file."""
    report = json.loads((target / "import-report.json").read_text(encoding="utf-8"))
    return {file["source"]: file for file in report["files"]}


def imported(folder):
    """The report of a folder made by a test; the import goes into "to" beside it."""
    target = folder.parent / "to"
    import_folder(str(folder), str(target), DAY)
    return reported(target)


def values(file):
    return {key: found["value"] for key, found in file["values"].items()}


def codes(file):
    return {finding["code"] for finding in file["findings"]}
