"""Every public address of the site, made in one place, so that a link works next year.

An address follows from what never changes: an index number, a registry id, a year, a count
from the oldest. A title, a name or today's date never enters one.
"""

from __future__ import annotations

import hashlib
import unicodedata
from urllib.parse import quote

HOME = "index.html"
SEARCH = "search/index.html"
SEARCH_LIBRARY = "search/lunr.min.js"
SEARCH_DATA = "search/data.js"
SEARCH_VERSION = "search/version.js"
SEARCH_WORDS = "search/words.js"
SEARCH_FOLD = "search/fold.js"
DIRECTORY = "directory/index.html"
LEADERS = "directory/leaders.html"
FORMER_LEADERS = "directory/leaders-former.html"
LIAISONS = "directory/liaisons.html"
ENTERPRISES = "directory/enterprises.html"
DUTIES = "duties/index.html"
POLICY = "policy/index.html"
GUIDE = "guide/index.html"
RULES = "rules/index.html"
CHECKLIST = "rules/checklist.html"
REPORTS = "reports/index.html"
REQUESTS = "requests/index.html"
SUPERVISION = "supervision/index.html"
FORM_CITIZEN = "requests/form-citizen.html"
FORM_LEGAL = "requests/form-legal.html"
PAPERS = "requests/papers/index.html"
DEADLINE = "requests/deadline.html"
DEADLINE_DAYS = "requests/days.js"
SITEMAP_PAGE = "sitemap.html"
NOT_FOUND = "404.html"
YEARS = "year/index.html"
THEMES = "theme/index.html"
TOPICS = "topics/index.html"
KEYPOINTS = "keypoints/index.html"
RELEASE = "release/index.html"
TALLIES = "tallies/index.html"
STANDARDS = "standards/index.html"
STANDARDS_TABLE = "standards/index.csv"

# What the site says of itself, for programs; other programs know these names.
FACTS = "release.json"
SUMS = "SHA256SUMS"
LOG = "releases.jsonl"


def quoted(address: str) -> str:
    """An address percent-encoded; what a path may hold stays as it is (RFC 3986)."""
    return quote(address, safe="/-._~!$&'()*+,;=:@")


def item(index_no: str) -> str:
    """The page of an item: ``item/990700036/2021-00008.html``."""
    return f"item/{unicodedata.normalize('NFKC', index_no)}.html"


def legacy(imported_from: str) -> str:
    """The page of an imported item that has no index number and never will."""
    return f"legacy/{hashlib.sha256(imported_from.encode()).hexdigest()[:12]}.html"


def attachment(item_address: str, name: str) -> str:
    """A file of an item, in a folder of the item's own."""
    return f"{item_address.removesuffix('.html')}/{unicodedata.normalize('NFC', name)}"


def thumbnail(item_address: str, name: str) -> str:
    """The small picture of an attached image."""
    return f"{item_address.removesuffix('.html')}/thumb/{unicodedata.normalize('NFC', name)}"


def qr(item_address: str) -> str:
    """The QR code of an item's page, beside it."""
    return f"{item_address.removesuffix('.html')}.svg"


def listing(kind: str, key: str) -> str:
    """The front page of a list; ``kind`` is column, body, theme or year."""
    return f"{kind}/{key}/index.html"


def list_page(kind: str, key: str, year: int, number: int) -> str:
    """Page ``number`` of one year of a list, counted from the oldest: closed pages stay closed."""
    return f"{kind}/{key}/{year}-{number}.html"


def duty(code: str, body: str = "") -> str:
    """One content of art. 20 or 21 (``20-1``), of all bodies or of one."""
    return f"duties/{body}/{code}.html" if body else f"duties/{code}.html"


def duties_of(body: str) -> str:
    """What one body discloses under art. 20 and 21."""
    return f"duties/{body}/index.html"


def standard(domain: str) -> str:
    """The standard catalogue of one domain; its table lies beside it as .csv."""
    return f"standards/{domain}.html"


def leaders_of(body: str) -> str:
    """Who leads one body, as a sheet for the notice board."""
    return f"directory/leaders/{body}.html"


def keypoints_year(year: int) -> str:
    """What documents from above ask of a year, and what of it is done."""
    return f"keypoints/{year}.html"


def table_file(page: str) -> str:
    """The table of a page as CSV, beside the page."""
    return page.replace(".html", ".csv")


def guide(body: str) -> str:
    """The disclosure guide of a body."""
    return f"guide/{body}.html"


def rule(body: str, name: str) -> str:
    """One of a body's disclosure rules (制度)."""
    return f"rules/{body}/{name}.html"


def request_year(year: int) -> str:
    """What became of the applications of a year, in counts."""
    return f"requests/year/{year}.html"


def supervision_year(year: int) -> str:
    """What citizens asked, reported and judged in a year, and what was done, in counts."""
    return f"supervision/{year}.html"


def paper(key: str) -> str:
    """A working paper for those who handle requests: ``register``, ``3-3-4`` (a kind of reply)."""
    return f"requests/papers/{key}.html"


def report(body: str, year: int) -> str:
    """A body's report on a year; its table lies beside it as .csv and .xlsx."""
    return f"reports/{body}/{year}.html"


def report_part(body: str, year: int, name: str) -> str:
    """What stands behind some numbers of a report."""
    return f"reports/{body}/{year}/{name}.html"


def topic(key: str) -> str:
    """A special topic or serial: all its items."""
    return f"topics/{key}/index.html"


def tally_year(year: int) -> str:
    """公开统计 of a year."""
    return f"tallies/{year}/index.html"


def tally_month(year: int, month: int) -> str:
    """公开统计 of a month: who disclosed how much."""
    return f"tallies/{year}/{month:02d}.html"


def tally_items(year: int, name: str) -> str:
    """What some numbers of a tally count: ``03-all``, ``body-jyj``."""
    return f"tallies/{year}/{name}.html"


def tally_file(page: str, name: str) -> str:
    """A table of a page of tallies as CSV, beside the page."""
    return f"{page.removesuffix('index.html').replace('.html', '-')}{name}.csv"


def named(word: str) -> str:
    """What stands in an address for a word that has no id."""
    return hashlib.sha256(word.encode()).hexdigest()[:8]


def feed(kind: str = "", key: str = "") -> str:
    """The Atom feed of all items, of a body or of a column."""
    return f"feeds/{kind}/{key}.xml" if kind else "feeds/all.xml"


def feed_archive(number: int, kind: str = "", key: str = "") -> str:
    """A closed archive page of a feed (RFC 5005), counted from the oldest."""
    return f"feeds/{kind}/{key}-{number}.xml" if kind else f"feeds/all-{number}.xml"
