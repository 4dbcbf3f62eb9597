"""Index numbers against the whole Git history: what was deleted, changed, re-used; what was not."""

import json
import shutil
import subprocess
from datetime import date

import pytest
from click.testing import CliRunner

from plugins import chronicle
from plugins.manifest.log import Log, append, dump
from plugins.verbs.check_ import command
from tests.permanence.repository import FOLDER, Repository

NUMBER = "990700036/2021-{:05d}".format
CODES = ("GK120", "GK121", "GK122", "GK123")


@pytest.fixture
def town(tmp_path, monkeypatch):
    """Items 1 to 3, committed one by one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1768435200")
    made = Repository.new(tmp_path / "repository")
    for serial in (1, 2, 3):
        made.put(serial)
        made.commit(f"item {serial}")
    return made


def told(content, *words):
    """What ``check --history`` says of numbers: code, path, message; and how it ends."""
    options = ["--content", str(content), "--output", str(content.parent / "output")]
    done = CliRunner().invoke(command, [*options, "--format", "json", "--history", *words])
    found = [f for f in json.loads(done.output)["findings"] if f["code"] in CODES]
    assert done.exit_code == 1 or not found, done.output
    return [(f["code"], f["path"], f["message"]) for f in found]


def path(serial):
    return f"{FOLDER}/{serial:05d}.md"


def test_numbers_that_stay_are_proved(town):
    town.put(2, title="关于第二季度价格监测情况的报告")  # a title may be corrected
    town.commit("title")
    assert told(town.content) == []
    lives = chronicle.history(str(town.content)).lives
    assert set(lives) == {NUMBER(n) for n in (1, 2, 3, 7)}
    assert len(lives[NUMBER(2)][0].titles) == 2


def test_a_plain_deletion_names_file_commit_and_remedy(town):
    (town.content / path(2)).unlink()
    commit = town.commit("delete")
    ((code, where, message),) = told(town.content)
    assert (code, where) == ("GK123", path(2))
    assert commit[:12] in message
    assert NUMBER(2) in message


def test_a_deletion_that_is_not_committed_yet_is_told_as_well(town):
    (town.content / path(2)).unlink()
    assert [(code, where) for code, where, _ in told(town.content)] == [("GK123", path(2))]


def test_a_tombstone_explains_a_deletion(town):
    (town.content / path(2)).unlink()
    (town.content / path(2)).with_suffix(".state.toml").write_text(
        f'[[state]]\nstate = "删除"\nindex_no = "{NUMBER(2)}"\ndate = 2025-01-02\nreason = "误发"\n',
        encoding="utf-8",
    )
    town.commit("redact")
    assert told(town.content) == []


@pytest.mark.parametrize("number", [NUMBER(9), "待编"])
def test_a_number_that_changed_names_the_old_one(town, number):
    town.put(2, number=number)
    commit = town.commit("change")
    ((code, where, message),) = told(town.content)
    assert (code, where) == ("GK122", path(2))
    assert NUMBER(2) in message
    assert commit[:12] in message
    town.put(2)
    town.commit("change back")
    assert told(town.content) == []


def test_a_file_that_comes_back_as_another_item_re_uses_the_number(town):
    (town.content / path(2)).unlink()
    town.commit("delete")
    town.put(2, title="关于供热价格听证的公告")
    town.commit("another")
    ((code, where, message),) = told(town.content)
    assert (code, where) == ("GK121", path(2))
    assert "第2季度" in message


def test_a_number_that_went_to_another_file(town):
    (town.content / path(2)).unlink()
    town.put(4, number=NUMBER(2), title="关于供热价格听证的公告")
    town.commit("another")
    assert [found[:2] for found in told(town.content)] == [("GK121", path(4))]


def test_a_file_that_was_moved_keeps_its_number(town):
    (town.content / "items/fgw/2020").mkdir()
    shutil.move(town.content / path(2), town.content / "items/fgw/2020/00002.md")
    town.commit("move")
    assert told(town.content) == []


def test_a_deletion_on_a_side_branch_and_one_in_the_merge_itself(town):
    town.git("checkout", "--quiet", "-b", "side")
    (town.content / path(1)).unlink()
    side = town.commit("delete on the side")
    town.git("checkout", "--quiet", "main")
    town.put(3, title="关于第三季度价格监测的报告")
    town.commit("main goes on")
    town.git("merge", "--quiet", "--no-commit", "--no-ff", "side")
    (town.content / path(2)).unlink()
    merge = town.commit("merge, and one more away")
    found = told(town.content)
    assert [where for _, where, _ in found] == [path(1), path(2)]
    assert side[:12] in found[0][2]
    assert merge[:12] in found[1][2]


def test_a_branch_that_met_a_taken_number_took_another(town):
    """Both branches had 4; the second made its item 5 before it was merged."""
    town.git("checkout", "--quiet", "-b", "side")
    town.put(4, title="关于供热价格听证的公告")
    town.commit("four on the side")
    (town.content / path(4)).rename(town.content / path(5))
    town.put(5, title="关于供热价格听证的公告")
    town.commit("five it is")
    town.git("checkout", "--quiet", "main")
    town.put(4)
    town.commit("four")
    town.git("merge", "--quiet", "--no-edit", "side")
    assert told(town.content) == []


def test_drafts_and_withheld_items_may_go(town):
    draft = town.put(4, number="待编")
    kept = town.put(5, 公开方式="不予公开")
    town.commit("a draft, and one for the house")
    draft.unlink()
    kept.unlink()
    town.commit("away")
    assert told(town.content) == []


def test_with_a_release_log_only_what_was_released_counts(town):
    log = append(Log(), [NUMBER(n) for n in (1, 3, 7)], date(2025, 1, 2), "", "")
    (town.content / "releases.jsonl").write_bytes(dump(log))
    for serial in (1, 2):
        (town.content / path(serial)).unlink()
    town.commit("delete")
    assert [where for _, where, _ in told(town.content)] == [path(1)]


def test_a_shallow_clone_is_an_error_and_no_pass(town, tmp_path):
    command = [
        "git",
        "clone",
        "--quiet",
        "--depth=1",
        town.root.as_uri(),
        str(tmp_path / "shallow"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    ((code, _, message),) = told(tmp_path / "shallow/site/content")
    assert code == "GK120"
    assert "浅克隆" in message


def test_without_git_or_commits_nothing_is_proved(town, tmp_path):
    shutil.copytree(town.content, tmp_path / "bare/content")
    assert [code for code, *_ in told(tmp_path / "bare/content")] == ["GK120"]
    shutil.copytree(town.content, town.root / "other")
    assert [code for code, *_ in told(town.root / "other")] == ["GK120"]


def test_config_that_changes_what_git_prints_changes_nothing(town):
    (town.content / path(2)).unlink()
    town.commit("delete")
    for key, value in {
        "diff.renames": "copies", "diff.relative": "true", "log.showSignature": "true",
        "log.diffMerges": "first-parent", "color.ui": "always", "log.follow": "true",
        "core.abbrev": "4", "log.showRoot": "false", "log.date": "relative",
    }.items():  # fmt: skip
        town.git("config", key, value)
    assert [where for _, where, _ in told(town.content)] == [path(2)]
    assert set(chronicle.history(str(town.content)).lives) == {NUMBER(n) for n in (1, 2, 3, 7)}


def test_a_number_is_given_once_for_all_even_when_its_history_was_rewritten(town):
    """A redacted item leaves Git; its record keeps the number from others."""
    record = town.content / f"{FOLDER}/00008.state.toml"
    record.write_text(
        f'[[state]]\nstate = "删除"\nindex_no = "{NUMBER(8)}"\ndate = 2025-01-02\nreason = "误发"\n',
        encoding="utf-8",
    )
    from plugins.numbering import number

    draft = town.put(99, number="待编")
    ((_, given),) = number(str(town.content), [str(draft)], None, None, date(2026, 1, 15), 2021)
    assert given == NUMBER(9)
