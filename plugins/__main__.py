"""The command line: ``python -m plugins VERB``; every verb is a file in ``plugins/verbs``.

Exit codes are promised: 0 clean, 1 content errors, 2 configuration or usage, 3 environment,
4 audit mismatch, 70 a bug of ours, 130 and 143 on signals.
"""

from __future__ import annotations

import atexit
import errno
import importlib
import os
import signal
import sys
import traceback
from contextlib import suppress
from typing import NoReturn

import click

from plugins.refused import BUG, ENVIRONMENT, Refused

VERBS = {
    "abolish": "预览一个废止通知会标明哪些文件，核对以后写入",
    "approve": "打印审查表，签字后登记审查记录",
    "asof": "某一天有效的政策文件",
    "check": "检查内容，列出全部问题",
    "expire": "限时公开：公开到哪一天",
    "explain": "讲解一条规则",
    "handover": "某年公开信息的移交清单（给档案馆、图书馆）",
    "import": "把旧网页、文本、Word 转成条目",
    "inspect": "自查：按检查项目列出问题，可以打印",
    "move": "机构变动后迁移一条，旧地址指向新的",
    "new": "按栏目新建一条信息",
    "number": "给“待编”的条目编索引号",
    "owners": "谁可以改什么：CODEOWNERS，核对一批改动",
    "publish": "正式发布用的生成",
    "query": "用市民的检索程序查询已生成的网站",
    "redact": "依法删除一条，只留索引号、日期和依据",
    "report": "生成或核对年度报告的统计表",
    "requests": "依申请公开台账：没有办结的和到期日",
    "scrub": "送审以前清理图片附件的属性",
    "serve": "在本机浏览网站，改动即重建",
    "site": "检查并生成网站",
    "supersede": "新文件取代旧文件，两边写明",
    "tally": "某段日期公开了多少：名次、及时性、逾期的",
    "today": "这一周到期的事，由谁办",
    "town": "生成一座虚构的城市供测试",
    "verify": "核对一份网站副本",
    "withdraw": "撤回一条，写明理由",
    "workdays": "第 N 个工作日是哪一天，为什么",
}


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Verbs(click.Group):
    """Loads a verb only when it is asked for: ``check`` must not wait for Pelican."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"plugins.verbs.{cmd_name}_")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl(list(VERBS.items()))


@click.command(cls=Verbs, help="公开 Gongkai：从内容目录到政府信息公开网站。")
def main() -> None:
    """Entry point of all verbs."""


def _stop(number: int, frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def _unwritten(error: OSError) -> int:
    sys.stderr.write(f"写不出结果: {error.strerror} → 检查磁盘空间\n")
    return ENVIRONMENT


def run() -> None:
    """Run the command line; every way out has its exit code and no traceback for user errors."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(main.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except Refused as refusal:
        from plugins.leaks.veil import veiled  # 20 ms, which most runs do not need

        sys.stderr.write(f"{veiled(str(refusal))}\n")
        sys.exit(refusal.exitcode)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL:
            sys.exit(_unwritten(error))
        traceback.print_exc()
        sys.stderr.write("这是系统的缺陷，不是内容的错误 → 把以上记录交给维护人员\n")
        sys.exit(BUG)


def _leave() -> NoReturn:
    """Run; after a success end at once, for to take a large catalog apart again takes its time."""
    try:
        run()
    except SystemExit as end:
        if end.code:
            raise  # workers that were stopped may not be done with giving their locks back
    try:
        with suppress(BrokenPipeError, ValueError):
            sys.stdout.flush()
    except OSError as error:
        os._exit(_unwritten(error))
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    atexit._run_exitfuncs()
    os._exit(0)


if __name__ == "__main__":
    _leave()
