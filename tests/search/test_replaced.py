"""A search page that is open while another build is put in place of the site it is of."""

from __future__ import annotations

import re
import shutil
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.search.conftest import serving
from tests.search.test_page import WORD, answered, typed


def republished(site):
    """Put a build in place of this one whose files of the search have other folders and marks."""
    files = {path: path.read_text("utf-8") for path in (site / "search").rglob("*.js")}
    for name in ("main", "mid", "recent"):
        head = files[site / f"search/{name}.js"]
        for word in re.findall(r'"(?:folder|mark)":"(\w+)"', head):
            files = {path: text.replace(word, word[::-1]) for path, text in files.items()}
    shutil.rmtree(site / "search", ignore_errors=True)
    for path, text in files.items():
        folder = path.parent
        if folder.name != "search":
            folder = folder.with_name(folder.name[::-1])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / path.name).write_text(text, "utf-8")


@pytest.mark.parametrize("way", ["typing", "more"])
def test_a_page_starts_over_where_the_site_was_replaced_meanwhile(site, tmp_path, visit, way):
    shutil.copytree(site, tmp_path / "site")
    with serving(tmp_path) as host:
        page = visit(f"{host}site/search/index.html?q={quote('公开')}")
        assert "先列出10条" in answered(page)
        page.route("**/index.html", lambda route: route.abort())  # no page is loaded again
        republished(tmp_path / "site")
        if way == "typing":
            typed(page, WORD)
            assert page.locator("#results mark").all_inner_texts()
        else:
            page.click("#more")
            expect(page.locator("#summary")).not_to_contain_text("先列出10条")
            assert page.locator("#results > li").count() > 30
