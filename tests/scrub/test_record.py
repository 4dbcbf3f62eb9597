"""A record of what was taken off says what was written into it; all else is told, never raised."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plugins.scrub.record import Scrub, read, written

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)
SCRUBS = st.builds(
    Scrub,
    file=WORDS,
    before=DIGESTS,
    after=DIGESTS,
    removed=st.lists(WORDS, max_size=3).map(tuple),
    turned=st.booleans(),
    day=st.dates(),
    line=st.just(1),
)
PATH = "items/fgw/2021/00007.scrub.toml"
ONE = Scrub("图.png", "0" * 64, "1" * 64, ("EXIF",), False, date(2021, 1, 8))


def plain(scrub):
    return tuple(getattr(scrub, name) for name in Scrub.__slots__[:-1])


@given(st.lists(SCRUBS, min_size=1, max_size=3), st.lists(SCRUBS, max_size=2))
def test_what_was_written_is_read(scrubs, more):
    log = read(PATH, written(written("", scrubs), more).encode())
    assert not log.faults
    assert list(map(plain, log.scrubs)) == list(map(plain, [*scrubs, *more]))


def test_each_knows_its_line():
    text = written("", [ONE, ONE])
    lines = text.split("\n")
    assert [lines[scrub.line - 1] for scrub in read(PATH, text.encode()).scrubs] == [
        "[[scrub]]"
    ] * 2


@given(st.binary(max_size=200))
def test_bytes_are_told_and_never_raise(data):
    log = read(PATH, data)
    assert log.faults
    assert not log.scrubs


def test_a_digest_is_a_digest():
    (fault,) = read(PATH, written("", [ONE]).replace("0" * 64, "0" * 63).encode()).faults
    assert fault.kind == "scrub-digest"
