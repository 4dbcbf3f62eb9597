"""``approve`` through the command line: the form, the code on it, the record, what it refuses."""

import re
import subprocess
import sys

import pytest

from tests.review import office
from tests.rules import examples


@pytest.fixture
def root(tmp_path):
    return office.content(tmp_path)


def approve(root, *words):
    (said,) = examples.run([*office.signed(root, office.FIRST), *words])
    return said


def form(root, file, *words):
    command = ["approve", "--content", str(root), "--form", str(file), *words]
    (said,) = examples.run(command)
    assert said.exit == 0, said.stderr
    return file.read_text(encoding="utf-8")


def test_the_form_shows_all_that_is_signed(root, tmp_path):
    office.item(root)
    html = form(root, tmp_path / "表.html", office.SECOND)
    code = office.code(root, office.SECOND)
    shown = (office.TITLE, office.TEXT, office.NUMBER, "示例市发展和改革委员会", "仓库.txt", code)
    for words in (*shown, "工作报告", "日常", "制作单位审查人", "审批人", "签名"):
        assert words in html
    assert office.sealed(root, office.SECOND).hex() in html
    assert html.count(code) >= 2  # at the head of every page, and in its place
    assert not re.search(r"https?://|<script|<link", html)


def test_a_sensitive_item_has_a_box_for_each_office(root, tmp_path):
    office.setting(root, "sensitive_words", '["价格"]')
    html = form(root, tmp_path / "表.html", office.FIRST)
    assert "敏感（名称里有“价格”）" in html
    assert all(f"<th>{name}机构</th>" in html for name in ("保密", "法制", "宣传"))
    assert "制作单位审查人" not in html


def test_a_form_holds_several_items_and_escapes_what_they_say(root, tmp_path):
    path = office.item(root)
    text = path.read_text(encoding="utf-8").replace(office.TITLE, "<b>甲</b> & $code")
    path.write_text(text, encoding="utf-8")
    html = form(root, tmp_path / "表.html", office.FIRST, office.SECOND)
    assert html.count('<table class="sheet">') == 2
    assert "&lt;b&gt;甲&lt;/b&gt; &amp; $code" in html


def test_what_the_rules_say_stands_on_the_form(root, tmp_path):
    path = office.item(root)
    text = path.read_text(encoding="utf-8").replace(office.TITLE, "关于增加经费的请示")
    path.write_text(text, encoding="utf-8")
    (path.with_suffix("") / "仓库.txt").write_text("【内部资料】", encoding="utf-8")
    html = form(root, tmp_path / "表.html", office.SECOND)
    assert "GK228" in html
    assert "GK730" in html


def test_an_item_that_waits_for_its_day_is_reviewed_before_it(root, tmp_path):
    path = office.item(root)
    text = path.read_text(encoding="utf-8").replace("附件:", "公开日期: 2026-01-20\n附件:")
    path.write_text(text, encoding="utf-8")
    assert office.TITLE in form(root, tmp_path / "表.html", office.SECOND)


@pytest.mark.parametrize("place", ["content", "output"])
def test_no_form_lies_where_it_would_become_public(root, tmp_path, place):
    (tmp_path / "output").mkdir()
    words = ["--output", str(tmp_path / "output"), "--form", str(tmp_path / place / "f.html")]
    (said,) = examples.run(["approve", "--content", str(root), *words, office.FIRST])
    assert said.exit == 2
    assert not (tmp_path / place / "f.html").exists()


def test_what_was_signed_is_recorded_and_carries_the_item(root):
    said = approve(root, "--code", office.code(root, office.FIRST))
    assert said.exit == 0, said.stderr
    (checked,) = examples.run(examples.check(root))
    assert checked.exit == 0
    assert checked.findings == []
    assert approve(root, "--code", office.code(root, office.FIRST)).exit == 0
    record = root / "items/fgw/2021/00007.review.toml"
    assert record.read_text(encoding="utf-8").count("[[review]]") == 1


def test_a_review_of_the_changed_item_comes_below_the_first(root):
    assert approve(root, "--code", office.code(root, office.FIRST)).exit == 0
    path = root / office.FIRST
    path.write_text(path.read_text(encoding="utf-8").replace("十二", "十三"), encoding="utf-8")
    assert approve(root, "--code", office.code(root, office.FIRST)).exit == 0
    record = root / "items/fgw/2021/00007.review.toml"
    assert record.read_text(encoding="utf-8").count("[[review]]") == 2
    (checked,) = examples.run(examples.check(root))
    assert checked.exit == 0


def test_the_code_is_asked_for(root):
    command = [sys.executable, "-m", "plugins", *office.signed(root, office.FIRST)]
    typed = office.code(root, office.FIRST).lower().replace("-", " ")
    done = subprocess.run(
        command, cwd=examples.ROOT, input=f"{typed}\n", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "审查表上的代码" in done.stderr


REFUSED = [
    ([], 2, "--code"),
    (["--code", "AAAA-AAAA-AAAA-AAAA"], 1, "重新审查"),
    (["--code", "{code}", "--reviewer", "fgw-zuozhe"], 1, "审查了自己"),
    (["--code", "{code}", "--reviewer", "jyj-shencha"], 1, "不是市发展改革委的审查人"),
    (["--code", "{code}", "--tier", "敏感"], 1, "保密、法制、宣传"),
    (["--code", "{code}", "--approver", "fgw-shenp"], 2, "相近的有：fgw-shenpi"),
    (["--code", "{code}", "--approver", "fgw-shenpi,baomi"], 2, "一个人"),
    (["--code", "{code}", "--date", "2026-01-16"], 1, "还没有到"),
    (["--code", "{code}", "items/fgw/2021/00099.md"], 2, "不是内容目录里的条目"),
    (["--code", "{code}", "../../x.md"], 2, "不是内容目录里的条目"),
]


@pytest.mark.parametrize(("words", "exit_code", "told"), REFUSED)
def test_what_may_not_be_is_refused_with_a_remedy(root, words, exit_code, told):
    code = office.code(root, office.FIRST)
    said = approve(root, *(word.format(code=code) for word in words))
    assert said.exit == exit_code, said.stderr
    assert told in said.stderr
    assert "→" in said.stderr
    assert not list(root.rglob("*.review.toml"))


def test_one_wrong_code_records_none(root):
    office.item(root)
    codes = ["--code", office.code(root, office.FIRST), "--code", "A" * 16]
    assert approve(root, *codes, office.SECOND).exit == 1
    assert not list(root.rglob("*.review.toml"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("索引号: 990700036/2021-00007", "索引号: 待编", "make number"),
        ("主动公开", "不予公开", "不主动公开"),
        ("栏目: 工作报告", "栏目: 没有的栏目", "make check"),
    ],
)
def test_what_is_not_ready_is_refused(root, old, new, told):
    path = root / office.FIRST
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    said = approve(root, "--code", "A" * 16)
    assert said.exit == 2
    assert told in said.stderr


IMPORTED = (
    "公开日期: 2021-02-01\n导入来源: https://old.shili.example/7.html\n导入日期: 2026-01-10\n"
)


def imported(root, *words):
    command = ["approve", "--content", str(root), "--output", str(root.parent / "output")]
    (said,) = examples.run([*command, "--imported", *words])
    return said


def test_imported_items_stand_as_they_came_until_they_are_changed(root):
    path = root / office.FIRST
    text = path.read_text(encoding="utf-8").replace("---\n2020", f"{IMPORTED}---\n2020")
    path.write_text(text, encoding="utf-8")
    assert imported(root, "--approver", "fgw-shencha", "--count", "1").exit == 1
    assert imported(root, "--approver", "fgw-shenpi", "--count", "2").exit == 1
    assert imported(root, "--approver", "fgw-shenpi").exit == 2
    said = imported(root, "--approver", "fgw-shenpi", "--count", "1")
    assert said.exit == 0, said.stderr
    (checked,) = examples.run(examples.check(root))
    assert checked.exit == 0
    assert [(f["code"], f["severity"]) for f in checked.findings] == [("GK210", "notice")]
    path.write_text(text.replace("十二", "十三"), encoding="utf-8")
    (checked,) = examples.run(examples.check(root))
    assert checked.exit == 1
    assert "GK210" in {f["code"] for f in checked.findings if f["severity"] == "error"}
