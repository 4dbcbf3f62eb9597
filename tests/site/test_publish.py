"""What citizens get: refused where it may not be, whole on any host and below any path."""

import functools
import http.server
import io
import re
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import ClassVar
from urllib.parse import quote, unquote, urlsplit

import pytest
import zxingcpp
from PIL import Image

from tests.site.conftest import CONTENT, ROOT, run

PUBLIC = "https://www.shili.example/zwgk/zfxxgk/"


@contextmanager
def served(folder, prefix="/"):
    """A plain static server that knows ``folder`` under ``prefix`` and nothing else."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        missing: ClassVar[list[str]] = []

        def translate_path(self, path):
            path = unquote(urlsplit(path).path)
            inside = path.startswith(prefix)
            return (
                str(folder / path.removeprefix(prefix)) if inside else str(folder / "no-such-file")
            )

        def send_error(self, code, *words):
            if self.path != "/favicon.ico":  # browsers ask for it unasked
                self.missing.append(self.path)
            super().send_error(code, *words)

        def log_message(self, *words):
            pass

    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}", Handler.missing
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def with_setting(folder, name, value):
    """A copy of the demo town with one line of site.toml changed."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    site = content / "registry/site.toml"
    text = re.sub(rf"(?m)^{name} = .*$", f'{name} = "{value}"', site.read_text(encoding="utf-8"))
    site.write_text(text, encoding="utf-8")
    return content


@pytest.mark.parametrize(
    ("name", "value", "words", "code"),
    [
        ("PUBLIC_URL", "", "没有公开网址", 2),
        ("PUBLIC_URL", "http://localhost:8000/", "本机", 2),
        ("PUBLIC_URL", "http://127.0.0.1/zwgk/", "本机", 2),
        ("PUBLIC_URL", "zwgk", "不是能用的网址", 1),
        ("REVIEW", "", "审查", 2),
    ],
)
def test_what_may_not_be_public_is_refused(tmp_path, name, value, words, code):
    content = with_setting(tmp_path, name, value)
    done = run("publish", "--content", content, "--output", tmp_path / "public")
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "public").exists()


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    folder = tmp_path_factory.mktemp("public")
    content = with_setting(folder, "PUBLIC_URL", PUBLIC)
    done = run("publish", "--content", content, "--output", folder / "public")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "public"


def test_a_published_site_has_full_addresses_where_they_are_needed(public):
    for name in ("feeds/all.xml", "sitemap.xml", "sitemap-pages.xml", "robots.txt"):
        assert PUBLIC in (public / name).read_text(encoding="utf-8")
    page = next(iter(sorted(public.glob("item/*/2026-*.html"))))
    address = page.relative_to(public).as_posix()
    assert f'<link rel="canonical" href="{PUBLIC}{address}">' in page.read_text(encoding="utf-8")


def test_every_page_says_that_nothing_was_reviewed(public):
    for page in public.rglob("*.html"):
        assert "未经审查" in page.read_text(encoding="utf-8"), page


def test_the_code_on_a_page_leads_to_that_page(public, chromium):
    page = chromium.new_page()
    for item in sorted(public.glob("item/*/2025-*.html"))[:3]:
        page.goto(item.as_uri())
        picture = page.locator("img[src$='.svg']").first
        picture.evaluate("e => { e.style.width = e.style.height = '300px' }")
        (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot())))
        address = item.relative_to(public).as_posix()
        assert found.text == PUBLIC + quote(address)
    page.close()


def walk(page, base):
    """Home, a list, an item and the search, by clicking as a citizen does."""
    page.goto(base + "index.html")
    page.click("nav >> text=法定主动公开内容")
    page.locator("h1").wait_for()
    assert page.locator("h1").count() == 1
    page.goto(base + "index.html")
    page.fill("input[name=q]", "水价")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("#results a")
    page.locator("#results a").first.click()
    page.wait_for_selector(".gk-official")


@pytest.mark.parametrize("prefix", ["/", "/zwgk/zfxxgk/"])
def test_the_site_works_on_a_second_server_and_below_a_path(public, chromium, prefix):
    with served(public, prefix) as (base, missing):
        page = chromium.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        walk(page, base)
        page.close()
    assert missing == []
    assert [url for url in asked if not url.startswith(base)] == []


def test_the_site_works_from_disk(site, chromium):
    page = chromium.new_page()
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    walk(page, site.as_uri() + "/")
    page.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith(site.as_uri())] == []


def test_every_link_ends_in_a_real_file_name(site):
    for page in site.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8")):
            path = link.split("#")[0].split("?")[0]
            assert not path.endswith("/") or "://" in path, f"{page}: {link}"


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@shili.example", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_ci_accepts_a_good_commit_of_a_clerk_and_refuses_a_bad_one(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "town")
    model = sorted(content.glob("items/fgw/2025/*.md"))[0].read_text(encoding="utf-8")
    new = content / "items/fgw/2026/09001.md"
    number = re.search(r"索引号: (\S+)/", model)[1]

    def commit(branch, text):
        git(tmp_path, "checkout", "-q", "-b", branch, "main")
        new.parent.mkdir(exist_ok=True)
        new.write_text(text, encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", branch)

    head = f"---\n索引号: {number}/2026-09001\n名称: 关于供水保障情况的报告\n栏目: 工作报告\n"
    tail = "公开方式: 主动公开\n责任部门: 办公室\n文号: 示发改字〔2026〕9001号\n---\n正文说明供水保障情况。\n"
    commit("good", f"{head}成文日期: 2026-11-02\n{tail}")
    assert run("check", "--content", content, "--format", "github").returncode == 0
    assert run("check", "--content", content, "--changed").returncode == 0
    commit("bad", f"{head}成文日期: 2026-11-31\n{tail}")
    for words in (("--format", "github"), ("--changed",)):
        done = run("check", "--content", content, *words)
        assert done.returncode == 1
        assert "09001.md" in done.stdout
        assert "GK301" in done.stdout
    done = run("check", "--content", content)
    assert re.search(r"09001\.md:5:7: GK301 .+ → .+", done.stdout)


def test_every_verb_of_the_makefile_is_one_of_the_command_line():
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = set(re.findall(r"(?m)^## ([\w-]+)", make))
    done = subprocess.run(
        [sys.executable, "-m", "plugins", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    verbs = set(re.findall(r"(?m)^  (\w+)  ", done.stdout))
    own = {
        "help",
        "html",
        "clean",
        "regenerate",
        "devserver",
        "test",
        "bench",
        "bench-search",
        "docs",
        "golden",
        "lint",
        "lock",
        "verify-shared",
    }
    assert verbs == told - own
