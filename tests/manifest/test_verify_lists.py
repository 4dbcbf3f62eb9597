"""Verifying a copy whose lists are missing, spoilt, or made to harm the reader."""

import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins import addresses
from plugins.manifest.fault import Kind, exit_code
from plugins.manifest.verify import verify
from tests.manifest.site import A, B, publish, sha256
from tests.manifest.verifying import faults

LISTS = (addresses.FACTS, addresses.SUMS, addresses.LOG)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("place", [0.05, 0.5, 0.97])
def test_each_list_that_was_tampered_with_is_named_and_no_other_list(second, name, place):
    data = (second / name).read_bytes()
    at = int(len(data) * place)
    (second / name).write_bytes(data[:at] + b"#" + data[at + 1 :])
    found = {path for path, _ in faults(second)}
    assert found & {*LISTS} == {name}
    # A line that is spoilt leaves one file without a digest, or with another name.
    assert len(found) <= (3 if name == addresses.SUMS else 1)


@pytest.mark.parametrize("name", LISTS)
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


def test_a_list_in_the_place_of_a_pipe_does_not_hang(second):
    for name in LISTS:
        (second / name).unlink()
        os.mkfifo(second / name)
    found = faults(second)
    assert {(name, Kind.SPECIAL) for name in (addresses.FACTS, addresses.SUMS)} <= found
    assert (addresses.FACTS, Kind.MANIFEST) in found


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
@given(st.sampled_from(LISTS), st.data())
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
