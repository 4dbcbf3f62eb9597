"""What ``search.html`` receives, and what the index holds of an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.frame import Head, Link


@dataclass(frozen=True, slots=True)
class Door:
    """A page of the site and the words with which it is asked for."""

    link: Link
    words: tuple[str, ...]  # without blanks; one of them in what is typed is enough


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page that asks the index; without a script it offers ``lists``."""

    head: Head
    examples: tuple[str, ...]  # what may be typed
    doors: tuple[Door, ...]  # shown where their words are typed
    lists: tuple[Link, ...]  # the ways to items without searching
    facets: Mapping[str, str]  # by what an answer can be narrowed, with its label
    validity_words: tuple[str, ...]  # every word that a result's validity may have
    library: str  # address of lunr.js
    data: tuple[str, ...]  # addresses of what the page asks
    home: str  # address of the home page, from which the script makes its links


@dataclass(frozen=True, slots=True)
class Document:
    """An item as the index holds it: what is searched, and what a result shows besides.

    ``numbers`` are searched in every writing; ``text`` is the body as a reader sees it, a line
    a paragraph; ``attached`` has title and address of each attachment, ``attached_texts`` what
    each of them says, where that has been read.
    """

    index_no: str
    url: str  # address of the item's page
    title: str
    numbers: tuple[str, ...]
    keywords: tuple[str, ...]
    summary: str
    text: str
    publishers: tuple[str, ...] = ()  # the names of its body
    doc_number: str = ""
    publisher: str = ""
    date: str = ""  # when it was made: ISO, or empty where unknown
    days: tuple[str, ...] = ("", "")  # when it was written and when it was published, likewise
    validity: str = ""
    attached: tuple[tuple[str, str], ...] = ()
    attached_texts: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()  # values in the order of documents.FACETS; "" where there is none
