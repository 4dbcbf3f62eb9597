"""``supersede OLD NEW``: OLD is abolished by NEW; both say so."""

from __future__ import annotations

from datetime import datetime

import click

from plugins import day as days
from plugins.abolition import Known, find, supersession
from plugins.records.load import load
from plugins.refused import CONFIGURATION, Refused
from plugins.verbs import dated, folders
from plugins.verbs.abolish_ import told, write


@click.command("supersede", help="新文件取代旧文件：两边都写明，旧的标废止。")
@folders
@click.argument("old")
@click.argument("new")
@dated
def command(content: str, output: str, old: str, new: str, on: datetime | None) -> None:
    """Write validity, day and relation into both items."""
    corpus = load(content, days.of_build(content))
    known = Known(corpus)
    records = find(corpus, known, old), find(corpus, known, new)
    made = supersession(*records, known, on.date() if on else None)
    for line in told(made):
        click.echo(line)
    (mark,) = made.marks
    if not mark.fate:
        raise Refused(f"{mark.path} {mark.why} → 核对旧文件", CONFIGURATION)
    write(content, corpus, made)
