"""Search: an index made at build time, a page that asks it, and nothing that leaves the site.

    documents  items -> what is searched and what a result shows              pure
    reading    a body -> its text as a reader sees it                         pure
    terms      a document -> the terms of its fields, counted                 pure
    index      counted terms -> the JSON of lunr.py's index                   pure
    data       index, documents and folding -> one classic script             pure
    doors      pages of the site that are asked for by name                   pure
    library    lunr.js from a locked package, by hash, minified
    query      asks a built site through the browser's own scripts, in Node

The scripts that citizens run are ``theme/static/search/*.js``; decisions 0010 and
0011 have the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.frame import Build, Head, Link, navigation
from plugins.plan import Batch, Blob, Page
from plugins.records.corpus import Corpus
from plugins.search.context import SearchPage
from plugins.search.data import data
from plugins.search.documents import VALIDITY_WORDS, Documents
from plugins.search.doors import doors
from plugins.search.library import minified

SCRIPTS = tuple(f"search/{name}.js" for name in ("hanzi", "source", "engine", "snippet", "page"))


def plan(corpus: Corpus, build: Build) -> Iterator[Page | Blob | Batch]:
    """The search page, the index with its documents, and the library that reads it."""
    documents = Documents(corpus.items)
    yield Page(addresses.SEARCH, "search.html", _page(corpus, documents.whole))
    yield Blob(addresses.SEARCH_LIBRARY, minified())
    yield Batch("data", data, (documents, corpus.registry.synonyms), here=True)


def _page(corpus: Corpus, whole: bool) -> SearchPage:
    site = corpus.registry.site
    searched = (
        "名称、文号、索引号、关键词、正文" if whole else "名称、文号、索引号、关键词、内容概述"
    )
    return SearchPage(
        head=Head(
            title="搜索",
            description=f"在{site.name}公开的政府信息里查找：{searched}。",
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
        whole=whole,
    )
