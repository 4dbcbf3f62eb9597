"""``handover YEAR``: the list of what archive and library are to be given for a year; CSV, or A4."""

from __future__ import annotations

import sys

import click

from plugins import cycles, examined, rules
from plugins.handover import lines, listed, undated
from plugins.named import find_body
from plugins.records.dated import dated
from plugins.tallies.tables import written
from plugins.verbs import folders


@click.command(
    "handover", help="某年公开的信息的移交清单（给档案馆、图书馆），CSV，或者可以打印的A4页。"
)
@folders
@click.argument("year", type=click.IntRange(1949, 2999))
@click.option("--body", default="", help="只要一个机构的（登记表中的 id 或名称）")
@click.option("--html", "as_html", is_flag=True, help="输出可以打印、签字的清单（A4）")
def command(content: str, output: str, year: int, body: str, as_html: bool) -> None:
    """Print the list; exit 1 if the content has errors, whose items may be missing."""
    cycles.seldom()
    with examined.remembered(content, output) as memory:
        corpus, findings = examined.read(content, memory, output=output)
        corpus = dated(corpus, corpus.released)
        giver = find_body(corpus.registry, body) if body else None
        owner = giver.id if giver else ""
        items, left = listed(corpus, year, owner), undated(corpus, year, owner)
        if as_html:
            from plugins.handover import sheet  # with Jinja: only who prints waits for it

            sys.stdout.write(sheet.html(corpus, year, items, giver, left))
        else:
            # The mark at the beginning tells spreadsheets that it is UTF-8.
            sys.stdout.write("\ufeff" + written(lines(items)))
    code = rules.exit_code(findings)
    if code:
        sys.stderr.write("内容有错误，出错的条目可能没有列入 → 运行 make check 查看并改正\n")
    if left:
        sys.stderr.write(f"{left} 条有{year}年的索引号，没有公开日期，没有列入\n")
    sys.stderr.write(f"{year}年移交 {len(items)} 条\n")
    raise click.exceptions.Exit(code)
