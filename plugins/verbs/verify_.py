"""``verify DIR``: any copy of the site against its manifest; exit 0, 4, or 3 where it cannot be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from plugins import addresses, refused
from plugins.manifest.fault import SITE, Fault, exit_code
from plugins.manifest.verify import Verdict, judge
from plugins.reporters import json_document
from plugins.verbs import folders


def _log(content: str, output: str, folder: str) -> str:
    """The release log kept elsewhere: that of CONTENT, else of OUTPUT if DIR is a copy of it."""
    kept = os.path.join(content, addresses.LOG)
    if os.path.isfile(kept):
        return kept
    made = os.path.join(output, addresses.LOG)
    same = os.path.realpath(output) == os.path.realpath(folder)
    return made if not same and os.path.isfile(made) else ""


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        message = f"发布记录 {path} 不能读: {error.strerror} → 检查 --log 的路径和权限"
        raise refused.Refused(message, refused.ENVIRONMENT) from error


def shown(text: str) -> str:
    """A path or sentence on one line of a terminal, whatever a file is called."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _line(fault: Fault, folder: str) -> str:
    where = folder if fault.path == SITE else os.path.join(folder, fault.path)
    kind = fault.kind
    return shown(f"{where}: {kind.code} {kind.label}：{fault.message} → {kind.fix}")


def _sum(verdict: Verdict, compared: str) -> str:
    said, count = verdict.facts, len(verdict.faults)
    found = f"有 {count} 处不符" if count else "全部相符"
    parts = [f"{verdict.files} 个文件，{found}"]
    if said:
        kind = f"第 {said.sequence} 次发布" if said.publish else "预览，没有正式发布"
        commit = f"，版本 {said.commit[:12]}" if said.commit else ""
        parts.append(f"{kind}，{said.day.isoformat()}{commit}")
    parts.append(f"已与发布记录 {compared} 对照" if compared else "没有另存的发布记录可以对照")
    return shown("；".join(parts))


def _document(verdict: Verdict) -> str:
    """The document of ``check``, whose paths are those of DIR; every fault is an error."""
    count = len(verdict.faults)
    items = verdict.facts.items if verdict.facts else 0
    counts = {"items": items, "errors": count, "warnings": 0, "notices": 0, "files": verdict.files}
    return json_document.report([f.finding() for f in verdict.faults], counts, "")


@click.command("verify", help="核对一份网站副本：改动、缺少、多出的文件，旧版本和新旧混杂。")
@folders
@click.option(
    "--format", "form", default="text", type=click.Choice(("text", "json")), help="输出格式"
)
@click.option("--log", "log_path", default="", help="另存的 releases.jsonl（默认用内容目录里的）")
@click.option("--signers", default="", help="谁可以签名：ssh-keygen 的 allowed_signers 文件")
@click.option("--previous", default="", help="上一次发布的副本，用来认出旧文件")
@click.argument("folder", metavar="DIR")
def command(
    content: str,
    output: str,
    form: str,
    log_path: str,
    signers: str,
    previous: str,
    folder: str,
) -> None:
    """Print what is wrong with the copy in DIR."""
    for name in (folder, *((previous,) if previous else ())):
        if not os.path.isdir(name):
            raise refused.Refused(f"没有目录 {name}", refused.CONFIGURATION)
    compared = log_path or _log(content, output, folder)
    known = _bytes(compared) if compared else None
    if signers and not os.path.isfile(signers):
        raise refused.Refused(
            f"没有文件 {signers} → --signers 写公钥名单的路径", refused.CONFIGURATION
        )
    verdict = judge(folder, known, previous or None, signers)
    if form == "json":
        sys.stdout.write(_document(verdict))
    else:
        lines = [*(_line(f, folder) for f in verdict.faults), _sum(verdict, compared)]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    raise click.exceptions.Exit(exit_code(verdict.faults))
