"""Attachments are opened once: what was found in them holds until they change."""

import dataclasses
import os
import shutil
from datetime import date

import pytest

from plugins import examined, rules, scanned
from plugins.leaks import papers
from plugins.leaks.leak import Kind
from plugins.memory import Memory
from plugins.records.load import load
from tests.leaks.made_up import NAMES
from tests.rules.examples import assemble

DAY = date(2026, 1, 15)
FILE = "items/fgw/2021/00008/表.docx"


@pytest.fixture
def content(tmp_path):
    return assemble("built/GK701-in-header", tmp_path)


@pytest.fixture
def opened(monkeypatch):
    """The names of files that are opened, as they are."""
    names = []
    scan = papers.scan
    monkeypatch.setattr(papers, "scan", lambda data, name: names.append(name) or scan(data, name))
    return names


def scans(content, tmp_path):
    with Memory(str(tmp_path / "memory"), b"test") as memory:
        found = scanned.scans(load(str(content), DAY), memory, workers=1)
        memory.save()
    return found


def test_what_is_untouched_is_not_opened_again(content, tmp_path, opened):
    first = scans(content, tmp_path)
    assert [leak.kind for leak in first[FILE]] == [Kind.IDENTITY]
    assert scans(content, tmp_path) == first
    assert opened == ["表.docx"]


def test_what_was_touched_is_known_by_its_content(content, tmp_path, opened):
    first = scans(content, tmp_path)
    os.utime(content / FILE, (1, 1))
    assert scans(content, tmp_path) == first
    shutil.copytree((content / FILE).parent, (content / FILE).parents[1] / "00009")
    text = (content / "items/fgw/2021/00008.md").read_text(encoding="utf-8")
    (content / "items/fgw/2021/00009.md").write_text(text.replace("00008", "00009"), "utf-8")
    assert len(scans(content, tmp_path)) == 2
    assert opened == ["表.docx"]


def test_what_changed_is_opened_again(content, tmp_path, opened):
    scans(content, tmp_path)
    (content / FILE).write_bytes((content / FILE).read_bytes() + b"\0")
    scans(content, tmp_path)
    assert len(opened) == 2


def test_what_is_gone_is_forgotten(content, tmp_path):
    scans(content, tmp_path)
    shutil.rmtree((content / FILE).parent)
    assert scans(content, tmp_path) == {}
    with Memory(str(tmp_path / "memory"), b"test") as memory:
        assert memory.all(scanned.KIND) == {}


def test_several_cores_find_the_same(content, tmp_path):
    folder = (content / FILE).parent
    for number in range(10, 22):
        shutil.copytree(folder, folder.parent / f"000{number}")
        text = (content / "items/fgw/2021/00008.md").read_text(encoding="utf-8")
        copied = text.replace("00008", f"000{number}")
        (content / f"items/fgw/2021/000{number}.md").write_text(copied, "utf-8")
        (folder.parent / f"000{number}" / "表.docx").write_bytes(
            (content / FILE).read_bytes() + bytes([number])
        )
    corpus = load(str(content), DAY)
    alone = scanned.scans(corpus, Memory(""), workers=1)
    assert scanned.scans(corpus, Memory(""), workers=2) == alone
    assert len(alone) == 13


def test_check_refuses_and_never_repeats_the_number(content, tmp_path):
    for _ in range(2):
        with examined.remembered(str(content), str(tmp_path / "output")) as memory:
            _, findings = examined.read(str(content), memory)
        assert rules.exit_code(findings) == 1
        assert "GK701" in {finding.code for finding in findings}
        assert not [value for value in NAMES.values() if value[2:] in repr(findings)]
    assert NAMES["ID"].encode() not in (tmp_path / ".output.memory").read_bytes()


def test_a_number_in_a_file_name_is_not_repeated_either(content, tmp_path):
    named = (content / FILE).with_name(f"张某{NAMES['ID']}.docx")
    (content / FILE).rename(named)
    path = content / "items/fgw/2021/00008.md"
    path.write_text(path.read_text("utf-8").replace("表.docx", named.name), "utf-8")
    with examined.remembered(str(content), str(tmp_path / "output")) as memory:
        _, findings = examined.read(str(content), memory)
    told = [finding for finding in findings if finding.code == "GK701"]
    assert told
    assert NAMES["ID"] not in repr(told)


def test_an_old_file_is_let_pass_by_name_until_a_day(tmp_path):
    content = assemble("built/GK720-old-word", tmp_path)
    entry = (
        '[[allow]]\nfile = "items/fgw/2021/00008/表.doc"\nkind = "旧格式"\n'
        'reason = "原件只有旧格式"\napprover = "办公室王某"\nuntil = {}\n'
    )
    for until, code in (("2026-01-15", 0), ("2026-01-14", 1)):
        (content / "registry/leaks.toml").write_text(entry.format(until), "utf-8")
        corpus = load(str(content), DAY)
        found = {"scans": scanned.scans(corpus, Memory(""))}
        findings = rules.check(dataclasses.replace(corpus, **found))
        assert rules.exit_code(findings) == code
        assert ("GK732" in {finding.code for finding in findings}) is bool(code)
