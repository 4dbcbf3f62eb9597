"""Who builds, where, when of a day, in which language, and with how many hands: the same bytes."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from plugins.press.making import ALONE
from tests.press.same import builds, town

MIDNIGHT, LAST_SECOND = builds.EPOCH - 8 * 3600, builds.EPOCH + 16 * 3600 - 1


@pytest.fixture(scope="module")
def reference(tmp_path_factory, anew):
    """The town and the site as it is built under plain circumstances."""
    folder = tmp_path_factory.mktemp("reference")
    content = town.write(folder / "content")
    return content, anew.site(content, folder / "output").files


@pytest.mark.parametrize("workers", [2, 3])
def test_the_number_of_workers_makes_no_difference(kept, content, tmp_path, workers):
    for serial in range(1, 281):
        town.item(content, f"mzj/2024/{serial:05d}", f"第{serial}次情况报告",
                  date=f"成文日期: 2024-03-{serial % 28 + 1:02d}")  # fmt: skip
    sites = []
    for count in (1, workers):
        output = tmp_path / f"output-{count}"
        done = kept.site(content, output, "--workers", count, umask=0o077)
        sites.append(done.files)
    with closing(sqlite3.connect(builds.memory(output))) as memory:
        (jobs,) = memory.execute("SELECT count(*) FROM memory WHERE kind = 'made'").fetchone()
    assert jobs > ALONE  # so that there was work for all of them
    assert builds.differences(*sites) == []


def backwards(content, target):
    """A copy whose files came into being in the opposite order."""
    for path in sorted(content.rglob("*"), reverse=True):
        if path.is_file():
            town.put(target / path.relative_to(content), path.read_bytes())
    return target


CIRCUMSTANCES = {
    "nobody at midnight in the far west, without a language": {
        "module": "plugins",
        "folder": "另一个 目录/x",
        "nobody": True,
        "umask": 0o077,
        "env": {
            "SOURCE_DATE_EPOCH": MIDNIGHT, "TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "C",
            "PYTHONHASHSEED": "0", "HOME": "/dev/null", "XDG_STATE_HOME": None, "USER": "nobody",
        },
    },
    "late in the far east, in Chinese, with open rights": {
        "module": "plugins",
        "folder": "y",
        "umask": 0,
        "env": {
            "SOURCE_DATE_EPOCH": LAST_SECOND, "TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8",
            "LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "12345", "COLUMNS": "40",
        },
    },
    "plain pelican with its spinner": {
        "module": "pelican",
        "folder": "z",
        "umask": 0o027,
        "env": {
            "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": None, "PYTHONHASHSEED": "1",
            "PYTHONUTF8": "0", "TERM": "xterm", "FORCE_COLOR": "1",
        },
    },
}  # fmt: skip


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_circumstances_make_no_difference(reference, name):
    content, expected = reference
    given = CIRCUMSTANCES[name]
    module, before = given["module"], builds.as_nobody() if given.get("nobody") else ()
    with tempfile.TemporaryDirectory(prefix="gongkai-same-") as base:
        folder = Path(base, given["folder"])
        own, output = backwards(content, folder / "内容"), folder / "site"
        if before:
            builds.given_to_nobody(Path(base))
        words = {
            "plugins": ["site", "--content", own, "--output", output],
            "pelican": [own, "-s", "pelicanconf.py", "-o", output],
        }[module]
        done = builds.command(
            *words, module=module, before=before, umask=given["umask"], **given["env"]
        )
        assert done.returncode == 0, done.stderr
        assert builds.differences(expected, builds.site(output)) == []
        assert oct(output.stat().st_mode & 0o777) == "0o755"
        if before:
            assert (output / "index.html").stat().st_uid == builds.NOBODY


def test_a_site_that_grew_under_many_circumstances(kept, anew, reference, tmp_path):
    """One OUTPUT, built in turn by two machines with other keys and seeds, at other hours."""
    content = shutil.copytree(reference[0], tmp_path / "content")
    output, page = tmp_path / "output", content / "items/fgw/2025/00002.md"
    text = page.read_text(encoding="utf-8")
    for number, (hands, epoch) in enumerate(
        [(kept, MIDNIGHT), (anew, LAST_SECOND), (kept, builds.EPOCH)]
    ):
        page.write_text(f"{text}第{number}段。\n", encoding="utf-8")
        hands.site(content, output, SOURCE_DATE_EPOCH=epoch, TZ="America/Adak", LC_ALL="C")
    page.write_text(text, encoding="utf-8")
    assert builds.differences(reference[1], kept.site(content, output).files) == []
