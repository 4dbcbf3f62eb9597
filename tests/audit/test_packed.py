"""Words that must not be there are found in the deflated files of the search as well."""

from __future__ import annotations

import base64
import zlib

import pytest

from plugins.audit.look import Entry, Job, look
from plugins.audit.packed import unpacked
from plugins.search.shards import script

SECRET = "关于内部办公设备的通知"


def written(tmp_path, name, data):
    path = tmp_path / "search/ab12cd34ef" / f"{name}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["r0", "t17"])
def test_a_hidden_title_in_a_record_or_a_body_is_found(tmp_path, name):
    written(tmp_path, name, script(f"ab12cd34ef/{name}", f"前文。{SECRET}。".encode()))
    address = f"search/ab12cd34ef/{name}.js"
    seen = look(Job("", str(tmp_path), (Entry(address),), (SECRET,)))
    assert seen.words == [(SECRET, address)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'gongkai.search.take("a/r0","***")\n',
        b'gongkai.search.take("a/r0",7)\n',
        b'gongkai.search.give("a/r0","AAAA")\n',
        script("a/r0", b"x" * 100)[:-20],
        b'gongkai.search.take("a/r0","%b")\n'
        % base64.b64encode(zlib.compress(b"0" * (65 << 20))[2:-4]),
    ],
)
def test_what_is_no_such_file_is_refused_and_does_not_grow(tmp_path, data):
    path = written(tmp_path, "r0", data)
    with pytest.raises(ValueError):  # noqa: PT011 - its words are nobody's
        unpacked(path)
