"""Importing lets no attachment pass: what nobody can read waits for a signature, and that is said."""

from __future__ import annotations

import json

from tests.leaks.attachments.others import old_word
from tests.rules import examples
from tests.scrub.drawn import Image, jpeg

PAGE = """<html><head><meta name="ColumnName" content="工作报告"></head><body>
<h1>关于2020年政务公开工作情况的报告</h1><p>索引号：990700036/2021-00008　发布机构：示例市发展改革委
生成日期：2021-01-07　公开方式：主动公开</p>
<div id="zoom"><p>2020年，全市共设价格监测点十二个，监测重要民生商品四十三种，现予公布。</p>
<p>附件：<a href="%s">附件</a></p></div></body></html>
"""


def imported(tmp_path, name, data):
    """What import and then check said of a page with one attachment."""
    source = tmp_path / "old"
    source.mkdir()
    (source / "a.html").write_text(PAGE % name, encoding="utf-8")
    (source / name).write_bytes(data)
    target = str(tmp_path / "new")
    return examples.run(
        ["import", str(source), target], ["check", "--content", target, "--format", "json"]
    )


def test_an_old_format_is_refused_until_somebody_signs_and_the_clerk_is_told(tmp_path):
    said, checked = imported(tmp_path, "附件.doc", old_word(True))
    assert said.exit == 0
    assert "1 个附件是旧格式" in said.stdout
    assert "registry/leaks.toml 署名" in said.stdout
    baseline = json.loads((tmp_path / "new/baseline.json").read_text("utf-8"))
    assert "GK720" not in {row["code"] for row in baseline}
    assert ("GK720", "error") in {(f["code"], f["severity"]) for f in checked.findings}


def test_a_picture_is_told_to_be_freed_and_can_be(tmp_path):
    said, checked = imported(tmp_path, "附件.jpg", jpeg(Image.new("RGB", (9, 9), "red")))
    assert "scrub" in said.stdout
    assert "旧格式" not in said.stdout
    assert "GK721" in {f["code"] for f in checked.findings}
    target = str(tmp_path / "new")
    freed, again = examples.run(
        ["scrub", "--content", target, "items"], examples.check(tmp_path / "new")
    )
    assert freed.exit == 0
    assert not {f["code"] for f in again.findings} & {"GK701", "GK721", "GK733"}
