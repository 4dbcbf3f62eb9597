"""404: what a reader meets at an address where nothing stands, at whatever depth it is.

A host sends this page's bytes for any missing address, so that its links cannot be relative:
its template makes them begin with the path of PUBLIC_URL (``/`` in a preview), on this page alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins import addresses
from plugins.frame import Build, Head, Link, navigation
from plugins.not_found.context import NotFoundPage
from plugins.plan import Page
from plugins.records.corpus import Corpus


def plan(corpus: Corpus, build: Build) -> Iterator[Page]:
    """The one page of the room."""
    yield Page(
        addresses.NOT_FOUND,
        "not_found.html",
        NotFoundPage(
            head=Head(title="没有找到这个页面", scripts=("not_found.js",), noindex=True),
            base=urlsplit(build.public_url).path or "/",
            lists=(
                Link("首页", addresses.HOME),
                *navigation(corpus),
                Link("机构与栏目", addresses.DIRECTORY),
                Link("网站地图", addresses.SITEMAP_PAGE),
            ),
        ),
    )
