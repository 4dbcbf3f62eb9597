"""Verifying the files of a copy: what was changed, taken away, added or is no file, by name."""

import os
from pathlib import Path

from plugins import addresses
from plugins.manifest.fault import Kind
from tests.manifest.site import A, C, page, preview, publish
from tests.manifest.verifying import append, faults


def test_a_copy_as_published_has_no_fault(first, second):
    assert faults(first) == set()
    assert faults(second, second / addresses.LOG, first) == set()


def test_a_preview_has_no_fault(tmp_path, first):
    assert faults(preview(tmp_path / "a", A)) == set()
    after = preview(tmp_path / "b", A, C, before=first)
    assert faults(after, first / addresses.LOG, first) == set()


def test_a_site_without_items_has_no_fault(tmp_path):
    assert faults(publish(tmp_path / "none")) == set()


def test_a_folder_that_is_itself_a_link_is_a_copy(second, tmp_path):
    (tmp_path / "current").symlink_to(second)
    assert faults(tmp_path / "current") == set()


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
