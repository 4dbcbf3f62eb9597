"""The site map for people and robots, and the files that hosts look for."""

from xml.etree import ElementTree

import pytest

from plugins import sitemap
from plugins.plan import Blob
from plugins.sitemap.files import NAMESPACE, PREVIEW
from tests.plans import flat
from tests.rooms.town import GUIDE, RULE, THEME, Press, build, item, write

PUBLIC = "https://www.shili.example/zwgk/"


@pytest.fixture
def corpus(tmp_path):
    return write(
        tmp_path,
        item("mzj", 2024, 1, "低保发放情况", "社会救助"),
        item("mzj", 2023, 1, "低保标准", "社会救助"),
        item("zfb", 2023, 1, "通知", "行政规范性文件"),
        {"guide/zfb.md": GUIDE, "rules/zfb/保密审查.md": RULE},
    )


def files(corpus, public_url=""):
    made = flat(sitemap.plan(corpus, build(public_url)))
    return {out.address: out.data for out in made if isinstance(out, Blob)}


def locations(data: bytes) -> list[str]:
    return [n.text or "" for n in ElementTree.fromstring(data).iter(f"{{{NAMESPACE}}}loc")]


def test_the_index_leads_to_every_item_once(corpus):
    made = files(corpus, PUBLIC)
    named = [url.removeprefix(PUBLIC) for url in locations(made["sitemap.xml"])]
    assert named == ["sitemap-pages.xml", "sitemap-2023.xml", "sitemap-2024.xml"]
    urls = [url for name in named for url in locations(made[name])]
    items = [url for url in urls if "/item/" in url]
    assert sorted(items) == sorted(f"{PUBLIC}{i.address}" for i in corpus.items)
    assert len(urls) == len(set(urls))


def test_an_item_of_one_year_leaves_other_years_alone(corpus, tmp_path):
    other = write(tmp_path, item("mzj", 2024, 9, "临时救助情况", "社会救助"))
    before, after = files(corpus, PUBLIC), files(other, PUBLIC)
    assert before["sitemap-2023.xml"] == after["sitemap-2023.xml"]
    assert before["sitemap-2024.xml"] != after["sitemap-2024.xml"]


def test_addresses_are_percent_encoded(corpus):
    urls = locations(files(corpus, PUBLIC)["sitemap-pages.xml"])
    assert f"{PUBLIC}rules/zfb/%E4%BF%9D%E5%AF%86%E5%AE%A1%E6%9F%A5.html" in urls


def test_a_preview_is_complete_and_asks_robots_to_stay_away(corpus):
    made = files(corpus)
    assert all(url.startswith(PREVIEW) for url in locations(made["sitemap.xml"]))
    assert made["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_every_change_is_the_day_of_an_item_or_document_never_of_the_build(corpus):
    made = files(corpus, PUBLIC)
    days = {
        (entry.findtext(f"{{{NAMESPACE}}}loc") or "").removeprefix(PUBLIC): entry.findtext(
            f"{{{NAMESPACE}}}lastmod"
        )
        for name in ("sitemap.xml", "sitemap-pages.xml", "sitemap-2023.xml", "sitemap-2024.xml")
        for entry in ElementTree.fromstring(made[name])
    }
    assert days["item/990700015/2023-00001.html"] == "2023-03-02"
    assert days["sitemap-2023.xml"] == "2023-03-02"
    assert days["year/2023/index.html"] == "2023-03-02"
    assert days["column/shjz/index.html"] == days["index.html"] == "2024-03-02"
    assert days["guide/zfb.html"] == "2024-01-02"
    assert days["search/index.html"] is None
    assert build().day.isoformat() not in days.values()


def test_robots_are_shown_the_sitemap(corpus):
    assert f"Sitemap: {PUBLIC}sitemap.xml".encode() in files(corpus, PUBLIC)["robots.txt"]


def test_only_files_named_by_their_content_are_kept_for_long(corpus):
    headers = files(corpus, PUBLIC)["_headers"].decode()
    assert "\n/zwgk/static/*\n  Cache-Control: public, max-age=31536000, immutable\n" in headers


def test_the_header_and_the_pages_have_one_policy(corpus):
    page = (THEME / "templates/base.html").read_text(encoding="utf-8")
    policy = sitemap.files.CONTENT_POLICY.removesuffix("; frame-ancestors 'self'")
    assert f'content="{policy}"' in page


def test_people_find_every_list_and_document(corpus):
    page = next(out for out in flat(sitemap.plan(corpus, build())) if out.address == "sitemap.html")
    html = Press(corpus).html(page)
    for address in (
        "column/shjz/index.html",
        "column/sfxm/index.html",
        "body/mzj/index.html",
        "year/2023/index.html",
        "guide/zfb.html",
        "feeds/body/zfb.xml",
        "requests/form-legal.html",
    ):
        assert f'href="{address}"' in html
    assert "column/kong" not in html
