"""``check``: every finding of every file in one run; nothing is built, Pelican is not imported."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from plugins import cycles, examined, refused, reporters, rules
from plugins.records.finding import Finding
from plugins.verbs import folders


def _changed(content: str) -> set[str]:
    """Paths below CONTENT that differ from the main branch, or are not committed yet."""

    def git(*words: str) -> list[str]:
        command = ["git", "-C", content, "-c", "core.quotePath=false", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.split("\0") if done.returncode == 0 else []

    branches = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
    base = next((b for b in branches if git("rev-parse", "--verify", "-q", b)), "HEAD")
    fork = "".join(git("merge-base", base, "HEAD")).strip() or base
    changed = git("diff", "--name-only", "--relative", "-z", fork)
    if not changed and not git("rev-parse", "--verify", "-q", "HEAD"):
        raise refused.Refused("这里没有 Git 历史，不能用 --changed", refused.CONFIGURATION)
    return {*changed, *git("ls-files", "--others", "--exclude-standard", "-z")} - {""}


def _select(findings: tuple[Finding, ...], changed: set[str]) -> tuple[Finding, ...]:
    items = {os.path.dirname(p) + ".md" for p in changed}
    return tuple(f for f in findings if f.path in changed or f.path in items)


@click.command("check", help="检查内容，列出全部问题；不生成网站。")
@folders
@click.option(
    "--format", "form", default="text", type=click.Choice(reporters.FORMATS), help="输出格式"
)
@click.option("--changed", is_flag=True, help="只报告与主分支不同的文件")
@click.option(
    "--history", "past", is_flag=True, help="索引号对照全部 Git 历史：没有换过、重用、丢失"
)
def command(content: str, output: str, form: str, changed: bool, past: bool) -> None:
    """Print the findings; exit 1 if one of them is an error."""
    cycles.seldom()
    with examined.remembered(content, output) as memory:
        corpus, findings = examined.read(content, memory, output=output, past=past)
    if changed:
        findings = _select(findings, _changed(content))
    sys.stdout.write(reporters.report(findings, rules.counts(corpus, findings), form, content))
    raise click.exceptions.Exit(rules.exit_code(findings))
