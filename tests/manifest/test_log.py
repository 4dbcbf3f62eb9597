"""The release log: continued by one line a release, never rewritten unnoticed."""

import json
import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import refused
from plugins.manifest import chain, log
from tests.manifest.site import A, B, C, sha256

DAY = date(2026, 11, 22)
KEYS = st.sets(
    st.sampled_from(["甲", "乙", "丙", "丁", "A/2026-00001", "legacy/0123456789ab.html"])
)


def grown(*releases):
    made = log.Log()
    for number, keys in enumerate(releases):
        made = log.append(made, keys, DAY + timedelta(number), "abc", "")
    return made


def test_a_line_is_one_release_and_holds_the_digest_of_the_line_before():
    made = log.append(grown([B, A]), [A, C], DAY, "f" * 40, "e" * 64)
    first, second = map(json.loads, log.dump(made).splitlines())
    assert first == {
        "sequence": 1,
        "day": "2026-11-22",
        "commit": "abc",
        "before": "",
        "line_before": "",
        "new": [A, B],
        "back": [],
        "gone": [],
    }
    assert second["line_before"] == sha256(log.dump(made).splitlines()[0])
    assert (second["new"], second["gone"], second["before"]) == ([C], [B], "e" * 64)


def test_an_item_is_published_on_the_day_of_the_first_release_that_held_it():
    made = grown([A], [A, B], [B], [A, B])
    assert log.published(made) == {A: DAY, B: DAY + timedelta(1)}
    assert [(e.new, e.back, e.gone) for e in made.entries[2:]] == [((), (), (A,)), ((), (A,), ())]
    assert log.held(made) == {A, B}


@given(st.lists(KEYS, max_size=8))
def test_what_is_written_is_read_again(releases):
    made = grown(*releases)
    assert log.read(log.dump(made)) == made
    assert log.held(made) == (set(releases[-1]) if releases else set())


def test_only_the_end_of_a_log_grows():
    short, long = grown([A], [A, B]), grown([A], [A, B], [A, B, C])
    assert log.dump(long).startswith(log.dump(short))
    assert chain.continues(long, short)
    assert not chain.continues(short, long)
    assert chain.newest(short, long) == chain.newest(long, short) == long
    with pytest.raises(refused.Refused, match="两份不同的发布记录"):
        chain.newest(long, grown([A], [B]))


@given(st.data())
def test_no_byte_can_be_changed_unnoticed_but_at_the_very_end(data):
    good = log.dump(grown([A], [A, B], [B, C]))
    place = data.draw(st.integers(0, good.rindex(b"\n", 0, -1)))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != good[place]))
    with pytest.raises(refused.Refused) as caught:
        log.read(good[:place] + bytes([byte]) + good[place + 1 :])
    assert caught.value.exitcode == refused.AUDIT


def renewed(lines):
    """A forger's log: every line says the true digest of the line before."""
    made, before = [], ""
    for line in lines:
        text = json.dumps(
            {**line, "line_before": before}, ensure_ascii=False, separators=(",", ":")
        )
        made.append(text.encode())
        before = sha256(text.encode())
    return b"".join(line + b"\n" for line in made)


FAULTS = {
    "a line is gone": (lambda ls: renewed([ls[0], ls[2]]), 2),
    "a line twice": (lambda ls: renewed([ls[0], ls[0]]), 2),
    "a number that jumps": (lambda ls: renewed([ls[0], {**ls[1], "sequence": 3}]), 2),
    "new twice": (lambda ls: renewed([ls[0], {**ls[1], "new": [A]}]), 2),
    "gone that was not there": (lambda ls: renewed([ls[0], {**ls[1], "gone": [C]}]), 2),
    "back that was never gone": (lambda ls: renewed([{**ls[0], "back": [C]}]), 1),
    "the first has a release before": (lambda ls: renewed([{**ls[0], "before": "a" * 64}]), 1),
    "no day": (lambda ls: renewed([{**ls[0], "day": "2026-02-30"}]), 1),
    "another writing of a day": (lambda ls: renewed([{**ls[0], "day": "20261122"}]), 1),
    "a key that is no word": (lambda ls: renewed([{**ls[0], "new": [1]}]), 1),
    "a word for a list": (lambda ls: renewed([{**ls[0], "new": "A"}]), 1),
    "true for one": (lambda ls: renewed([{**ls[0], "sequence": True}]), 1),
    "a field too many": (lambda ls: renewed([{**ls[0], "time": "12:00"}]), 1),
    "a field too few": (lambda ls: renewed([{k: v for k, v in ls[0].items() if k != "new"}]), 1),
    "half a surrogate": (lambda ls: renewed(ls[:1]).replace(b"990700001", b"\\ud800", 1), 1),
    "blanks": (lambda ls: renewed(ls[:1]).replace(b",", b", ", 1), 1),
    "an empty line": (lambda ls: renewed(ls[:1]) + b"\n", 2),
    "no end of line": (lambda ls: renewed(ls)[:-1], 3),
    "no object": (lambda ls: b"[]\n", 1),
    "deep": (lambda ls: b"[" * 200_000 + b"\n", 1),
    "a long number": (lambda ls: b'{"sequence":' + b"1" * 9000 + b"}\n", 1),
    "no text": (lambda ls: b"\xff\xfe\n", 1),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_log_is_refused_by_its_line(fault):
    good = [json.loads(line) for line in log.dump(grown([A], [A, B], [B])).splitlines()]
    assert log.read(renewed(good)) == grown([A], [A, B], [B])
    make, line = FAULTS[fault]
    with pytest.raises(refused.Refused, match=f"第 {line} 行") as caught:
        log.read(make(good))
    assert caught.value.exitcode == refused.AUDIT


def test_fifty_thousand_items_cost_little():
    keys = [f"9907100{n % 90:02d}/2026-{n:05d}" for n in range(50_000)]
    written = log.dump(log.append(log.Log(), keys, DAY, "", ""))
    start = time.perf_counter()
    known = log.read(written)
    more = log.append(known, [*keys, A], DAY, "", "")
    assert len(log.published(more)) == 50_001
    log.dump(more)
    # The bar is 0.3 s; a busy machine is given some more.
    assert time.perf_counter() - start < 1.5
