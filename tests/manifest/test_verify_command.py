"""Verifying by the command line: what it prints, compares with, and ends with."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from plugins import addresses
from tests.called import called
from tests.manifest.site import OLD, A, C, page, pages
from tests.manifest.verifying import append
from tests.rules.examples import UNPRIVILEGED

ROOT = Path(__file__).parents[2]


def run(*words, before=(), **environment):
    if not before:
        done = called("verify", *words, **environment)
        assert "Traceback" not in done.stderr
        return done
    command = [*before, sys.executable, "-m", "plugins", "verify", *map(str, words)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def test_the_command_says_what_is_good(second, first, tmp_path):
    nowhere = tmp_path / "nowhere"
    done = run(second, "--content", nowhere, "--output", nowhere)
    assert done.returncode == 0, done.stdout
    assert "全部相符；第 2 次发布，2026-11-23" in done.stdout
    assert "没有另存的发布记录" in done.stdout
    done = run(second, "--log", first / addresses.LOG, "--previous", first)
    assert done.returncode == 0, done.stdout


def test_the_command_names_what_is_wrong_on_one_line_each(second, tmp_path):
    append(second / page(A))
    (second / "换\n行\x1b[31m.txt").write_bytes(b"")
    done = run(second, "--content", tmp_path, LC_ALL="C")
    assert done.returncode == 4
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert any("GK920 被改动" in line and page(A) in line and " → " in line for line in lines)
    assert any("换\\n行\\x1b[31m.txt: GK922" in line for line in lines)
    assert "有 2 处不符" in lines[-1]


def test_the_command_has_the_document_of_check(second, tmp_path):
    (second / page(A)).unlink()
    done = run(second, "--format", "json", "--content", tmp_path)
    assert done.returncode == 4
    said = json.loads(done.stdout)
    (finding,) = said["findings"]
    assert (finding["code"], finding["path"], finding["severity"]) == ("GK921", page(A), "error")
    assert said["counts"]["errors"] == 1
    assert said["counts"]["files"] == len(pages(A, C, OLD)) + 3 - 1


def test_the_log_of_content_is_the_one_compared_with_and_then_that_of_output(
    first, second, tmp_path
):
    content = tmp_path / "content"
    content.mkdir()
    assert run(first, "--content", content, "--output", second).returncode == 4
    assert run(first, "--content", content, "--output", first).returncode == 0
    shutil.copy(second / addresses.LOG, content)
    done = run(first, "--content", content, "--output", first)
    assert done.returncode == 4
    assert f"{first}: GK926 旧版本" in done.stdout


def test_a_folder_that_is_not_there_is_a_slip_of_the_hand(second, tmp_path):
    assert run(tmp_path / "no").returncode == 2
    assert run(second, "--previous", tmp_path / "no").returncode == 2
    assert run(second, "--log", tmp_path / "no").returncode == 3


def test_what_cannot_be_read_is_said_as_such(second, tmp_path):
    before = UNPRIVILEGED if os.geteuid() == 0 else ()
    (second / page(A)).chmod(0)
    (second / "rules").chmod(0)
    done = run(second, "--content", tmp_path, "--format", "json", before=before)
    assert done.returncode == 3, done.stdout + done.stderr
    found = {(f["path"], f["code"]) for f in json.loads(done.stdout)["findings"]}
    assert found == {(page(A), "GK929"), ("rules", "GK929")}
    append(second / "index.html")
    assert run(second, "--content", tmp_path, before=before).returncode == 4
    (second / "rules").chmod(0o755)
