"""Published twice: the log goes on, first days stay, and a preview leaves the log as it is."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess

import pytest

from tests.press.same import builds, town

ITEM = "item/990700036/2025-00002.html"
NEW = "item/990700036/2026-00003.html"
LATER = builds.EPOCH + 3 * builds.DAY


def publish(kept, content, output, epoch, *words):
    folders = ("--content", content, "--output", output)
    done = kept.run("publish", *folders, "--json", *words, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0, done.stdout + done.stderr
    return builds.Built(done, output)


def lines(output):
    return (output / "releases.jsonl").read_bytes().splitlines()


def facts(output):
    return json.loads((output / "release.json").read_text(encoding="utf-8"))


def shows(output, page, day):
    return day in (output / page).read_text(encoding="utf-8")


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@shili.example", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def base(tmp_path_factory, kept):
    """A town published on one day and, with one more item, three days later, each from a commit."""
    folder = tmp_path_factory.mktemp("twice")
    content, output = town.write(folder / "source/content"), folder / "output"
    git(folder / "source", "init", "-q", "-b", "main")
    git(folder / "source", "add", "-A")
    git(folder / "source", "commit", "-qm", "town")
    publish(kept, content, output, builds.EPOCH)
    first = shutil.copytree(output, folder / "first")
    town.item(content, "fgw/2026/00003", "新报告", date="成文日期: 2026-11-20")
    git(folder / "source", "add", "-A")
    git(folder / "source", "commit", "-qm", "item")
    publish(kept, content, output, LATER)
    return content, output, first


@pytest.fixture
def twice(base, tmp_path):
    """CONTENT, the site as it stands after both, and a copy of what the first publication left."""
    content, output, first = base
    shutil.copytree(content.parent, tmp_path / "source")
    shutil.copytree(output, tmp_path / "output")
    return tmp_path / "source/content", tmp_path / "output", first


def test_the_log_is_a_chain(twice):
    _, output, first = twice
    (one,), (same, two) = lines(first), lines(output)
    assert same == one
    later, marker = json.loads(two), (first / "release.json").read_bytes()
    assert later["line_before"] == hashlib.sha256(one).hexdigest()
    assert later["before"] == hashlib.sha256(marker).hexdigest() == facts(output)["before"]
    assert [facts(f)["sequence"] for f in (first, output)] == [1, 2]
    assert (later["new"], later["back"], later["gone"]) == (["990700036/2026-00003"], [], [])
    assert [json.loads(x)["day"] for x in (one, two)] == ["2026-11-22", "2026-11-25"]


def test_the_date_of_publication_is_the_day_of_the_first_release(twice):
    _, output, first = twice
    assert shows(first, ITEM, "2026年11月22日") or shows(first, ITEM, "2026-11-22")
    assert (first / ITEM).read_bytes() == (output / ITEM).read_bytes()
    assert shows(output, NEW, "2026年11月25日") or shows(output, NEW, "2026-11-25")
    assert "2026-11-22" not in (output / NEW).read_text(encoding="utf-8")


def test_the_second_publication_is_the_clean_one(twice, anew, tmp_path):
    """Into an empty OUTPUT, with the log of the first: same bytes, ``before`` excepted."""
    content, output, first = twice
    fresh = tmp_path / "fresh"
    shutil.copytree(first, fresh)
    assert builds.differences(publish(anew, content, fresh, LATER).files, builds.site(output)) == []


def test_a_log_in_content_is_continued_by_an_empty_output(twice, anew, tmp_path):
    content, output, first = twice
    shutil.copy(first / "releases.jsonl", content)
    mine = publish(anew, content, tmp_path / "fresh", LATER)
    other = builds.site(output)
    assert facts(tmp_path / "fresh")["sequence"] == 2
    assert lines(tmp_path / "fresh")[0] == lines(first)[0]
    # Without the first site at hand nobody can say what its release.json was.
    chained = {"releases.jsonl", "release.json", "SHA256SUMS", "release/index.html"}
    packed = {f"{address}.gz" for address in chained}
    assert set(builds.differences(mine.files, other)) <= chained | packed
    assert facts(tmp_path / "fresh")["before"] == ""


def test_a_preview_afterwards_keeps_the_log_and_the_dates(twice, kept, clean):
    content, output, _ = twice
    before = (output / "releases.jsonl").read_bytes()
    preview = kept.site(content, output, SOURCE_DATE_EPOCH=LATER + builds.DAY)
    assert (output / "releases.jsonl").read_bytes() == before
    assert (facts(output)["sequence"], facts(output)["publish"]) == (2, False)
    assert shows(output, NEW, "2026年11月25日") or shows(output, NEW, "2026-11-25")
    assert not [a for a in preview.files if a.endswith(".gz")]
    (content / "releases.jsonl").write_bytes(before)
    other = clean(content, SOURCE_DATE_EPOCH=LATER + builds.DAY)
    assert set(builds.differences(preview.files, other.files)) <= {
        "release.json", "release/index.html", "SHA256SUMS",
    }  # fmt: skip


def test_a_publication_after_a_preview_goes_on_where_the_last_one_ended(twice, kept):
    content, output, _ = twice
    second = hashlib.sha256((output / "release.json").read_bytes()).hexdigest()
    kept.site(content, output, SOURCE_DATE_EPOCH=LATER + builds.DAY)
    publish(kept, content, output, LATER + 2 * builds.DAY)
    assert facts(output)["sequence"] == 3
    assert facts(output)["before"] == second
    assert len(lines(output)) == 3
    assert kept.run("verify", output).returncode == 0


@pytest.mark.parametrize("words", [(), ("--no-cache",)], ids=["", "no cache"])
def test_the_same_commit_again_on_the_same_day_is_the_same_release(base, kept, words):
    content, output, _ = base
    before = builds.site(output)
    again = publish(kept, content, output, LATER, *words)
    assert (again.written, again.files) == (0, before)


def test_an_item_that_comes_back_has_its_first_day_still(twice, kept):
    content, output, _ = twice
    path = content / "items/fgw/2025/00002.md"
    text = path.read_bytes()
    withdraw = ("withdraw", path, "--content", content, "--reason", "核对")
    assert kept.run(*withdraw, "--no-content").returncode == 0
    publish(kept, content, output, LATER + builds.DAY)
    assert "核对" in (output / ITEM).read_text(encoding="utf-8")
    path.write_bytes(text)
    assert kept.run(*withdraw, "--undo").returncode == 0
    publish(kept, content, output, LATER + 2 * builds.DAY)
    gone, back = (json.loads(x) for x in lines(output)[2:])
    assert (gone["gone"], back["back"], back["new"]) == (
        ["990700036/2025-00002"], ["990700036/2025-00002"], [],
    )  # fmt: skip
    assert shows(output, ITEM, "2026年11月22日") or shows(output, ITEM, "2026-11-22")
