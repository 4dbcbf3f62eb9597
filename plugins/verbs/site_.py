"""``site``: check and build, say where to look."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from plugins import refused
from plugins.records.finding import Finding
from plugins.verbs import folders

ROOT = Path(__file__).resolve().parents[2]


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    found = Counter(f.severity.value for f in findings)
    return {f"{s}s": found.get(s, 0) for s in ("error", "warning", "notice")}


def build(content: str, output: str, settings_file: str, as_json: bool = False) -> dict[str, Any]:
    """Run Pelican over CONTENT; the outcome as ``site --json`` prints it.

    Raises Refused; then the JSON form has been printed already, with what was found.
    """
    if not os.path.isdir(content):
        raise refused.Refused(f"没有内容目录 {content}", refused.CONFIGURATION)
    import pelican
    from pelican.settings import read_settings

    from plugins.gate import FINDINGS, RUN

    overrides = {"PATH": os.path.abspath(content), "OUTPUT_PATH": os.path.abspath(output)}
    settings = read_settings(str(ROOT / settings_file), override=overrides)
    quiet = io.StringIO()
    pelican.console.file = quiet  # its last line counts articles, of which there are none
    try:
        with contextlib.redirect_stdout(quiet):
            pelican.Pelican(settings).run()
    except refused.Refused as refusal:
        if as_json:
            counts = _counts(settings.get(FINDINGS, ()))
            click.echo(
                json.dumps({"refused": str(refusal), "findings": counts}, ensure_ascii=False)
            )
        raise
    outcome: dict[str, Any] = dataclasses.asdict(settings[RUN].outcome)
    return {**outcome, "findings": _counts(settings[FINDINGS])}


def tell(outcome: dict[str, Any], output: str, as_json: bool) -> None:
    """Say what was built and where to look."""
    if as_json:
        click.echo(json.dumps(outcome, ensure_ascii=False))
        return
    seconds = sum(outcome["seconds"].values())
    click.echo(
        f"已生成 {output}/：{outcome['items']} 条信息，{outcome['pages']} 个页面，"
        f"{outcome['files']} 个文件（改动 {outcome['written']}，未变 {outcome['skipped']}，"
        f"移除 {outcome['removed']}），用时 {seconds:.1f} 秒"
    )
    if sys.stdout.isatty():
        click.echo(f"打开 {os.path.join(output, 'index.html')}，或运行 make serve 浏览")


@click.command("site", help="检查并生成网站；有一处错误就不生成，原来的网站不动。")
@folders
@click.option("--json", "as_json", is_flag=True, help="结果写成 JSON")
@click.option("--no-cache", is_flag=True, help="全部重新生成（目前总是如此）")
def command(content: str, output: str, as_json: bool, no_cache: bool) -> None:
    """Check, build, and say where to look."""
    tell(build(content, output, "pelicanconf.py", as_json), output, as_json)
