"""Verifying a copy: every kind of tampering by name, through the real command line and directly."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins import addresses
from plugins.manifest.fault import SITE, Kind, exit_code
from plugins.manifest.verify import verify
from tests.manifest.site import OLD, A, B, C, page, pages, preview, publish, reseal, sha256
from tests.rules.examples import UNPRIVILEGED

ROOT = Path(__file__).parents[2]


@pytest.fixture
def first(tmp_path):
    return publish(tmp_path / "first", A, B, OLD)


@pytest.fixture
def second(tmp_path, first):
    return publish(tmp_path / "second", A, C, OLD, before=first, text="新的正文")


def faults(folder, known=None, previous=None):
    """What is found, as (path, kind)."""
    data = known.read_bytes() if known else None
    return {(f.path, f.kind) for f in verify(str(folder), data, previous and str(previous))}


def test_a_copy_as_published_has_no_fault(first, second):
    assert faults(first) == set()
    assert faults(second, second / addresses.LOG, first) == set()


def test_a_preview_has_no_fault(tmp_path, first):
    assert faults(preview(tmp_path / "a", A)) == set()
    after = preview(tmp_path / "b", A, C, before=first)
    assert faults(after, first / addresses.LOG, first) == set()


def test_a_site_without_items_has_no_fault(tmp_path):
    assert faults(publish(tmp_path / "none")) == set()


def append(path):
    path.write_bytes(path.read_bytes() + b" ")


def test_every_tampered_missing_and_added_file_is_named(second):
    append(second / page(A))
    (second / "index.html").write_bytes(b"hame")
    (second / "empty.txt").unlink()
    (second / page(C)).unlink()
    (second / "item/990700001/evil.html").write_bytes(b"x")
    (second / ".hidden").write_bytes(b"")
    (second / "换\n行 \\.txt").write_bytes(b"")
    Path(os.fsdecode(os.fsencode(second) + b"/\xb9\xab.txt")).write_bytes(b"")
    assert faults(second) == {
        (page(A), Kind.CHANGED),
        ("index.html", Kind.CHANGED),
        ("empty.txt", Kind.MISSING),
        (page(C), Kind.MISSING),
        ("item/990700001/evil.html", Kind.ADDED),
        (".hidden", Kind.ADDED),
        ("换\n行 \\.txt", Kind.ADDED),
        ("\udcb9\udcab.txt", Kind.ADDED),
    }


def test_a_file_renamed_is_one_missing_and_one_added(second):
    (second / page(A)).rename(second / "a.html")
    assert faults(second) == {(page(A), Kind.MISSING), ("a.html", Kind.ADDED)}


def test_nothing_but_regular_files_is_opened(second, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes((second / "index.html").read_bytes())
    (second / "index.html").unlink()
    (second / "index.html").symlink_to(secret)
    (second / "loop").symlink_to(second)
    (second / "nowhere").symlink_to("nowhere-at-all")
    os.mkfifo(second / "pipe")
    names = ("index.html", "loop", "nowhere", "pipe")
    assert faults(second) == {(name, Kind.SPECIAL) for name in names}


def test_a_folder_that_is_itself_a_link_is_a_copy(second, tmp_path):
    (tmp_path / "current").symlink_to(second)
    assert faults(tmp_path / "current") == set()


def test_a_list_in_the_place_of_a_pipe_does_not_hang(second):
    for name in (addresses.FACTS, addresses.SUMS, addresses.LOG):
        (second / name).unlink()
        os.mkfifo(second / name)
    found = faults(second)
    assert {(name, Kind.SPECIAL) for name in (addresses.FACTS, addresses.SUMS)} <= found
    assert (addresses.FACTS, Kind.MANIFEST) in found


@pytest.mark.parametrize("name", [addresses.FACTS, addresses.SUMS, addresses.LOG])
@pytest.mark.parametrize("place", [0.05, 0.5, 0.97])
def test_each_list_that_was_tampered_with_is_named_and_no_other_list(second, name, place):
    data = (second / name).read_bytes()
    at = int(len(data) * place)
    (second / name).write_bytes(data[:at] + b"#" + data[at + 1 :])
    found = {path for path, _ in faults(second)}
    assert found & {addresses.FACTS, addresses.SUMS, addresses.LOG} == {name}
    # A line that is spoilt leaves one file without a digest, or with another name.
    assert len(found) <= (3 if name == addresses.SUMS else 1)


@pytest.mark.parametrize("name", [addresses.FACTS, addresses.SUMS, addresses.LOG])
def test_each_list_that_is_missing_is_named(second, name):
    (second / name).unlink()
    kind = Kind.MISSING if name == addresses.LOG else Kind.MANIFEST
    assert faults(second) == {(name, kind)}


def test_an_empty_folder_is_no_site(tmp_path):
    (tmp_path / "empty").mkdir()
    found = verify(str(tmp_path / "empty"), None, None)
    assert {(f.path, f.kind) for f in found} == {
        (addresses.FACTS, Kind.MANIFEST),
        (addresses.SUMS, Kind.MANIFEST),
    }
    assert exit_code(found) == 4


def test_a_file_changed_together_with_the_list_is_betrayed_by_the_list(second):
    append(second / page(A))
    marker = (second / addresses.FACTS).read_bytes()
    reseal(second)
    (second / addresses.FACTS).write_bytes(marker)
    assert faults(second) == {(addresses.SUMS, Kind.CHANGED)}


def test_an_item_that_a_forger_drops_from_all_lists_is_missed_by_the_log(second):
    (second / page(C)).unlink()
    reseal(second)
    assert faults(second) == {(page(C), Kind.MISSING)}
    reseal(second, items=2)
    assert (addresses.FACTS, Kind.MANIFEST) in faults(second)


def test_a_rollback_is_found_by_a_log_or_by_a_later_release(first, second):
    assert faults(first, second / addresses.LOG) == {(SITE, Kind.ROLLBACK)}
    assert faults(first, None, second) == {(SITE, Kind.ROLLBACK)}
    (said,) = verify(str(first), (second / addresses.LOG).read_bytes(), None)
    assert "第 1 次" in said.message
    assert "第 2 次" in said.message


def test_an_old_release_that_was_forged_is_not_the_one_that_the_log_remembers(first, second):
    append(first / page(A))
    reseal(first)
    found = faults(first, second / addresses.LOG)
    assert found == {(SITE, Kind.ROLLBACK), (addresses.FACTS, Kind.CHANGED)}


def test_a_site_newer_than_the_log_kept_elsewhere_is_good(first, second):
    assert faults(second, first / addresses.LOG) == set()


def test_a_history_that_was_rewritten_is_found(tmp_path, first, second):
    forged = publish(tmp_path / "forged", A, before=publish(tmp_path / "other", B))
    assert faults(forged) == set()
    assert faults(forged, second / addresses.LOG) == {(addresses.LOG, Kind.LOG)}
    assert faults(forged, None, first) == {(addresses.FACTS, Kind.MANIFEST)}


def test_two_releases_of_one_number_are_found(tmp_path, first):
    other = publish(tmp_path / "other", A, B, OLD, text="别的正文")
    assert faults(other, None, first) == {(addresses.FACTS, Kind.MANIFEST)}


def test_a_broken_log_elsewhere_is_said(second, tmp_path):
    kept = tmp_path / "kept.jsonl"
    kept.write_bytes(b"{}\n")
    assert faults(second, kept) == {(SITE, Kind.LOG)}


def mix(old, new, names):
    for name in names:
        if (old / name).exists():
            shutil.copy(old / name, new / name)
        else:
            (new / name).unlink()


def test_a_mixture_of_files_is_told_from_tampering_by_the_release_before(first, second):
    mix(first, second, [page(A), page(B)])
    assert faults(second) == {(page(A), Kind.CHANGED), (page(B), Kind.ADDED)}
    assert faults(second, None, first) == {(page(A), Kind.MIXTURE), (page(B), Kind.MIXTURE)}
    (second / page(B)).write_bytes(b"neither")
    assert (page(B), Kind.ADDED) in faults(second, None, first)


def test_a_mixture_of_lists_is_said(first, second):
    mix(first, second, [addresses.FACTS])
    assert faults(second) == {(addresses.FACTS, Kind.MIXTURE)}


def test_old_lists_over_new_files_are_said(first, second):
    mix(first, second, [addresses.SUMS])
    assert (addresses.SUMS, Kind.MIXTURE) in faults(second, None, first)
    assert (addresses.SUMS, Kind.CHANGED) in faults(second)


def test_an_old_log_in_a_new_site_is_said(first, second):
    mix(first, second, [addresses.LOG])
    assert faults(second) == {(addresses.LOG, Kind.CHANGED)}
    assert faults(second, None, first) == {(addresses.LOG, Kind.MIXTURE)}


def test_a_release_before_that_is_broken_is_not_compared_with(first, second):
    append(first / addresses.SUMS)
    append(second / page(A))
    assert faults(second, None, first) == {(str(first), Kind.MANIFEST), (page(A), Kind.CHANGED)}


@pytest.mark.parametrize("name", ["../tripwire", "/etc/hostname", "item/../../tripwire", "a/./b"])
def test_a_hostile_list_leads_nowhere(second, tmp_path, name):
    tripwire = tmp_path / "tripwire"
    os.mkfifo(tripwire)  # whoever opens it would wait for ever
    listed = second / addresses.SUMS
    listed.write_bytes(listed.read_bytes() + f"{'0' * 64}  {name}\n".encode())
    reseal_only = sha256(listed.read_bytes())
    marker = second / addresses.FACTS
    said = json.loads(marker.read_bytes()) | {"sums": reseal_only}
    marker.write_text(json.dumps(said), encoding="utf-8")
    found = faults(second)
    assert {path for path, _ in found} == {addresses.SUMS, addresses.FACTS}


def test_a_huge_list_is_refused_unread(second, monkeypatch):
    with open(second / addresses.FACTS, "wb") as file:
        file.truncate(1 << 36)
    assert (addresses.FACTS, Kind.MANIFEST) in faults(second)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([addresses.FACTS, addresses.SUMS, addresses.LOG]), st.data())
def test_no_list_is_so_broken_that_verifying_breaks(tmp_path_factory, name, data):
    folder = tmp_path_factory.getbasetemp() / "mutant"
    if not folder.exists():
        publish(folder, A, B, before=publish(tmp_path_factory.mktemp("before"), A))
    good = (folder / name).read_bytes()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 40)))
    bad = good[:start] + data.draw(st.binary(max_size=40)) + good[end:]
    (folder / name).write_bytes(bad)
    try:
        found = verify(str(folder), None, None)
        assert (bad == good) == (found == ())
        assert exit_code(found) in (0, 4)
        assert bad == good or name in {f.path for f in found}
    finally:
        (folder / name).write_bytes(good)


def run(*words, before=(), **environment):
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
    assert any("GK851 被改动" in line and page(A) in line and " → " in line for line in lines)
    assert any("换\\n行\\x1b[31m.txt: GK853" in line for line in lines)
    assert "有 2 处不符" in lines[-1]


def test_the_command_has_the_document_of_check(second, tmp_path):
    (second / page(A)).unlink()
    done = run(second, "--format", "json", "--content", tmp_path)
    assert done.returncode == 4
    said = json.loads(done.stdout)
    (finding,) = said["findings"]
    assert (finding["code"], finding["path"], finding["severity"]) == ("GK852", page(A), "error")
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
    assert f"{first}: GK857 旧版本" in done.stdout


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
    assert found == {(page(A), "GK859"), ("rules", "GK859")}
    append(second / "index.html")
    assert run(second, "--content", tmp_path, before=before).returncode == 4
    (second / "rules").chmod(0o755)
