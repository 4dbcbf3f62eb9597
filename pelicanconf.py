"""The site, read like a table of contents: what checks, what is made, and what stays idle."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from plugins import (  # noqa: E402
    catalog,
    directory,
    duties,
    feeds,
    gate,
    guide,
    host,
    keypoints,
    not_found,
    policy,
    press,
    qr,
    regulations,
    release,
    reports,
    requests,
    search,
    sitemap,
    supervision,
    tallies,
    topics,
)

# Nothing is discovered: modules, not names, so that a slip stops the build.
PLUGINS = [gate, press]
PELICAN_CLASS = host.Host
gate.heed()  # before anything is built

ROOMS = [
    catalog,  # home, lists by column, body, year and theme; the item pages and their files
    qr,  # the code on each item page that leads to it
    duties,  # 法定主动公开内容: the contents of art. 20 and 21, for all and for each body
    policy,  # policy documents with their interpretations
    directory,  # bodies with contacts; the tree of columns; leaders, liaisons, public enterprises
    guide,  # the disclosure guide of each body (art. 12)
    regulations,  # 制度: the rules that bodies disclose by, and which of them are lacking
    keypoints,  # 要点落实: what is asked of a year from above, and what of it is done
    reports,  # yearly reports
    requests,  # 依申请公开: how to apply, and the forms
    topics,  # 专栏和刊物: special topics, and serials with their issues
    supervision,  # 监督和评议: what citizens asked, reported and judged, a page of counts a year
    tallies,  # 公开统计: how much became public, a page a year and a month
    search,  # the index and the page that asks it
    feeds,  # Atom for all, each body, each column
    sitemap,  # for machines and for people
    release,  # 发布记录: what this build holds, and how to check a copy of it
    not_found,  # the page for an address that is not there
]

PATH = "content"
OUTPUT_PATH = "output"
THEME = str(ROOT / "theme")
THEME_TEMPLATES_OVERRIDES = [THEME]
SITENAME = "政府信息公开"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"

# Pelican's own readers, generators and feeds stay idle: docs/decisions/0002.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
READERS = {"html": None, "htm": None, "rst": None}
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
