"""Search: an index made at build time, a page that asks it, and nothing that leaves the site.

    documents  items -> what is searched and what a result shows              pure
    reading    a body -> its text as a reader sees it                         pure
    index      documents -> lunr.py's index over our tokens                   pure
    data       index, documents and folding -> one classic script             pure
    doors      pages of the site that are asked for by name                   pure
    library    lunr.js from a locked package, by hash, minified
    query      asks a built site through the browser's own scripts, in Node

The scripts that citizens run are ``theme/static/search/*.js``; decision 0010 has the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.frame import Build, Head, Link, navigation
from plugins.plan import Blob, Page
from plugins.records.corpus import Corpus
from plugins.search.context import SearchPage
from plugins.search.data import script
from plugins.search.documents import VALIDITY_WORDS, documents
from plugins.search.doors import doors
from plugins.search.library import minified

SCRIPTS = tuple(f"search/{name}.js" for name in ("hanzi", "source", "engine", "snippet", "page"))


def plan(corpus: Corpus, build: Build) -> Iterator[Page | Blob]:
    """The search page, the index with its documents, and the library that reads it."""
    yield Page(addresses.SEARCH, "search.html", _page(corpus))
    yield Blob(addresses.SEARCH_LIBRARY, minified())
    yield Blob(addresses.SEARCH_DATA, script(documents(corpus), corpus.registry.synonyms))


def _page(corpus: Corpus) -> SearchPage:
    site = corpus.registry.site
    return SearchPage(
        head=Head(
            title="搜索",
            description=f"在{site.name}公开的政府信息里查找：名称、文号、索引号、关键词、正文。",
            crumbs=(Link("首页", addresses.HOME),),
            section=addresses.SEARCH,
            scripts=SCRIPTS,
            noindex=True,
        ),
        examples=site.search_examples,
        doors=doors(corpus),
        lists=(
            *navigation(corpus),
            Link("机构与栏目", addresses.DIRECTORY),
            Link("网站地图", addresses.SITEMAP_PAGE),
        ),
        validity_words=VALIDITY_WORDS,
        library=addresses.SEARCH_LIBRARY,
        data=addresses.SEARCH_DATA,
        home=addresses.HOME,
    )
