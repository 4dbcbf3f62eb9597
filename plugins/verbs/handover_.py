"""``handover YEAR``: the list of what archive and library are to be given for a year, as CSV."""

from __future__ import annotations

import sys

import click

from plugins import cycles, examined, rules
from plugins.handover import lines, listed, undated
from plugins.named import find_body
from plugins.records.dated import dated
from plugins.tallies.tables import written
from plugins.verbs import folders


@click.command("handover", help="某年公开的信息的移交清单（给档案馆、图书馆），CSV。")
@folders
@click.argument("year", type=click.IntRange(1949, 2999))
@click.option("--body", default="", help="只要一个机构的（登记表中的 id 或名称）")
def command(content: str, output: str, year: int, body: str) -> None:
    """Print the list; exit 1 if the content has errors, whose items may be missing."""
    cycles.seldom()
    with examined.remembered(content, output) as memory:
        corpus, findings = examined.read(content, memory, output=output)
        corpus = dated(corpus, corpus.released)
        owner = find_body(corpus.registry, body).id if body else ""
        items = listed(corpus, year, owner)
        # The mark at the beginning tells spreadsheets that it is UTF-8.
        sys.stdout.write("\ufeff" + written(lines(items)))
    code = rules.exit_code(findings)
    if code:
        sys.stderr.write("内容有错误，出错的条目可能没有列入 → 运行 make check 查看并改正\n")
    if count := undated(corpus, year, owner):
        sys.stderr.write(f"{count} 条有{year}年的索引号，没有公开日期，没有列入\n")
    sys.stderr.write(f"{year}年移交 {len(items)} 条\n")
    raise click.exceptions.Exit(code)
