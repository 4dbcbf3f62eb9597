"""SHA256SUMS: what coreutils writes and accepts, and nothing that leads out of the site."""

import hashlib
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import refused
from plugins.manifest import sums

NAMES = (
    *("index.html", "item/990700001/2021-00008.html", "rules/szf/审查 办法.html", " 前面有空格"),
    *("a\\b.txt", "两\n行.txt", "回\r车\r", "\\", "*.txt", "-c", "𠮷.html", "a'b\"c$d"),
)
HASH = hashlib.sha256(b"").hexdigest()


def there(folder, names=NAMES):
    made = {}
    for number, name in enumerate(names):
        path, data = folder / name, f"{number}".encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        made[name] = hashlib.sha256(data).hexdigest()
    return made


def coreutils(folder, *words):
    return subprocess.run(
        ["sha256sum", *words], cwd=folder, capture_output=True, check=False, env={"LC_ALL": "C"}
    )


def test_coreutils_writes_the_same_list(tmp_path):
    made = there(tmp_path)
    names = sorted(made)
    done = coreutils(tmp_path, "--", *names)
    assert done.stdout == sums.sums(made)


def test_coreutils_accepts_the_list_and_finds_what_was_changed(tmp_path):
    made = there(tmp_path)
    (tmp_path / "SHA256SUMS").write_bytes(sums.sums(made))
    done = coreutils(tmp_path, "--check", "--strict", "--quiet", "SHA256SUMS")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    (tmp_path / "index.html").write_bytes(b"other")
    done = coreutils(tmp_path, "--check", "--strict", "--quiet", "SHA256SUMS")
    assert done.returncode == 1
    assert b"index.html: FAILED" in done.stdout


def test_the_list_is_sorted_and_leaves_out_itself_and_the_marker():
    made = sums.sums({"b": HASH, "a": HASH, "SHA256SUMS": HASH, "release.json": HASH})
    assert made == f"{HASH}  a\n{HASH}  b\n".encode()
    assert sums.sums({}) == b""


SEGMENT = st.text(st.characters(exclude_characters="\0/", codec="utf-8"), min_size=1, max_size=6)
NAME = st.lists(SEGMENT.filter(lambda s: s not in (".", "..")), min_size=1, max_size=4)


@given(st.dictionaries(NAME.map("/".join), st.binary(max_size=3)))
def test_what_is_written_is_read_again(files):
    made = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    made = {name: digest for name, digest in made.items() if name not in sums.OUTSIDE}
    assert sums.read(sums.sums(made)) == made


def test_a_name_that_is_no_text_is_kept_as_it_is():
    name = b"\xb9\xab\xbf\xaa.txt".decode("utf-8", "surrogateescape")
    assert sums.sums({name: HASH}) == f"{HASH}  ".encode() + b"\xb9\xab\xbf\xaa.txt\n"
    assert sums.read(sums.sums({name: HASH})) == {name: HASH}


HOSTILE = {
    "up": f"{HASH}  ../secret\n",
    "up inside": f"{HASH}  item/../../secret\n",
    "the root": f"{HASH}  /etc/passwd\n",
    "the folder": f"{HASH}  .\n",
    "a folder": f"{HASH}  item/\n",
    "two slashes": f"{HASH}  item//x\n",
    "here": f"{HASH}  ./index.html\n",
    "itself": f"{HASH}  SHA256SUMS\n",
    "the marker": f"{HASH}  release.json\n",
    "twice": f"{HASH}  a\n{HASH}  a\n",
    "one blank": f"{HASH} a\n",
    "binary mode": f"{HASH} *a\n",
    "capitals": f"{HASH.upper()}  a\n",
    "a short digest": f"{HASH[:-1]}  a\n",
    "no name": f"{HASH}  \n",
    "an empty line": f"{HASH}  a\n\n",
    "a remark": "# remark\n",
    "no end of line": f"{HASH}  a",
    "zero byte": f"{HASH}  a\0b\n",
    "a backslash without mark": f"{HASH}  a\\b\n",
    "a mark without need": f"\\{HASH}  a\n",
    "an unknown escape": f"\\{HASH}  a\\tb\n",
    "line ends of another system": f"{HASH}  a\r\n",
    "up, escaped": f"\\{HASH}  ../a\\\\b\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_line_that_is_not_ours_is_refused(kind):
    data = HOSTILE[kind].encode()
    with pytest.raises(refused.Refused, match=r"SHA256SUMS 第 \d 行") as caught:
        sums.read(data)
    assert caught.value.exitcode == refused.AUDIT
    assert set(sums.scan(data).digests) <= {"a"}


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd_to_be_read(data):
    for name in sums.scan(data).digests:
        assert not {"", ".", ".."} & set(name.split("/"))
