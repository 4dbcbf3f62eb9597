"""Every file of the site has its owner and its bytes: attachments, pictures, copies, manifest."""

from __future__ import annotations

import dataclasses
import gzip
import io
import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.audit import audit
from plugins.audit.front import split, text_below
from plugins.audit.words import SHORTEST, Words
from tests.audit import small
from tests.audit.small import DAY, Item


def picture(colour: str) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(drawn, "png")
    return drawn.getvalue()


FILES = {"附件1.pdf": b"%PDF one", "图.png": picture("red")}
TOWN = (
    Item("fgw", 1, "关于第1号事项的公告", month=1),
    Item("fgw", 2, "带附件的通知", ("见附件1.pdf",), files=FILES, month=2),
    Item("jyj", 1, "关于内部办公用房的通知", mode="不予公开"),
    Item("jyj", 2, "第2次会议情况", ("甲", "乙"), "hy", month=12),
)
OWN = "item/990700036/2021-00002"


@pytest.fixture
def said(tmp_path):
    """What the audit says of a site of the town after a change of its files."""

    def judge(**changes):
        site = small.site(TOWN)
        site |= {f"{OWN}/thumb/图.png": picture("green")}
        sound = dict(site)
        for change in changes.values():
            change(site)
        small.write(tmp_path / "content", small.content(TOWN))
        small.write(tmp_path / "site", small.resealed(site, sound))
        found = audit(str(tmp_path / "content"), str(tmp_path / "site"), DAY)
        return [f"{m.path} {m.message}" for m in found]

    return judge


def put(address, data):
    return lambda site: site.update({address: data})


def test_small_pictures_are_drawn_and_all_else_is_as_it_was(said):
    assert said() == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (put(f"{OWN}/附件1.pdf", b"%PDF two"), "附件与原文件不同"),
        (put(f"{OWN}/图.png", picture("blue")), "附件与原文件不同"),
        (put(f"{OWN}/thumb/图.png", b"x"), "图片打不开"),
        (put(f"{OWN}/附件2.pdf", b"%PDF"), "文件没有对应的公开条目"),
        (put("item/990700040/2021-00001.svg", b"<svg/>"), "文件没有对应的公开条目"),
        (put("item/990700040/2021-00001/a.pdf", b"%PDF"), "文件没有对应的公开条目"),
        (put("legacy/x.txt", b""), "文件没有对应的公开条目"),
        (lambda site: site.pop(f"{OWN}/附件1.pdf"), "附件没有发布"),
        (put("index.html.gz", gzip.compress(b"other")), "压缩的副本与 index.html 不同"),
        (put(f"{OWN}.html.gz", b"\x1f\x8b\x08nothing"), "压缩的副本不能读"),
        (put(f"{OWN}/附件2.pdf.gz", b""), "文件没有对应的公开条目"),
        (put("guide/x.html", b"\xff"), "不是 UTF-8"),
    ],
)
def test_a_file_that_is_not_what_it_should_be(said, change, words):
    assert any(words in line for line in said(change=change))


def test_a_compressed_copy_of_any_file_is_let_be(said):
    def copies(site):
        listed = site.keys() - {"SHA256SUMS", "release.json"}
        site |= {f"{address}.gz": gzip.compress(site[address]) for address in listed}

    assert said(change=copies) == []


@pytest.mark.parametrize("cut", [1, 9])
def test_a_compressed_copy_cut_or_grown_is_caught(said, cut):
    def copy(site):
        site["index.html.gz"] = gzip.compress(site["index.html"])[:-cut]

    assert any("压缩的副本" in line for line in said(change=copy))
    more = put("index.html.gz", gzip.compress(small.site(TOWN)["index.html"] + b"x"))
    assert any("压缩的副本" in line for line in said(change=more))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("items", 4),
        ("withheld", 0),
        ("scheduled", 1),
        ("files", 3),
        ("sums", "0" * 64),
        ("bodies", {"fgw": 1, "jyj": 2}),
        ("months", {"2021-01": 3}),
        ("columns", {"bg": 3}),
        ("columns", {"bg": 1, "hy": 2}),
        ("columns", {"bg": 2, "zz": 1}),
        ("columns", {"bg": "2"}),
    ],
)
def test_a_number_of_release_json_that_is_wrong(tmp_path, key, value):
    site = small.site(TOWN)
    facts = json.loads(site["release.json"])
    assert facts[key] != value
    site["release.json"] = json.dumps(facts | {key: value}).encode()
    content = small.write(tmp_path / "content", small.content(TOWN))
    found = audit(content, small.write(tmp_path / "site", site), DAY)
    assert [m.path for m in found] == ["release.json"]
    assert key in found[0].message


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff"])
def test_a_release_json_that_cannot_be_read(tmp_path, data):
    site = small.site(TOWN) | {"release.json": data}
    content = small.write(tmp_path / "content", small.content(TOWN))
    assert audit(content, small.write(tmp_path / "site", site), DAY)


@pytest.mark.parametrize(
    ("address", "words"), [("index.html", "没有列入"), ("nothing.html", "网站里却没有")]
)
def test_sha256sums_lists_exactly_the_files(tmp_path, address, words):
    site = small.site(TOWN)
    lines = site["SHA256SUMS"].decode().splitlines()
    lines = [line for line in lines if not line.endswith(f"  {address}")]
    lines += [f"{'0' * 64}  {address}"] if address not in site else []
    site["SHA256SUMS"] = "\n".join(lines).encode()
    content = small.write(tmp_path / "content", small.content(TOWN))
    found = audit(content, small.write(tmp_path / "site", site), DAY)
    assert any(words in m.message for m in found)


def test_on_several_cores_the_verdict_is_the_same(tmp_path):
    items = tuple(
        dataclasses.replace(TOWN[0], serial=n, title=f"第{n}号公告", month=n % 12 + 1)
        for n in range(1, 150)
    )
    site = small.site(items)
    content = small.write(tmp_path / "content", small.content(items))
    root = small.write(tmp_path / "site", site)
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        assert audit(content, root, DAY, run=pool.map) == audit(content, root, DAY) == ()
        for address in [a for a in site if a.endswith("7.html")]:
            site[address] = site[address].replace("公告".encode(), b"")
        small.write(tmp_path / "site", site)
        spoilt = audit(content, root, DAY, run=pool.map)
    assert len(spoilt) > 9
    assert spoilt == audit(content, root, DAY)


SIGNS = st.text(st.sampled_from('关于甲乙<"&/-12\n\\u%E5'), max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS, max_size=5), SIGNS, SIGNS)
def test_every_word_is_found_in_every_writing(words, before, after):
    looked_for = Words(words)
    for word in words:
        if len(word) >= SHORTEST:
            assert word in set(looked_for.found(f"{before}{word}{after}"))
            assert word in set(looked_for.found(json.dumps(f"{before}{word}")))
    told = set(looked_for.found(before))
    assert {w for w in words if len(w) >= SHORTEST and w in before} <= told


@given(st.text(st.sampled_from("-名称: 甲\n\r "), max_size=40))
def test_the_text_is_what_is_below_the_front_matter(text):
    assert text_below(text) == split(text)[1]
