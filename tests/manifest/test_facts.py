"""release.json: the same bytes for the same build, nothing of the machine, one seal over all."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import refused
from plugins.manifest import chain, facts, log, sums
from tests.manifest.site import FIRST, A, B, C, counted, preview, publish, sha256

ROOT = Path(__file__).parents[2]
SUMS = sums.sums({"index.html": "a" * 64, "x": "b" * 64})


def made(release=None, **changes):
    known = {"generator": "gongkai test", "day": FIRST, "commit": "c" * 40, "publish": False}
    known |= {"pages": 2, "sums": SUMS, **changes}
    return facts.facts(counted((A, B)), release or log.Release(), **known)


def test_it_tells_what_there_is_and_what_made_it():
    said = json.loads(made())
    assert list(said)[-1] == "seal"
    assert said["generator"] == "gongkai test"
    assert (said["items"], said["drafts"], said["withheld"], said["scheduled"]) == (2, 1, 2, 3)
    assert (said["pages"], said["files"]) == (2, 4)
    assert said["sums"] == sha256(SUMS)
    assert (said["publish"], said["sequence"], said["before"], said["log"]) == (False, 0, "", "")
    assert said["tools"]["python"] == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert {"pelican", "Jinja2", "Markdown", "nh3", "Pillow", "lunr", "segno"} <= set(said["tools"])
    assert said["months"] == {"2026-11": 2}


def test_every_change_breaks_the_seal():
    good = made()
    assert facts.read(good).whole
    text = good.decode()
    for old, new in (
        ('"items": 2', '"items": 3'),
        ("false", "true"),
        (",\n", ",\n\n"),
        ("}", "} "),
    ):
        assert not facts.read(text.replace(old, new, 1).encode()).whole


@given(st.integers(0, len(made()) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed_unnoticed(place, turn):
    good = made()
    bad = good[:place] + bytes([good[place] ^ turn]) + good[place + 1 :]
    with contextlib.suppress(refused.Refused):
        assert not facts.read(bad).whole


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"[]", b"{}", b"null", b"\xff", b"[" * 200_000, b"1" * 9000, b'{"items": NaN}'),
        made().replace(b'"items": 2', b'"items": -2'),
        made().replace(b'"items": 2', b'"items": true'),
        made().replace(b'"items": 2', b'"items": ' + b"9" * 9000),
        made().replace(b'"items": 2,', b""),
        made().replace(sha256(SUMS).encode(), b"short"),
        made().replace(b"2026-11-22", b"2026-11-31"),
        made().replace(b"gongkai test", b"\\ud800"),
    ],
    ids=range(15),
)
def test_what_is_no_release_json_is_refused(data):
    with pytest.raises(refused.Refused, match=r"release\.json") as caught:
        facts.read(data)
    assert caught.value.exitcode == refused.AUDIT


def test_the_bytes_do_not_depend_on_who_runs_it_when_and_where(tmp_path):
    code = "import sys; from tests.manifest.test_facts import made; sys.stdout.buffer.write(made())"
    ways = (
        {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": str(tmp_path)},
        {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "USER": "other"},
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | way,
            capture_output=True,
            check=True,
        ).stdout
        for way in ways
    }
    assert found == {made()}


def test_each_release_holds_the_digest_of_the_one_before(tmp_path):
    first = publish(tmp_path / "1", A)
    second = publish(tmp_path / "2", A, B, before=first)
    said = facts.read((second / "release.json").read_bytes())
    assert said.before == sha256((first / "release.json").read_bytes())
    assert said.sequence == 2


def test_a_preview_in_between_keeps_the_digest_of_the_last_release(tmp_path):
    first = publish(tmp_path / "1", A)
    between = preview(tmp_path / "2", A, C, before=preview(tmp_path / "1a", A, before=first))
    second = publish(tmp_path / "3", A, B, before=between)
    said = [facts.read((f / "release.json").read_bytes()) for f in (between, second)]
    digest = sha256((first / "release.json").read_bytes())
    assert [(s.sequence, s.before, s.publish) for s in said] == [
        (1, digest, False),
        (2, digest, True),
    ]


def test_the_site_of_another_log_says_nothing_about_the_release_before(tmp_path):
    other = publish(tmp_path / "1", C)
    marker = (other / "release.json").read_bytes()
    history = log.append(log.Log(), [A], FIRST, "", "")
    assert chain.before(history, marker) == ""
    assert chain.before(history, None) == ""
    assert chain.before(history, b'{"items": 3}') == ""
    assert chain.before(log.Log(), marker) == ""
