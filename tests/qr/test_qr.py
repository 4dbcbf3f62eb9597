"""QR codes, seen as a phone sees them and read by a reader that did not make them."""

import io

import pytest
import zxingcpp
from PIL import Image

from plugins import qr
from plugins.records.corpus import Corpus
from tests.plans import flat
from tests.theme import town


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Corpus:
    return town.corpus(tmp_path_factory.mktemp("town"))


def read(chromium, svg, tmp_path):
    (tmp_path / "qr.svg").write_bytes(svg)
    (tmp_path / "page.html").write_text(
        '<body style="background:#000"><img src="qr.svg" width="148">'
    )
    page = chromium.new_page(color_scheme="dark")
    page.goto((tmp_path / "page.html").as_uri())
    picture = Image.open(io.BytesIO(page.locator("img").screenshot()))
    page.close()
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def test_a_phone_reads_the_address_of_the_page(corpus, chromium, tmp_path):
    for blob in flat(qr.plan(corpus, town.build())):
        page = blob.address.replace(".svg", ".html")
        assert read(chromium, blob.data, tmp_path) == [town.URL + page]


def test_a_long_address_is_still_read(chromium, tmp_path):
    url = "https://www.shili.example/zwgk/item/990700001/2021-00008.html?" + "a" * 150
    assert read(chromium, qr.draw(url), tmp_path) == [url]


def test_every_item_has_a_code_and_no_code_is_drawn_in_a_preview(corpus):
    assert len(list(flat(qr.plan(corpus, town.build())))) == len(corpus.items)
    assert list(qr.plan(corpus, town.build(public_url=""))) == []


def test_the_same_address_is_drawn_alike():
    assert qr.draw(town.URL) == qr.draw(town.URL)
