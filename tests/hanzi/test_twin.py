"""Python and JavaScript fold and cut alike, whatever is typed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plugins.hanzi.fold import changes, fold
from plugins.hanzi.tokens import number_terms, number_tokens, tokens
from plugins.search.data import give, table
from tests.search.host import running

LIKELY = st.sampled_from(
    "政务公开檔案館發號𠮷㎡①Ⅳéß ĲΣςİ〔〕［］（）－—‐2０1９aＡ年第号/#*:^~+\u3000\u200b\u0301\ue000😀⼈豈"
)


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    with running(tmp_path_factory.mktemp("twin"), give("fold", table(changes()))) as running_host:
        yield running_host


def in_python(text):
    folded = fold(text)
    return [folded, tokens(folded), number_tokens(folded), number_terms(folded)]


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(), st.text(LIKELY)))
@example("示政發〔２０２１〕第0８號")
@example("𠮷野家\ufe0f\u2067 e\u0301 \u1100\u1161")
def test_both_sides_agree_on_random_unicode(host, text):
    assert host.ask("twin", text) == in_python(text)


def test_both_sides_agree_on_every_character(host):
    every = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
    for start in range(0, len(every), 20_000):
        text = " ".join(every[start : start + 20_000])
        assert host.ask("cut", text) == [fold(text), tokens(fold(text))]
