"""Every kind of attachment that leaks, each in an item of its own, in one run of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.leaks.test_attachments import ROWS, built, named
from tests.matrix import invariants
from tests.rules import examples

CODES = {
    "身份证号": "GK701", "手机号": "GK702", "旧格式": "GK720", "文件属性": "GK721", "拍摄信息": "GK721",
    "缩略图": "GK721", "修订": "GK722", "批注": "GK723", "隐藏内容": "GK724", "数据缓存": "GK725",
    "讲稿备注": "GK726", "看不见的文字": "GK727", "旧版内容": "GK728", "密级标志": "GK730",
    "密钥口令": "GK731", "程序": "GK612", "内嵌文件": "GK612", "压缩炸弹": "GK612", "打不开": "GK612",
    "类型不符": "GK612", "越界路径": "GK612",
}  # fmt: skip
OTHERS = {"GK611", "GK613"}
"""What is said of an attachment by rules that open nothing."""


def place(number: int) -> str:
    return f"items/fgw/2021/{number + 100:05d}"


@pytest.fixture(scope="module", params=[True, False], ids=["leaking", "clean"])
def run(request, tmp_path_factory):
    content = examples.assemble("good/GK405-masks-survive", tmp_path_factory.mktemp("papers"))
    for number, (builder, suffix, *_) in enumerate(ROWS):
        write(content, place(number), builder, suffix, request.param)
    (said,) = examples.run(examples.check(content))
    return request.param, said


def write(content: Path, item: str, builder: str, suffix: str, leaks: bool) -> None:
    name = named(builder, suffix, leaks)
    text = examples.item(
        索引号=f"990700036/2021-{item[-5:]}", 名称=f"关于第{item[-3:]}号附件的报告", 附件=name
    )
    (content / f"{item}.md").write_text(text, encoding="utf-8")
    (content / item).mkdir()
    (content / item / name).write_bytes(built(builder, leaks))


def test_each_leak_is_told_at_its_item_and_no_value_with_it(run):
    leaking, said = run
    invariants.silent(said)
    for number, (builder, _, kinds, _) in enumerate(ROWS):
        own = {f["code"] for f in said.findings if f["path"] == f"{place(number)}.md"} - {"GK115"}
        wanted = {CODES[kind] for kind in kinds.split("、")} if leaking else set()
        assert wanted - OTHERS <= own | ({"GK612"} if own & OTHERS else set()), (builder, own)
        assert own - wanted <= OTHERS, (builder, own)
