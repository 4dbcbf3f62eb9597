"""Stock Pelican with a minimal theme; what costs it time and shows nothing is switched off."""

import json
from pathlib import Path

HERE = Path(__file__).parent
NAMES = json.loads((HERE / "names.json").read_text(encoding="utf-8"))

PATH = "content"
OUTPUT_PATH = "output"
THEME = str(HERE)
THEME_STATIC_PATHS = []
STATIC_PATHS = []
ARTICLE_PATHS = [""]
PAGE_PATHS = []
SITENAME = "信息公开目录"
SITEURL = ""
AUTHOR = "b01"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"
READERS = {"html": None, "htm": None, "rst": None}
MARKDOWN = {"extensions": ["markdown.extensions.meta", "markdown.extensions.tables"]}
FORMATTED_FIELDS = []
TYPOGRIFY = False
SLUGIFY_SOURCE = "basename"
CACHE_CONTENT = LOAD_CONTENT_CACHE = False

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

DIRECT_TEMPLATES = ["index"]
ARTICLE_URL = ARTICLE_SAVE_AS = "item/{index_no}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "category/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "body/{slug}.html"
YEAR_ARCHIVE_URL = YEAR_ARCHIVE_SAVE_AS = "year/{date:%Y}.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "month/{date:%Y-%m}.html"
TAG_SAVE_AS = ""
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"category": None, "author": None, "period_archives": None}
PAGINATION_PATTERNS = (
    (1, "{name}{extension}", "{name}{extension}"),
    (2, "{name}-{number}{extension}", "{name}-{number}{extension}"),
)
