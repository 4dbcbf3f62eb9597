"""文件不是UTF-8文字

是什么：文件用了GBK、UTF-16等编码，开头有两个字节顺序标记，或者夹着控制字符。
为什么：编码不对，市民看到的是乱码；控制字符会让网页和订阅出错。
怎么改：用编辑器打开，确认文字正确后“另存为”UTF-8；控制字符删去。
依据：本系统的约定（内容一律用UTF-8）；GB 18030 字符均可写。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK401"

WORDS = {
    "encoding": ("第{offset}个字节起不是UTF-8文字{guess}", "{convert}"),
    "bom": ("文件开头有两个字节顺序标记", "用编辑器另存为不带BOM的UTF-8"),
    "control-character": ("有控制字符{value}", "删去这个字符"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file that is no UTF-8 text, and for each control character."""
    for path, fault in corpus.faults(*WORDS):
        offset = str(int(fault.value) + 1) if fault.value.isdigit() else ""
        guess = f"，像是{fault.detail}" if fault.detail else ""
        new = f"{path}.utf8"
        convert = f"转成UTF-8：iconv -f {fault.detail} -t utf-8 {path} > {new}，核对后换回原名"
        more = {"offset": offset, "guess": guess}
        more["convert"] = convert if fault.detail else "用编辑器打开，另存为UTF-8"
        if path.endswith(".csv"):
            more["convert"] = "用电子表格打开，另存为“CSV UTF-8（逗号分隔）”"
        yield finding(path, fault, CODE, WORDS[fault.kind], **more)
