"""The words before a colon by which a search is narrowed: 文号:…, 发布机构:…"""

from __future__ import annotations

from plugins.hanzi.fold import fold
from plugins.records.fields import FIELDS
from plugins.search.documents import FACETS

_IN = {
    "title": "title",
    "keywords": "keywords",
    "summary": "summary",
    **dict.fromkeys(("index_no", "doc_number", "registration_no", "decision_number"), "numbers"),
}
"""Fields of the schema and the fields of the index that hold them."""

_MORE: dict[str, dict[str, str]] = {
    "正文": {"field": "text"},
    "内容": {"field": "text"},
    "题目": {"field": "title"},
    "机构": {"filter": "publisher"},
    "部门": {"filter": "publisher"},
    "年份": {"filter": "year"},
    "年度": {"filter": "year"},
    "效力": {"filter": "validity"},
    "领域": {"filter": "key_area"},
}
"""What citizens say besides the names of fields."""

_SIGNS = '"-:,;~./、《》 0123456789年月日号至到一二三四五六七八九十零〇廿卅元'


def prefixes() -> dict[str, dict[str, str]]:
    """Folded word -> {"field": of the index} or {"filter": a facet}."""
    found: dict[str, dict[str, str]] = {}
    for field in FIELDS:
        known = _IN.get(field.key)
        value = {"field": known} if known else {"filter": field.key} if field.key in FACETS else {}
        if value:
            found |= {fold(name): value for name in (field.label, *field.aliases)}
    return found | {fold(word): value for word, value in _MORE.items()}


def signs() -> str:
    """All characters that must fold for a query to be read, whether or not a document has them."""
    return _SIGNS + "".join(prefixes())
