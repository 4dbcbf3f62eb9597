"""What was reviewed is one digest, and its code can be read from paper."""

import subprocess

from hypothesis import given
from hypothesis import strategies as st

from plugins.review import seal
from tests.review import office

FILES = st.dictionaries(st.text("abc/甲乙. ", min_size=1), st.binary(max_size=4), min_size=1)


def of(files):
    return seal.of_files((path, office.sha256(data)) for path, data in files.items())


@given(FILES, FILES)
def test_files_have_one_digest_exactly_when_they_are_the_same(one, other):
    assert (of(one) == of(other)) == (one == other)


@given(FILES)
def test_their_order_is_nothing(files):
    assert of(files) == of(dict(reversed(files.items())))


def test_coreutils_give_the_same_digest(tmp_path):
    root = office.content(tmp_path)
    office.item(root)
    command = "LC_ALL=C sha256sum items/fgw/2021/00008.md items/fgw/2021/00008/* | sha256sum"
    done = subprocess.run(command, shell=True, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == office.sealed(root, office.SECOND).hex()


@given(
    st.binary(min_size=32, max_size=32), st.sampled_from(["", " ", "-", "　", "—"]), st.booleans()
)
def test_a_code_is_read_however_it_is_typed(digest, gap, wide):
    code = seal.code(digest)
    assert len(code) == 19
    typed = gap.join(code.replace("-", "")).lower().replace("0", "o").replace("1", "l")
    if wide:
        typed = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in typed)
    assert seal.typed(typed) == code


@given(st.text())
def test_anything_typed_is_a_code_or_none(text):
    assert seal.typed(seal.typed(text)) == seal.typed(text)
