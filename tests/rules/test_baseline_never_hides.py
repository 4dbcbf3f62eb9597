"""What says that an item is not for everybody cannot be made light by a baseline."""

import hashlib
import json
from datetime import date

import pytest

from plugins import rules
from plugins.records.load import load
from tests.rules.examples import assemble

HIDING = [
    "公开范围 内部",
    "公开范围: 面向社会\n  只限内部",
    "公开方式: 不予公开",
    "密级: 机密",
    "公开范围:\n  - 内部",
]


@pytest.mark.parametrize("line", HIDING)
def test_a_faulty_line_about_publicity_stays_an_error(tmp_path, line):

    content = assemble("good/GK222-published", tmp_path)
    path = content / "items/fgw/2021/00008.md"
    text = path.read_text(encoding="utf-8").replace(
        "公开方式: 主动公开", f"公开方式: 主动公开\n{line}"
    )
    path.write_text(text, encoding="utf-8")
    day = date(2026, 1, 15)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    entries = [
        {"code": f.code, "path": f.path, "field": f.field, "sha256": digest}
        for f in rules.check(load(str(content), day))
    ]
    (content / "baseline.json").write_text(json.dumps(entries), encoding="utf-8")
    findings = rules.check(load(str(content), day))
    assert rules.exit_code(findings) == 1
