"""Releases made through the real command line: counted, chained, and as they say they are."""

import json
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.site.conftest import digests, run

PUBLIC = "https://www.shili.example/zwgk/"
MOVING = {"index.html", "release/index.html", "release.json", "SHA256SUMS", "releases.jsonl"}
DAY = 86_400


def good(*words, **environment):
    done = run(*words, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def lines(folder):
    text = (folder / "releases.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def facts(folder):
    return json.loads((folder / "release.json").read_bytes())


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A town of twenty items, and its site after: preview, release, one item less, release, preview."""
    root = tmp_path_factory.mktemp("published")
    content, output = root / "content", root / "output"
    good("town", 20, content)
    settings = content / "registry/site.toml"
    text = settings.read_text(encoding="utf-8").splitlines()
    text = [line for line in text if not line.startswith("PUBLIC_URL")]
    settings.write_text("\n".join([f'PUBLIC_URL = "{PUBLIC}"', *text, ""]), encoding="utf-8")
    item = sorted(content.glob("items/*/*/*.md"))[-1]
    words = ("--content", content, "--output", output)
    for number, (verb, step) in enumerate(
        (
            ("site", None),
            ("publish", "leave"),
            ("publish", "return"),
            ("site", None),
            ("publish", None),
        )
    ):
        good(verb, *words, SOURCE_DATE_EPOCH=str(1_795_305_600 + number * DAY))
        shutil.copytree(output, root / str(number))
        reason = ("--content", content, "--reason", "核对")
        if step == "leave":
            shutil.copy(item, root / "item.md")
            good("withdraw", item, *reason, "--no-content")
        elif step == "return":
            shutil.move(root / "item.md", item)
            good("withdraw", item, *reason, "--undo")
    return root


def test_every_release_is_as_it_says_and_coreutils_agrees(town):
    for number in range(5):
        folder = town / str(number)
        good("verify", folder, "--content", town / "nowhere", "--output", folder)
        command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
        subprocess.run(command, cwd=folder, check=True)


def test_the_log_follows_the_releases_and_passes_through_previews(town):
    assert not (town / "0/releases.jsonl").exists()
    assert (town / "3/releases.jsonl").read_bytes() == (town / "2/releases.jsonl").read_bytes()
    first, second, third = lines(town / "4")
    (gone,) = second["gone"]
    assert gone in first["new"]
    assert third["back"] == [gone]
    assert [line["day"] for line in (first, second, third)] == [
        "2026-11-23",
        "2026-11-24",
        "2026-11-26",
    ]
    said = [facts(town / str(number)) for number in range(5)]
    assert [s["sequence"] for s in said] == [0, 1, 2, 2, 3]
    assert [s["publish"] for s in said] == [False, True, True, False, True]
    assert said[4]["items"] == len(first["new"])
    digest = sha256((town / "2/release.json").read_bytes()).hexdigest()
    assert said[3]["before"] == said[4]["before"] == third["before"] == digest


def test_an_old_release_is_known_for_one(town):
    done = run("verify", town / "1", "--content", town, "--output", town / "output")
    assert done.returncode == 4
    assert "GK926" in done.stdout
    assert "Traceback" not in done.stderr


def test_two_fresh_releases_of_one_content_have_the_same_bytes(town, tmp_path):
    for name in ("a", "b"):
        good("publish", "--content", town / "content", "--output", tmp_path / name)
    assert digests(tmp_path / "a") == digests(tmp_path / "b")


def test_what_is_public_already_is_no_new_release(town, tmp_path):
    words = ("publish", "--content", town / "content", "--output", tmp_path / "a")
    good(*words)
    before = digests(tmp_path / "a")
    good(*words)
    assert digests(tmp_path / "a") == before


def test_a_release_of_another_day_differs_where_days_and_releases_are_told(town, tmp_path):
    words = ("publish", "--content", town / "content", "--output", tmp_path / "a")
    good(*words, SOURCE_DATE_EPOCH="1795305600")
    before = digests(tmp_path / "a")
    good(*words, SOURCE_DATE_EPOCH="1795392000")
    after = digests(tmp_path / "a")
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert {name.removesuffix(".gz") for name in changed} == MOVING


def test_the_log_that_content_keeps_goes_on_in_another_folder(town, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(town / "content", content)
    shutil.copy(town / "4/releases.jsonl", content)
    good("publish", "--content", content, "--output", tmp_path / "fresh")
    assert len(lines(tmp_path / "fresh")) == 4
    assert facts(tmp_path / "fresh")["before"] == ""
    good("verify", tmp_path / "fresh", "--content", content)


def test_an_item_that_is_public_no_more_stays_in_the_log_and_on_its_own_page(town, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(town / "content", content)
    shutil.copytree(town / "4", tmp_path / "site")
    item = sorted(content.glob("items/*/*/*.md"))[-1]
    words = ("publish", "--content", content, "--output", tmp_path / "site")
    text = item.read_text(encoding="utf-8")
    assert "公开方式: 主动公开" in text
    hidden = re.sub(
        "(?m)^公开日期.*\n", "", text.replace("公开方式: 主动公开", "公开方式: 不予公开")
    )
    item.write_text(hidden, encoding="utf-8")
    done = run(*words)
    assert (done.returncode, "GK123" in done.stderr) == (1, True)
    item.write_text(text, encoding="utf-8")
    good("withdraw", item, "--content", content, "--reason", "核对", "--no-content")
    good(*words)
    (gone,) = lines(tmp_path / "site")[-1]["gone"]
    holders = {
        path.relative_to(tmp_path / "site").as_posix()
        for path in Path(tmp_path / "site").rglob("*")
        if path.is_file() and gone.encode() in path.read_bytes()
    }
    page = f"item/{gone}.html"
    assert holders == {"releases.jsonl", page, "SHA256SUMS"}
