"""Both command lines build the same site, stop the same way, and leave the old site alone."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.called import called
from tests.site.conftest import CONTENT, EPOCH, ROOT, beside, digests, run


def pelican(content, output, *words, conf="pelicanconf.py"):
    more = {"module": "pelican", "SOURCE_DATE_EPOCH": EPOCH}
    return called(content, "-s", conf, "-o", output, *words, **more)


@pytest.fixture
def faulty(tmp_path):
    """The demo town with one item that lacks its name."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    item = sorted(content.glob("items/*/*/*.md"))[0]
    text = item.read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith("名称")]
    item.write_text("\n".join(kept), encoding="utf-8")
    return content, item


def test_plain_pelican_gives_the_same_bytes(site, tmp_path):
    words = ["content", "-s", "pelicanconf.py", "-o", str(tmp_path / "output"), "-q"]
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(
        [sys.executable, "-m", "pelican", *words],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "output") == digests(site)


def test_a_second_build_changes_nothing(site, tmp_path):
    output = tmp_path / "output"
    shutil.copytree(site, output)
    done = run("site", "--output", output, "--json")
    outcome = json.loads(done.stdout)
    assert (outcome["written"], outcome["removed"]) == (0, 0)
    assert outcome["skipped"] == outcome["files"] == len(digests(output))
    assert outcome["findings"]["errors"] == 0


@pytest.mark.parametrize("words", [(), ("-q",), ("-v",)], ids=["plain", "quiet", "verbose"])
def test_pelican_stops_at_a_fault_and_the_old_site_stays(faulty, site, tmp_path, words):
    content, item = faulty
    output = tmp_path / "output"
    shutil.copytree(site, output)
    before = digests(output)
    done = pelican(content, output, *words)
    assert done.returncode == 1
    assert item.name in done.stderr
    assert "GK201" in done.stderr
    if not words:
        assert "Traceback" not in done.stderr + done.stdout
    assert digests(output) == before
    assert beside(tmp_path) == ["content", "output"]


def test_the_verb_stops_at_a_fault_and_the_old_site_stays(faulty, site, tmp_path):
    content, item = faulty
    output = tmp_path / "output"
    shutil.copytree(site, output)
    before = digests(output)
    done = run("site", "--content", content, "--output", output)
    assert done.returncode == 1
    assert item.name in done.stderr
    assert digests(output) == before
    assert beside(tmp_path) == ["content", "output"]


def test_a_folder_that_is_not_a_site_is_never_replaced(tmp_path):
    (tmp_path / "论文.txt").write_text("我的", encoding="utf-8")
    done = run("site", "--output", tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "论文.txt").exists()


def test_content_and_output_may_not_hold_each_other(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    assert run("site", "--content", content, "--output", content / "site").returncode == 2
    assert run("site", "--content", content, "--output", tmp_path).returncode == 2


def test_a_missing_content_folder_is_one_sentence(tmp_path):
    for verb in ("site", "check", "publish"):
        done = run(verb, "--content", tmp_path / "none", "--output", tmp_path / "output")
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("PLUGINS = [press]", "检查没有运行"),
        ("from plugins import catalog\nROOMS = [catalog, catalog]", "占用同一地址"),
        ("THEME_DIR = 1\nROOMS = [__import__('types').SimpleNamespace("
         "__name__='plugins.x', plan=lambda c, b: [__import__('plugins.plan').plan.Blob('../x', b'')])]",
         "不在网站之内"),
    ],
    ids=["no gate", "two pages at one address", "outside"],
)  # fmt: skip
def test_a_faulty_configuration_refuses_to_build(tmp_path, setting, words):
    conf = tmp_path / "conf.py"
    conf.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n{setting}\n",
        encoding="utf-8",
    )
    output = tmp_path / "output"
    done = pelican("content", output, conf=conf)
    assert done.returncode != 0
    assert words in (done.stderr + done.stdout).replace("\n", "")
    assert not output.exists()


def test_two_rooms_at_one_address_are_both_named(tmp_path):
    conf = tmp_path / "conf.py"
    conf.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        "import types\nfrom plugins.plan import Blob\n"
        "twin = types.SimpleNamespace(__name__='plugins.twin', plan=lambda c, b: [Blob('Index.html', b'')])\n"
        "ROOMS = [*ROOMS, twin]\n",
        encoding="utf-8",
    )
    done = pelican("content", tmp_path / "o", conf=conf)
    said = (done.stderr + done.stdout).replace("\n", "")
    assert done.returncode == 1
    assert "catalog" in said
    assert "twin" in said
