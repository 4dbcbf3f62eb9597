"""``explain CODE``: what a rule wants, why, how to mend it, and where it comes from."""

from __future__ import annotations

import click

from plugins import rules
from plugins.refused import CONFIGURATION, Refused
from plugins.verbs import folders


@click.command("explain", help="讲解一条规则：要什么、为什么、怎么改、依据是什么。")
@folders
@click.argument("code")
def command(content: str, output: str, code: str) -> None:
    """Print the long text of one rule."""
    text = rules.explain(code.upper())
    if not text:
        known = "、".join(rule.CODE for rule in rules.every_rule())
        raise Refused(f"没有规则 {code} → 现有规则: {known}", CONFIGURATION)
    click.echo(text)
