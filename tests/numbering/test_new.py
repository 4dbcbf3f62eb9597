"""A new item: empty for check to ask, or a copy of an old one without what was its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.drafting import new
from plugins.records.load import load
from plugins.refused import Refused
from plugins.rules import check
from plugins.verbs.new_ import command
from tests.numbering.drafts import DAY, item
from tests.small_town import put


def test_new_writes_the_fields_of_the_profile_empty_for_check_to_ask(content):
    path = new(str(content), "fgw", "文件", DAY)
    assert path == "items/fgw/2026/00001.md"
    text = (content / path).read_text(encoding="utf-8")
    assert text.startswith("---\n索引号: 990700036/2026-00001\n名称:\n栏目: 文件\n")
    for label in ("文号", "成文日期", "有效性", "主题分类", "公开方式"):
        assert f"\n{label}:\n" in text
    assert "名称" in {f.field for f in check(load(str(content), DAY))}
    text = text.replace("名称:", "名称: 关于某事的通知").replace("公开方式:", "公开方式: 主动公开")
    (content / path).write_text(text, encoding="utf-8")
    asked = {f.field for f in check(load(str(content), DAY))}
    assert {"文号", "成文日期", "有效性", "主题分类"} <= asked


def test_new_copies_an_old_item_without_what_was_its_own(content):
    old = (
        "---\n索引号: 990700036/2025-00009\n名称: 旧通知\n栏目: 文件\n文号: 示发改〔2025〕9号\n"
        "成文日期: 2025-05-05\n公开日期: 2025-05-06\n公开方式: 主动公开\n责任部门: 办公室\n"
        "附件:\n  - 文件: 表.csv\n    标题: 统计表\n主题分类: 综合政务/政务公开\n---\n第一段。\n"
    )
    put(content / "items/fgw/2025/00009.md", old)
    path = new(str(content), "fgw", "", DAY, str(content / "items/fgw/2025/00009.md"))
    assert (content / path).read_text(encoding="utf-8") == (
        "---\n索引号: 990700036/2026-00001\n名称: 旧通知\n栏目: 文件\n文号:\n成文日期:\n"
        "公开方式: 主动公开\n责任部门: 办公室\n主题分类: 综合政务/政务公开\n---\n第一段。\n"
    )


def test_new_from_an_old_item_needs_nothing_else(content):
    put(content / "items/fgw/2025/00009.md", item("旧", "990700036/2025-00009"))
    words = ["--content", str(content), "--from", "items/fgw/2025/00009.md"]
    result = CliRunner().invoke(command, words, env={"SOURCE_DATE_EPOCH": "1772323200"})
    path = Path(result.output.strip())
    assert path == content / "items/fgw/2026/00001.md"
    assert "栏目: 工作报告\n" in path.read_text(encoding="utf-8")


def test_new_without_a_body_is_refused(content):
    with pytest.raises(Refused, match="--body"):
        new(str(content), "", "文件", DAY)
