"""The verb asks a built site through the scripts that it holds."""

from __future__ import annotations

import pytest

from plugins.refused import Refused
from plugins.search.query import query


def test_the_answer_has_hits_and_what_they_cost(site):
    answer = query(site, "老旧小区")
    assert answer["total"] == len(answer["hits"]) > 0
    assert set(answer["hits"][0]) == {"index_no", "title", "url", "score"}
    assert all((site / hit["url"]).is_file() for hit in answer["hits"])
    assert answer["bytes"] > (site / "search/lunr.min.js").stat().st_size
    assert 12 < answer["requests"] <= 36
    assert answer["gzip"] < 120_000
    assert answer["round_trips"] == 3


def test_only_the_first_results_are_told(site):
    answer = query(site, "公开")
    assert answer["total"] > 10 == len(answer["hits"])
    more = query(site, "公开", most=1000)
    assert more["total"] == len(more["hits"])
    assert more["hits"][:10] == answer["hits"]


def test_any_words_may_be_asked(site):
    assert query(site, '"; rm -rf / \ud800 关键词:保障')["total"] == 0


def test_a_folder_without_a_site_is_refused(tmp_path):
    with pytest.raises(Refused, match="make site"):
        query(tmp_path, "水价")
