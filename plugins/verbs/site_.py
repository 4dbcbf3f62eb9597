"""``site``: check and build, say where to look."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plugins import cycles, examined, quiet, refused
from plugins import settings as names
from plugins.press.means import Means
from plugins.records.finding import Finding
from plugins.verbs import F, folders

if TYPE_CHECKING:
    from plugins.press.run import Run

ROOT = Path(__file__).resolve().parents[2]


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    found = Counter(f.severity.value for f in findings)
    return {f"{s}s": found.get(s, 0) for s in ("error", "warning", "notice")}


def build(
    content: str, output: str, settings_file: str, means: Means, as_json: bool
) -> dict[str, Any]:
    """Run Pelican over CONTENT, unless nothing has changed; the outcome as ``--json`` prints it.

    Raises Refused; then the JSON form has been printed already, with what was found.
    """
    examined.needed(content)
    began = time.perf_counter()
    cycles.seldom()
    with examined.remembered(content, output) as memory:
        where = (content, output, str(ROOT / settings_file))
        request = quiet.asked(memory, *where, str(ROOT / "theme"))
        seen = quiet.look(request)
        told = None if means.cold or means.sign else quiet.unchanged(memory, request, seen.inputs)
        if told is not None:
            sys.stderr.write(told["report"])
            outcome: dict[str, Any] = told["outcome"]
            outcome["seconds"] = {"look": round(time.perf_counter() - began, 3)}
            return {**outcome, "written": 0, "removed": 0, "skipped": outcome["files"]}
        run, findings = _build(content, output, settings_file, means, as_json, seen.sums)
        outcome = {**dataclasses.asdict(run.outcome), "findings": _counts(findings)}
        report = examined.report(run.corpus, findings, content)
        done = quiet.Request(*where, run.build.theme)
        # What was read may be younger than what was seen; then the next run shall look again.
        same = all(seen.sums.get(path) == told for path, told in run.corpus.sums.items())
        inputs = seen.inputs if same and done == request else ""
        quiet.remember(memory, done, inputs, outcome, report)
    return outcome


def _build(
    content: str,
    output: str,
    settings_file: str,
    means: Means,
    as_json: bool,
    sums: Mapping[str, str],
) -> tuple[Run, tuple[Finding, ...]]:
    """Run Pelican; the second value are all findings."""
    import pelican
    from pelican.settings import read_settings

    overrides = {
        "PATH": os.path.abspath(content),
        "OUTPUT_PATH": os.path.abspath(output),
        names.SUMS: sums,
        **means.settings(),
    }
    settings = read_settings(str(ROOT / settings_file), override=overrides)
    quietly = io.StringIO()
    pelican.console.file = quietly  # its last line counts articles, of which there are none
    try:
        with contextlib.redirect_stdout(quietly):
            settings["PELICAN_CLASS"](settings).run()
    except refused.Refused as refusal:
        if as_json:
            counts = _counts(settings.get(names.FINDINGS, ()))
            click.echo(
                json.dumps({"refused": str(refusal), "findings": counts}, ensure_ascii=False)
            )
        raise
    return settings[names.RUN], settings[names.FINDINGS]


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


def steered(function: F) -> F:
    """The options of the verbs that build."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="结果写成 JSON"),
        click.option("--no-cache", "cold", is_flag=True, help="不用上次的结果，全部重新生成"),
        click.option("--allow-older", is_flag=True, help="允许用较早的提交替换较新的（退回）"),
        click.option("--allow-shrink", default="", help="为什么信息可以比上次少一半以上"),
        click.option("--workers", default=0, show_default="每核一个", help="同时工作的进程数"),
        click.option("--cluster", default="", help="Dask 调度器的地址，如 tcp://10.0.0.1:8786"),
    ):
        function = option(function)
    return function


@click.command("site", help="检查并生成网站；有一处错误就不生成，原来的网站不动。")
@folders
@steered
def command(content: str, output: str, as_json: bool, **how: Any) -> None:  # noqa: ANN401
    """Check, build, and say where to look."""
    tell(build(content, output, "pelicanconf.py", Means(**how), as_json), output, as_json)
