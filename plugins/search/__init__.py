"""Search: an index made at build time, a page that asks it, and nothing that leaves the site.

    documents  items -> what is searched and what a result shows              pure
    reading    a body -> its text as a reader sees it                         pure
    terms      a document -> the terms of its fields, counted                 pure
    index      counted terms -> the JSON of lunr.py's index                   pure
    data       index, documents and folding -> one classic script             pure
    segments   a large catalog, cut by count                                  pure
    block      some documents, counted: what is remembered                    pure
    layout     into which file a term goes                                    pure
    shards     counted blocks -> files of terms                               pure
    files      a segment -> all of its files                                  pure
    prefixes   words before a colon: 文号:…
    sound      how names sound, for pinyin
    enclosed   the attachments of an item, and their texts as a piece of work
    attached   the text of a file, paper of PDFs
    words      folding and words that mean the same, for a large catalog      pure
    doors      pages of the site that are asked for by name                   pure
    library    lunr.js from a locked package, by hash, minified
    query      asks a built site through the browser's own scripts, in Node

The scripts that citizens run are ``theme/static/search/*.js``; decisions 0010 to 0012 have the
reasons.
"""

from __future__ import annotations

from plugins import addresses
from plugins.frame import Build, Head, Link, navigation
from plugins.plan import Batch, Blob, Gathering, Page, Plan
from plugins.records.corpus import Corpus
from plugins.search.context import SearchPage
from plugins.search.data import data
from plugins.search.documents import FACETS, VALIDITY_WORDS, Documents, few
from plugins.search.doors import doors
from plugins.search.files import segment, version
from plugins.search.library import minified
from plugins.search.segments import address_of, segments
from plugins.search.words import words

ONE = ("hanzi", "source", "typed", "pinyin", "engine", "snippet", "facets", "page")
MANY = (
    "hanzi",
    "source",
    "unpacking",
    "segments",
    "united",
    "weighing",
    "shards",
    "typed",
    "pinyin",
    "engine",
    "snippet",
    "facets",
    "page",
)


def plan(corpus: Corpus, build: Build) -> Plan:
    """The search page, what it asks, and the library that reads it."""
    yield Blob(addresses.SEARCH_LIBRARY, minified())
    synonyms = corpus.registry.synonyms
    if few(corpus.items):
        yield Page(addresses.SEARCH, "search.html", _page(corpus, ONE, (addresses.SEARCH_DATA,)))
        found = Documents(corpus.items)
        yield Gathering("data", found.pieces(corpus.root), data, (found, synonyms))
        return
    parts = tuple(segments(corpus.items))
    heads = tuple(address_of(part.name) for part in parts)
    given = (addresses.SEARCH_WORDS, addresses.SEARCH_VERSION, *heads)
    yield Page(addresses.SEARCH, "search.html", _page(corpus, MANY, given))
    yield Batch("words", words, (synonyms,))
    yield version(parts)
    for part in parts:
        yield from segment(part, corpus.root)


def _page(corpus: Corpus, scripts: tuple[str, ...], given: tuple[str, ...]) -> SearchPage:
    site = corpus.registry.site
    searched = "名称、文号、索引号、关键词、正文、附件"
    return SearchPage(
        head=Head(
            title="搜索",
            description=f"在{site.name}公开的政府信息里查找：{searched}。",
            crumbs=(Link("首页", addresses.HOME),),
            section=addresses.SEARCH,
            scripts=tuple(f"search/{name}.js" for name in scripts),
            noindex=True,
        ),
        examples=site.search_examples,
        doors=doors(corpus),
        lists=(
            *navigation(corpus),
            Link("机构与栏目", addresses.DIRECTORY),
            Link("网站地图", addresses.SITEMAP_PAGE),
        ),
        facets=FACETS,
        validity_words=VALIDITY_WORDS,
        library=addresses.SEARCH_LIBRARY,
        data=given,
        home=addresses.HOME,
    )
