"""依申请公开: the page, the forms, and the missing page, also in a real browser."""

import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from playwright.sync_api import Page as Tab

from plugins import addresses, not_found, requests
from plugins.plan import Page
from plugins.press.assets import stylesheet
from plugins.records.guide_parts import repealed
from tests.plans import flat
from tests.rooms.town import GUIDE, THEME, Press, abolished, build, item, word, write


@pytest.fixture
def corpus(tmp_path):
    return write(
        tmp_path / "content",
        item("mzj", 2024, 1, "低保发放情况", "社会救助"),
        {"guide/zfb.md": GUIDE},
    )


def drawn(corpus, address: str) -> str:
    page = next(p for p in flat(requests.plan(corpus, build())) if p.address == address)
    return Press(corpus).html(page)


def test_looking_comes_before_asking(corpus):
    html = drawn(corpus, addresses.REQUESTS)
    order = [html.index(f'id="{part}"') for part in ("first", "contains", "who", "times", "fees")]
    assert order == sorted(order)
    assert 'href="../directory/index.html"' in html


def test_public_enterprises_take_no_applications(corpus):
    names = [a.body.id for kind in requests.acceptors(corpus) for a in kind.bodies]
    assert names == ["zfb", "mzj", "qsz"]


def test_an_abolished_body_takes_no_applications(tmp_path):
    corpus = write(tmp_path, abolished("mzj", "示例市人民政府办公室"))
    names = [a.body.id for kind in requests.acceptors(corpus) for a in kind.bodies]
    assert names == ["zfb", "qsz"]
    assert "示例市民政局" not in drawn(corpus, addresses.FORM_CITIZEN)


def test_complaints_have_an_office_and_a_telephone(corpus):
    html = drawn(corpus, addresses.REQUESTS)
    assert "投诉、举报可以向示例市人民政府办公室提出：电话0999-8210000" in html


def test_an_acceptor_has_the_office_it_shares(corpus):
    welfare = requests.acceptors(corpus)[1].bodies[0]
    assert (welfare.body.address, welfare.shares) == ("示例市中山路1号", "示例市人民政府办公室")


@pytest.mark.parametrize("fact", ["20个工作日", "7个工作日", "15个工作日", "每件100元", "每页40元"])
def test_times_and_fees_are_those_of_the_law(corpus, fact):
    assert fact in drawn(corpus, addresses.REQUESTS)


@pytest.mark.parametrize(
    "address", [addresses.REQUESTS, addresses.FORM_CITIZEN, addresses.FORM_LEGAL]
)
def test_nothing_that_was_repealed_is_asked_for(corpus, address):
    text = re.sub(r"<[^>]+>", "", drawn(corpus, address))
    asked = [h.value for h in repealed(text)]
    assert asked == []


def test_the_form_has_no_blank_for_a_purpose(corpus):
    html = drawn(corpus, addresses.FORM_CITIZEN)
    labels = re.findall(r'<label class="gk-field__label"[^>]*>([^<\n]+)', html)
    assert [label.strip() for label in labels[1:]] == [
        "姓名", "工作单位", "证件名称", "证件号码", "通信地址", "邮政编码", "联系电话", "传真", "电子邮箱",
        "信息名称", "文号", "特征描述",
    ]  # fmt: skip
    assert "<form" in html
    assert 'class="gk-formsheet" autocomplete="off"' in html
    assert "action=" not in html.split('class="gk-formsheet"')[1]


class Missing(SimpleHTTPRequestHandler):
    """Serves the site below /zwgk/ and 404.html for what is not there, as static hosts do."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/zwgk"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        data = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing: pytest reads what is printed."""


@pytest.fixture
def site(corpus, tmp_path) -> str:
    """The pages of these rooms and the theme on disk, as a folder."""
    root = tmp_path / "site"
    press = Press(corpus, "https://www.shili.example/zwgk/")
    made = build("https://www.shili.example/zwgk/")
    planned = (*requests.plan(corpus, made), *not_found.plan(corpus, made))
    for page in (output for output in planned if isinstance(output, Page)):
        target = root / page.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(press.html(page), encoding="utf-8")
    (root / "static").mkdir()
    (root / "static/gongkai.css").write_bytes(stylesheet(THEME))
    for script in (THEME / "static").glob("*.js"):
        (root / "static" / script.name).write_bytes(script.read_bytes())
    return str(root)


@pytest.fixture
def in_browser(chromium):
    """Does something in a new tab of a real browser and gives what that found."""

    def run(act):
        tab = chromium.new_page()
        found = act(tab)
        tab.close()
        return found

    return run


def test_the_form_says_what_is_still_empty(site, in_browser):
    def printed(tab: Tab) -> str | None:
        tab.goto(f"file://{site}/{addresses.FORM_CITIZEN}")
        tab.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
        tab.fill("#name", "某某")
        tab.fill("#email", "mou@shili.example")
        tab.click("button[data-gk-print]")
        return tab.text_content("[data-gk-status]")

    names = "证件名称、证件号码、所需信息的名称、文号或者特征描述、获取信息的方式、载体"
    assert in_browser(printed) == word("request_form", "missing").format(names=names)


def test_what_was_filled_in_leaves_no_trace(site, in_browser):
    sent: list[str] = []

    def filled(tab: Tab) -> tuple[str, str, str, str]:
        tab.on("request", lambda request: sent.append(request.url))
        tab.goto(f"file://{site}/{addresses.FORM_CITIZEN}")
        tab.fill("#name", "某某")
        tab.press("#name", "Enter")
        kept = tab.input_value("#name")
        stored = tab.evaluate("JSON.stringify(localStorage) + document.cookie")
        tab.click("button[type=reset]")
        return kept, stored, tab.url, tab.input_value("#name")

    kept, stored, url, wiped = in_browser(filled)
    assert (kept, wiped) == ("某某", "")
    assert "某某" not in stored
    assert "?" not in url
    assert all(address.startswith("file://") for address in sent)


@pytest.mark.parametrize("address", [addresses.FORM_CITIZEN, addresses.FORM_LEGAL])
def test_a_form_is_one_sheet_of_paper(site, tmp_path, address, in_browser):
    paper = tmp_path / "form.pdf"

    def filled(tab: Tab) -> None:
        tab.goto(f"file://{site}/{address}")
        tab.fill("#information-features", "二〇二三年第四季度老旧小区改造的完成情况。" * 12)
        tab.pdf(path=paper, format="A4", prefer_css_page_size=True)

    in_browser(filled)
    with pypdfium2.PdfDocument(paper) as opened:
        assert len(opened) == 1


def test_every_link_of_the_missing_page_begins_with_the_site(site):
    html = Path(site, "404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src|action)="([^"#]+)"', html)
    assert len(links) > 10
    canonical = "https://www.shili.example/zwgk/404.html"
    assert all(link.startswith("/zwgk/") or link == canonical for link in links)
    assert "/zwgk/requests/index.html" in links


def test_a_missing_address_becomes_words_to_look_for(site, in_browser):
    paths = ("item/990700015/2019-00007.html", "2016/老旧小区-改造.htm")

    def looked_for(tab: Tab) -> list[str]:
        found = []
        for path in paths:
            tab.goto(f"http://127.0.0.1:{server.server_port}/zwgk/{path}")
            found.append(tab.input_value("#missing"))
        return found

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Missing, directory=site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        assert in_browser(looked_for) == ["990700015/2019-00007", "2016 老旧小区 改造"]
        server.shutdown()
