"""An index in many files over documents made to be hard: rare characters, words that weigh nothing,
scripts that arrive late, a site that is replaced while somebody reads."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib

import pytest

from plugins.search.layout import layout
from plugins.search.segments import FORMAT
from tests.search.host import ROOT
from tests.search.made import HEADS, files, made, put, reading

RARE = "大𡎚镇人民政府"
MADE_BY = {1: "56ae36d21f2d3afe"}
"""The digest of what ``test_the_format_has_a_number`` makes, by the number of the format."""


def numbered(count, start=0, **changes):
    return [made(number, **changes) for number in range(start, start + count)]


def test_a_character_of_two_units_parts_the_files_and_is_found(tmp_path):
    """What begins with the first of them alone is terms enough for files of their own."""
    documents = [*numbered(1024, publishers=(RARE,)), *numbered(512, 1024)]
    blobs = files("a", main=documents)
    assert [blob for blob in blobs if re.search(r"/d844-\d+\.js", blob.address)]
    with reading(put(tmp_path, blobs)) as page:
        for asked in ("𡎚", "大𡎚镇", "𡎚镇人民政府"):
            assert page.found(asked)["total"] == 1024, asked


def test_half_a_pair_parts_files():
    assert layout(600, [{"\ud844": 90_000}]).splits["\ud844"] > 1


def test_what_all_have_is_found_alone_and_with_other_words(tmp_path):
    """lunr gives 0.000 to a word of every document; it answers all the same."""
    documents = numbered(1024, text="单位")
    documents[7] = made(7, title="水价方案", text="单位")
    with reading(put(tmp_path, files("a", main=documents))) as page:
        assert page.found("单位")["total"] == 1024
        assert page.found("水价 单位")["titles"] == ["水价方案"]
        assert page.found("水价 -单位")["titles"] == []


@pytest.mark.parametrize("heads", [HEADS, ("words", "version", "mid", "recent"), HEADS[:2]])
def test_segments_may_arrive_in_any_order(tmp_path, heads):
    documents = numbered(523)
    documents[3] = made(3, title="水价方案")
    documents[515] = made(515, title="水价听证")
    blobs = files("a", main=documents[:512], mid=documents[512:520], recent=documents[520:])
    with reading(put(tmp_path, blobs), heads) as page:
        assert page.found("水价", newest=True)["titles"] == ["水价听证", "水价方案"]
        assert page.found("公告", 600)["total"] == 521


def test_a_page_that_was_open_when_the_site_was_replaced_is_told_so(tmp_path):
    documents = numbered(524)
    segments = {"main": documents[:512], "mid": documents[512:520]}
    old = put(tmp_path / "old", files("a", **segments, recent=documents[520:523]))
    new = put(tmp_path / "new", files("a", **segments, recent=documents[520:]))
    with reading(old) as page:
        assert page.found("公告第502号")["titles"][0] == "公告第502号"
        page.ask("publish", str(new))
        for asked in ("公告第521号", "公告第503号"):  # in a folder that is gone, in one that is not
            with pytest.raises(AssertionError, match="'replaced': True"):
                page.found(asked)
        page.ask("start")
        assert page.found("公告第523号")["titles"] == ["公告第523号"]


@pytest.mark.parametrize("answered", [None, ""], ids=["nothing", "something else"])
def test_a_file_that_is_not_there_is_no_new_site(tmp_path, answered):
    folder = put(tmp_path, files("a", main=numbered(512)))
    for path in folder.glob("search/main-*/*.js"):
        path.unlink()
        if answered is not None:
            path.write_text(answered)
    with reading(folder) as page, pytest.raises(AssertionError, match="'replaced': False"):
        page.found("公告")


def test_what_is_written_in_another_format_is_left_alone(tmp_path):
    documents = numbered(520)
    old = put(tmp_path / "old", files("a", main=documents[:512], mid=documents[512:]))
    new = put(tmp_path / "new", files("b", main=documents[:512], mid=documents[512:]))
    version = new / "search/version.js"
    version.write_text(version.read_text().replace(f",{FORMAT})", f",{FORMAT + 1})"))
    with reading(old) as page:
        page.ask("publish", str(new))
        with pytest.raises(AssertionError, match="'replaced': True"):
            page.found("公告第3号")
        with pytest.raises(AssertionError, match="incomplete"):
            page.ask("start")


def test_what_is_asked_while_files_are_on_their_way_is_answered_the_same(tmp_path):
    documents = [
        made(number, text="水价听证" + "公告" * (number * 7 % 30)) for number in range(600)
    ]
    folder = put(tmp_path, files("a", main=documents[:512], mid=documents[512:]))
    asked = ["水价", "听证", "公告"]
    with reading(folder) as page:
        alone = [page.ask("found", typed, {}, 40) for typed in asked]
    with reading(folder) as page:
        page.ask("net", {"late": "lengths"})
        assert page.ask("all", asked, {}, 40) == alone


@pytest.mark.parametrize("lost", ["/lengths", "/facets", "/r", "."])
def test_what_was_lost_on_the_way_is_brought_when_it_is_asked_for_again(tmp_path, lost):
    documents = [made(number, text="公告" * (number * 7 % 30)) for number in range(512)]
    folder = put(tmp_path, files("a", main=documents))
    with reading(folder) as page:
        found = page.found("公告", newest=True)
    with reading(folder) as page:
        page.ask("net", {"lost": lost})
        with pytest.raises(AssertionError, match="lost"):
            page.found("公告", newest=True)
        page.ask("net", {})
        assert page.found("公告", newest=True) == found


@pytest.mark.parametrize("newest", [False, True])
def test_the_first_of_many_are_those_of_all_in_order(tmp_path, newest):
    documents = [made(number, text="公告" * (number * 7 % 30)) for number in range(600)]
    with reading(put(tmp_path, files("a", main=documents[:512], mid=documents[512:]))) as page:
        whole = page.found("公告", 600, newest=newest)
        assert whole["total"] == len(set(whole["titles"])) == 600
        for many in (1, 10, 40):
            assert page.found("公告", many, newest=newest)["titles"] == whole["titles"][:many]


def test_the_scripts_read_the_format_that_is_written():
    text = (ROOT / "theme/static/search/segments.js").read_text(encoding="utf-8")
    assert re.search(r"const FORMAT = (\d+)", text)[1] == str(FORMAT)


def test_the_format_has_a_number():
    """Where this fails the files of the same documents are others than before: raise FORMAT in
    plugins/search/segments.py and segments.js, and record the new digest beside the new number."""
    texts = ("一、水价", "电价𡎚 abc 2024", "", "供水" * 300)
    documents = [made(n, text=texts[n % 4], keywords=("水价",)[: n % 2]) for n in range(140)]
    found = hashlib.sha256()
    for blob in sorted(files("a", main=documents[:128], recent=documents[128:]), key=by_address):
        if blob.address.startswith("search/") and b"gongkai.search.take" in blob.data[:20]:
            data = base64.b64decode(blob.data.split(b'"')[3])
            found.update(blob.address.encode() + zlib.decompress(data, -15))
        elif blob.address in ("search/main.js", "search/recent.js", "search/version.js"):
            found.update(re.sub(rb'"(terms|lengths)":"[^"]*"', b"", blob.data))
    assert found.hexdigest()[:16] == MADE_BY[FORMAT]


def by_address(blob):
    return blob.address
