"""The list for archive and library: what became public in a year, and what cannot be listed."""

import csv
import io

from click.testing import CliRunner

from plugins.verbs.handover_ import command
from tests.belonging import town


def test_a_year_is_listed_with_digests_and_what_has_no_day_is_told(tmp_path):
    root = tmp_path / "content"
    town.corpus(root)
    town.write(root, town.item(8, "没有公开日期", 公开日期=""))
    words = ["2025", "--content", str(root), "--output", str(tmp_path / "output"), "--body", "mzj"]
    done = CliRunner().invoke(command, words)
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert [row["序号"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert rows[0]["索引号"] == "990700015/2025-00001"
    assert "低保申请表（申请表.docx，" in rows[0]["附件"]
    assert {row["发布机构"] for row in rows} == {"示例市民政局"}
    assert all(len(row["源文件SHA-256"]) == 64 for row in rows)
    assert "1 条有2025年的索引号，没有公开日期" in done.stderr
