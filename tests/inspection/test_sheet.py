"""The 自查表 in a real browser: valid, usable by all, on a phone, and whole on A4."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from plugins import examined
from plugins.inspection import sheet
from plugins.inspection.found import inspection
from plugins.memory import Memory
from tests import tools
from tests.inspection import town
from tests.inspection.test_inspect import everything
from tests.theme.test_components import POISON, faults

LONG = (
    "关于印发《示例县人民政府办公室关于进一步做好基层政务公开标准化规范化工作的实施方案》的通知" * 3
)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    root = tmp_path_factory.mktemp("town")
    everything(root / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", town.EPOCH)
        return inspection(*examined.read(str(root / "content"), Memory("")))


def hard(found):
    """More evidence than is shown, long words without a break, markup in every word."""
    points = []
    for judged in found.points:
        one = judged.evidence[:1]
        finding = one and replace(one[0].finding, message=f"{LONG}{POISON}{'a' * 200}")
        more = tuple(
            replace(one[0], finding=finding, title=LONG + POISON) for _ in range(45 if one else 0)
        )
        points.append(replace(judged, evidence=more))
    tasks = tuple(task for task in found.tasks for _ in range(30))
    return replace(found, site=found.site + POISON, points=tuple(points), tasks=tasks)


@pytest.fixture(params=["planted", "hard"])
def page(request, found, tmp_path, chromium):
    path = tmp_path / "自查表.html"
    made = found if request.param == "planted" else hard(found)
    path.write_text(sheet.html(made), encoding="utf-8")
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
        page.add_script_tag(path=str(tools.axe()))
        run = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in run["violations"]] == []


def test_it_asks_for_nothing_and_runs_nothing(page):
    assert page.asked == [page.url]
    assert page.locator("script, img").count() == 0


def test_on_a_phone_the_tables_scroll_inside_themselves(page):
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_fits_a4(page):
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        assert {tuple(map(round, one.get_size())) for one in document} == {(595, 842)}
        text = "".join(one.get_textpage().get_text_range() for one in document)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # 182 mm
    cells = page.locator("th, td, h1, h2, p").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().right > 688.5).map(e => e.outerHTML)"
    )
    assert cells == []
    clipped = page.locator("th, td").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML)"
    )
    assert clipped == []
    plain = "".join(text.split())
    for words in (
        "政府信息公开自查表",
        "空白栏目",
        "整改情况",
        "任务落实情况",
        "检查人：",
        "负责人：",
    ):
        assert words in plain


def test_every_planted_fault_is_on_paper(found):
    html = sheet.html(found)
    for words in (
        "栏目kong",
        "栏目jiu",
        "2025-002",
        "没有这个.pdf",
        "第二十条第（十三）项",
        "栏目d8",
        "没有公开“批前公示”",
        "监督检查/没有的事项",
    ):
        assert words in html
    assert 'href="https://www.shili.example/zwgk/item/990700002/' in html


def test_what_is_not_shown_is_said(found):
    assert f"另有{45 - sheet.SHOWN}处没有列出" in sheet.html(hard(found))


def test_without_a_public_address_pages_are_named_and_not_linked(found):
    html = sheet.html(replace(found, url=""))
    assert "href=" not in html
    assert "item/990700002/" in html
    assert town.SITE.splitlines()[0].split('"')[1] in html
