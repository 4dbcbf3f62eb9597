"""``import FROM TO``: old pages, texts and Word files become a complete CONTENT of drafts."""

from __future__ import annotations

import click

from plugins import day
from plugins.importer import import_folder
from plugins.refused import CONTENT
from plugins.verbs import folders


@click.command("import", help="把 FROM 里的旧网页、文本、Word 文件转成 TO 里的条目。")
@folders
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def command(content: str, output: str, source: str, target: str) -> None:
    """Import and say what was found; the details are in TO/import-report.json.

    Exit 1 if a file gave no item, or one without its text: the rest is imported all the same.
    """
    report = import_folder(source, target, day.of_build(content))
    click.echo(report.sentence())
    raise click.exceptions.Exit(CONTENT if report.failed else 0)
