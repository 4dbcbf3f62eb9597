"""``owners``: CODEOWNERS from the registry; with ``--base``, what a change set may not touch."""

from __future__ import annotations

import sys

import click

from plugins import day, ownership, reporters, rules
from plugins.branches import Git
from plugins.examined import needed
from plugins.records import read_registry
from plugins.records.finding import Finding
from plugins.verbs import folders


@click.command(
    "owners", help="谁可以改什么：按登记表生成 CODEOWNERS；用 --base 核对一批改动和各分支的索引号。"
)
@folders
@click.option(
    "--base", default="", metavar="分支", help="核对从这个分支分出来以后的改动，如 origin/main"
)
@click.option("--head", default="HEAD", metavar="分支", show_default=True, help="核对到哪个提交")
@click.option(
    "--by", multiple=True, metavar="账号", help="提交人的账号；不写就看各个提交的作者邮箱"
)
@click.option(
    "--format", "form", default="text", type=click.Choice(reporters.FORMATS), help="输出格式"
)
def command(
    content: str, output: str, base: str, head: str, by: tuple[str, ...], form: str
) -> None:
    """Print CODEOWNERS, or the findings about a change set; exit 1 if there is one."""
    needed(content)
    git = Git(content)
    start = git.commit(base or "HEAD")
    with git.registry(start) as folder:
        known = ownership.owners(read_registry.read(folder), day.of_build(content))
    if not base:
        sys.stdout.write(ownership.codeowners(known, git.prefix))
        return
    end = git.commit(head)
    findings = sorted([*_trespasses(git, known, start, end, by), *git.clashes(start, end)])
    counts = {"items": 0, "errors": len(findings), "warnings": 0, "notices": 0}
    sys.stdout.write(reporters.report(findings, counts, form, content))
    raise click.exceptions.Exit(rules.exit_code(findings) if findings else 0)


def _trespasses(
    git: Git, known: ownership.Owners, base: str, head: str, by: tuple[str, ...]
) -> list[Finding]:
    if not known.platform:
        sys.stderr.write(
            "没有平台管理人员的账号，没有核对谁改了什么 → 在 registry/roles.toml 写 accounts\n"
        )
        return []
    return list(ownership.trespasses(git.touched(base, head, by), known, git.prefix))
