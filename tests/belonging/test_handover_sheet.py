"""The 移交清单 in a real browser: valid, usable by all, on a phone, and whole on A4."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from click.testing import CliRunner

from plugins.handover import listed, sheet
from plugins.verbs.handover_ import command
from tests import tools
from tests.belonging import town
from tests.theme.test_components import POISON, faults

LONG = (
    "关于印发《示例市人民政府办公室关于进一步做好基层政务公开标准化规范化工作的实施方案》的通知" * 3
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return town.corpus(tmp_path_factory.mktemp("town"))


def hard(corpus):
    """Many items, long words without a break, markup in every word."""
    first, *rest = listed(corpus, 2025)
    bad = replace(first, title=f"{LONG}{POISON}{'a' * 200}", index_no="9" * 60)
    return (bad, *([first, *rest] * 30))


@pytest.fixture(params=["as it is", "hard", "empty"])
def page(request, corpus, tmp_path, chromium):
    items = {"as it is": listed(corpus, 2025), "hard": hard(corpus), "empty": ()}[request.param]
    path = tmp_path / "移交清单.html"
    path.write_text(sheet.html(corpus, 2025, items, None, 3), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(path.as_uri())
    yield page
    context.close()


def test_the_validator_and_axe_find_nothing(page, tmp_path):
    assert faults(tmp_path) == ""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.add_script_tag(path=str(tools.axe()))
        run = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in run["violations"]] == []


def test_it_asks_for_nothing_runs_nothing_and_fits_a4(page):
    assert page.asked == [page.url]
    assert page.locator("img").count() == 0
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        assert {tuple(map(round, one.get_size())) for one in document} == {(595, 842)}
        text = "".join(one.get_textpage().get_text_range() for one in document)
    plain = "".join(text.split())
    for words in ("2025年主动公开政府信息移交清单", "移交单位（盖章）", "接收单位", "经手人："):
        assert words in plain
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # 182 mm
    clipped = page.locator("th, td, p").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML)"
    )
    assert clipped == []


def test_what_is_listed_is_what_the_table_has(corpus):
    items = listed(corpus, 2025)
    html = sheet.html(corpus, 2025, items, None, 3)
    for item in items:
        assert item.index_no in html
        assert item.record.sha256[: sheet.SUM] in html
        assert all(file.sha256[: sheet.SUM] in html for file in item.attachments)
    assert f"共{len(items)}条" in html
    assert "另有3条没有公开日期，没有列入" in html


def test_the_verb_prints_one_body(tmp_path):
    root = tmp_path / "content"
    town.corpus(root)
    options = ("--content", str(root), "--output", str(tmp_path / "output"))
    done = CliRunner().invoke(command, ["2025", *options, "--body", "mzj", "--html"])
    assert done.stdout.startswith("<!doctype html>")
    assert "移交单位：示例市民政局" in done.stdout
    assert "年移交" in done.stderr
