"""What others did to OUTPUT is put right by the next run, or named by ``verify``."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.press.same import builds, town
from tests.press.same.builds import replaced

PAGE = "item/990700036/2025-00002.html"
LIST = "body/fgw/index.html"


@pytest.fixture(scope="module")
def _base(tmp_path_factory, kept):
    folder = tmp_path_factory.mktemp("touched")
    content = town.write(folder / "content")
    return content, folder / "output", kept.site(content, folder / "output").files


@pytest.fixture
def base(_base, kept):
    """CONTENT, the site as it was built, and its files; the next test takes it over."""
    content, output, files = _base
    if builds.site(output) != files:
        builds.forget(output)
        kept.site(content, output)
    yield _base
    for left in ("twin.html", "fresh"):
        (output.parent / left).unlink(missing_ok=True)
    shutil.rmtree(output.parent / "feeds", ignore_errors=True)


@pytest.fixture
def built(kept, content, tmp_path):
    """A town of one's own that was built once."""
    output = tmp_path / "output"
    return output, kept.site(content, output)


def altered(output):
    (output / PAGE).write_text("<p>改过</p>", encoding="utf-8")


def altered_a_list(output):
    path = output / LIST
    path.write_bytes(path.read_bytes() + b" ")


def other_file_of_one_size(output):
    """Another file is moved there, of the same size and the same time."""
    path, fresh = output / PAGE, output.parent / "fresh"
    stat = path.stat()
    fresh.write_bytes(b"x" * stat.st_size)
    os.utime(fresh, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    fresh.replace(path)


def deleted(output):
    (output / PAGE).unlink()


def deleted_a_folder(output):
    shutil.rmtree(output / "body")


def added(output):
    (output / "item/x.html").write_text("x", encoding="utf-8")


def added_a_folder(output):
    (output / "a/b").mkdir(parents=True)
    (output / "a/b/c.txt").write_text("x", encoding="utf-8")


def exchanged(output):
    """Two pages trade places: no byte is new."""
    one, other, aside = output / PAGE, output / LIST, output / "aside"
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


def sums(output):
    (output / "SHA256SUMS").write_bytes(b"")


def a_folder_for_a_file(output):
    (output / PAGE).unlink()
    (output / PAGE).mkdir()


def a_full_folder_for_a_file(output):
    a_folder_for_a_file(output)
    (output / PAGE / "x").write_bytes(b"x")


def a_file_for_a_folder(output):
    shutil.rmtree(output / "feeds")
    (output / "feeds").write_bytes(b"x")


def a_link_to_nowhere(output):
    (output / PAGE).unlink()
    (output / PAGE).symlink_to("/nowhere")


def a_link_to_a_twin(output):
    """The page is a link to a copy of itself: right today, and somebody else's tomorrow."""
    twin = output.parent / "twin.html"
    (output / PAGE).rename(twin)
    (output / PAGE).symlink_to(twin)


def a_link_to_a_folder(output):
    (output / "feeds").rename(output.parent / "feeds")
    (output / "feeds").symlink_to(output.parent / "feeds")


def a_pipe(output):
    os.mkfifo(output / "item/pipe")


def a_device(output):
    (output / "item/zero").symlink_to("/dev/zero")


def moved(output):
    """The whole site is copied away and back: no inode is as it was."""
    shutil.copytree(output, output.parent / "copy")
    shutil.rmtree(output)
    (output.parent / "copy").rename(output)


DEEDS = (
    *(altered, altered_a_list, other_file_of_one_size, deleted, deleted_a_folder, added),
    *(added_a_folder, exchanged, sums, a_folder_for_a_file, a_full_folder_for_a_file),
    *(a_file_for_a_folder, a_link_to_nowhere, a_link_to_a_twin, a_link_to_a_folder, a_pipe),
    *(a_device, moved),
)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_the_next_run_puts_it_right(kept, base, deed):
    content, output, files = base
    deed(output)
    done = kept.run("site", "--content", content, "--output", output, "--json", seconds=15)
    assert done.returncode == 0, (done.returncode, done.stderr)
    assert builds.differences(files, builds.site(output)) == []


def test_what_changed_and_what_was_touched_at_once(kept, clean, content, built):
    output, _ = built
    deleted_a_folder(output)
    altered(output)
    added(output)
    replaced(content / "items/fgw/2025/00001.md", "名称: 第1号工作报告", "名称: 改名报告")
    (content / "items/fgw/2025/00005.md").unlink()
    mine = kept.site(content, output)
    assert builds.differences(mine.files, clean(content).files) == []


def test_a_touched_site_before_does_not_come_back(kept, clean, content, built):
    """The folder of the site before takes its turn again: what was done to it must not show."""
    output, _ = built
    replaced(content / "items/fgw/2025/00001.md", "名称: 第1号工作报告", "名称: 改名报告")
    kept.site(content, output)
    previous = output.with_name(f".{output.name}.previous")
    deleted(previous)
    added(previous)
    (previous / "index.html").unlink()
    (previous / "index.html").write_text("x", encoding="utf-8")
    replaced(content / "items/fgw/2025/00001.md", "名称: 改名报告", "名称: 又改名报告")
    mine = kept.site(content, output)
    assert builds.differences(mine.files, clean(content).files) == []


def test_content_changed_behind_kept_size_and_times_is_named_and_mended(kept, content, built):
    """The one thing that a glance cannot see; ``verify`` reads every byte."""
    output, first = built
    path = output / PAGE
    stat = path.stat()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\0")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    named = kept.run("verify", output)
    assert named.returncode == 4
    assert PAGE in named.stdout
    assert named.stdout.count("GK920") == 1
    mended = kept.site(content, output, "--no-cache")
    assert mended.files == first.files
    assert mended.written == 1
    assert kept.run("verify", output).returncode == 0
