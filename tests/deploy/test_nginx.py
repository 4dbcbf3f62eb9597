"""The examples for nginx, tried with a real one."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import threading
from itertools import count
from urllib.parse import quote

import pytest

from plugins.press import trees
from plugins.rules.gk611_attachment_kind import HEADS
from plugins.rules.gk613_unreadable_picture import KINDS
from plugins.sitemap.files import CONTENT_POLICY
from tests.deploy.conftest import DEPLOY

ITEM = "item/990700036/2026-00001.html"
HTML = "text/html; charset=utf-8"


def static(server):
    """The address of the stylesheet."""
    return next(p.relative_to(server.site).as_posix() for p in server.site.glob("static/*.css"))


def test_every_file_is_served_byte_for_byte(server):
    hidden = {"404.html"}
    for path in sorted(p for p in server.site.rglob("*") if p.is_file()):
        address = path.relative_to(server.site).as_posix()
        if address not in hidden and not any(p.startswith(".") for p in address.split("/")):
            answer = server.get(quote(address))
            assert (answer.status, answer.body) == (200, path.read_bytes()), address


def test_a_folder_with_a_front_page_shows_it(server):
    for address in ("", "body/fgw/", "duties/"):
        answer = server.get(address)
        assert (answer.status, answer["content-type"]) == (200, HTML)
        assert answer.body == (server.site / address / "index.html").read_bytes()


def test_a_folder_without_its_slash_leads_to_the_one_with_it(server):
    answer = server.get("body/fgw")
    assert (answer.status, answer["location"]) == (301, f"{server.prefix}body/fgw/")


@pytest.mark.parametrize("address", ["item/990700036/", "static/", "item/990700036/2026-00001/"])
def test_no_folder_is_listed(server, address):
    assert (server.site / address).is_dir()
    answer = server.get(address)
    assert answer.status == 404
    assert b"2026-0" not in answer.body


@pytest.mark.parametrize(
    "address",
    ["x.html", "item/x", "item/990700036/1999-00001.html", "a/b/c.html", "static/x.js", "404.html"],
)
def test_what_is_not_there_is_told_by_the_sites_own_page(server, address):
    answer = server.get(address)
    assert answer.status == 404
    assert answer.body == (server.site / "404.html").read_bytes()
    assert answer["content-type"] == HTML
    assert answer["content-security-policy"] == CONTENT_POLICY
    assert "immutable" not in answer["cache-control"]


def test_the_links_of_that_page_lead_somewhere(server):
    page = server.get("a/b/c/d.html").body.decode()
    links = set(re.findall(r'(?:href|src)="(/[^"#?]*)', page))
    assert len(links) > 5
    assert {link: server.get(link).status for link in links} == dict.fromkeys(links, 200)


def test_only_what_carries_its_digest_is_kept_for_long(server):
    long = "public, max-age=31536000, immutable"
    assert server.get(static(server))["cache-control"] == long
    for address in ("index.html", ITEM, "search/data.js", "release.json", "feeds/all.xml"):
        assert server.get(address)["cache-control"] == "no-cache", address


def test_a_page_that_has_not_changed_is_not_sent_again(server):
    first = server.get(ITEM)
    again = server.get(ITEM, If_None_Match=first["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again["cache-control"] == "no-cache"
    older = server.get(ITEM, If_Modified_Since="Thu, 01 Jan 1998 00:00:00 GMT")
    assert older.status == 200


def test_compressed_copies_are_sent_as_they_lie_there(server):
    for address in ("index.html", ITEM, static(server), "search/data.js", "feeds/all.xml"):
        copy = (server.site / f"{address}.gz").read_bytes()
        packed = server.get(address, Accept_Encoding="gzip")
        plain = server.get(address)
        assert (packed["content-encoding"], packed.body) == ("gzip", copy), address
        assert (plain["content-encoding"], gzip.decompress(copy)) == ("", plain.body)
        assert packed["content-type"] == plain["content-type"]
        assert packed["vary"] == plain["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("index.html", HTML),
        ("release.json", "application/json; charset=utf-8"),
        ("releases.jsonl", "application/jsonl"),
        ("feeds/all.xml", "application/xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        (ITEM.replace(".html", ".svg"), "image/svg+xml"),
        ("search/data.js", "application/javascript; charset=utf-8"),
        ("robots.txt", "text/plain"),
        ("SHA256SUMS", "text/plain"),
        (ITEM.replace(".html", "/" + quote("进度表.pdf")), "application/pdf"),
        (ITEM.replace(".html", "/" + quote("现场.png")), "image/png"),
    ],
)
def test_kinds_of_files(server, address, kind):
    answer = server.get(address)
    assert (answer.status, answer["content-type"]) == (200, kind)


def test_the_stylesheet_is_one(server):
    assert server.get(static(server))["content-type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-subpath.conf"])
def test_every_kind_that_is_looked_into_has_a_name(name):
    text = (DEPLOY / name).read_text(encoding="utf-8")
    named = set(re.findall(r"\b\w+\b", re.search(r"types \{(.+?)\}", text, re.DOTALL)[1]))
    assert {kind.removeprefix(".") for kind in (*HEADS, *KINDS)} <= named


def test_headers_are_those_of_the_sites_own_list(server):
    told = (server.site / "_headers").read_text(encoding="utf-8").split("\n")
    start = told.index("/*") + 1
    pairs = [line.strip().split(": ", 1) for line in told[start : start + 4]]
    assert dict(pairs)["Content-Security-Policy"] == CONTENT_POLICY
    for address in ("index.html", ITEM, static(server), "release.json", "x.html"):
        answer = server.get(address)
        assert {name: answer[name.lower()] for name, _ in pairs} == dict(pairs), address
        assert "/" not in answer["server"]


@pytest.mark.parametrize(
    "address", [".nojekyll", ".output.memory", ".git/config", "item/.x", ".well-known/.secret"]
)
def test_what_begins_with_a_dot_is_nobodys_business(server, address):
    answer = server.get(address)
    assert (answer.status, answer.body) == (404, (server.site / "404.html").read_bytes())


def test_the_one_exception(at_root):
    assert at_root.get(".well-known/security.txt").body == b"Contact: x\n"


@pytest.mark.parametrize(
    "path", ["/a/b../nginx.conf", "/a/b/../nginx.conf", "/a/b/..%2fnginx.conf", "/a/b/%2e%2e/nginx.conf",
             "/a/b//../nginx.conf", "/../nginx.conf"],
)  # fmt: skip
def test_nothing_beside_the_site_is_served(server, path):
    answer = server.get(path)
    assert answer.status in (400, 404, 418)
    assert b"worker_processes" not in answer.body


def test_the_site_below_a_path_leaves_the_other_alone(below):
    assert below.get("/").body == b"another site"
    assert below.get("/x.css").status == 418
    assert below.get("/x")["content-security-policy"] == ""
    answer = below.get("/a/b")
    assert (answer.status, answer["location"]) == (301, "/a/b/")
    assert below.get("/a/bc").status == 404


def test_a_switch_is_seen_at_once_and_by_nobody_as_a_gap(server, tmp_path_factory):
    """Releases, each put in place as the press does, under a reader who never stops: thirty at
    least, and until they read some thirty pages, however slow the machine."""
    live = str(server.site)
    previous, staged = f"{live}.previous", f"{live}.staged"
    shutil.copytree(live, previous)
    seen, ended = [], threading.Event()

    def read():
        reader = type(server)(server.port, server.prefix, server.site)
        while not ended.is_set():
            for address in ("index.html", ITEM):
                answer = reader.get(address)
                seen.append((answer.status, len(answer.body)))
        reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for number in count():
            if number >= 30 and (len(seen) > 30 or not thread.is_alive()):
                break
            os.rename(previous, staged)
            page = f"{staged}/number.html"
            with open(page, "w", encoding="utf-8") as file:
                file.write(f"{number:04d}")
            trees.switch(staged, live, previous)
            assert server.get("number.html").body == f"{number:04d}".encode()
    finally:
        ended.set()
        thread.join()
        shutil.rmtree(previous, ignore_errors=True)
        (server.site / "number.html").unlink(missing_ok=True)
    assert len(seen) > 30
    assert {status for status, _ in seen} == {200}
    assert all(size for _, size in seen)
