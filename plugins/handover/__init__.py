"""What a body hands over to archive and library for a year (移交清单).

政府信息公开条例 art. 25: 行政机关应当及时向国家档案馆、公共图书馆提供主动公开的政府信息. The year is that of 公开日期;
what has none is not public yet, or nobody knows since when, and is told apart.

    sheet    the same on A4, to be printed and signed by both sides
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.records.corpus import Corpus
from plugins.records.item import Item

HEADINGS = (
    *("序号", "索引号", "名称", "文号", "发布机构", "栏目", "生成日期", "公开日期"),
    *("有效性", "源文件SHA-256", "附件"),
)


def listed(corpus: Corpus, year: int, body: str = "") -> tuple[Item, ...]:
    """What became public in ``year``, of all bodies or one, by body and index number."""
    order = {key: place for place, key in enumerate(corpus.registry.bodies)}
    items = (i for i in corpus.items if i.publish_date and i.publish_date.year == year)
    wanted = (i for i in items if body in ("", i.publisher.id))
    return tuple(sorted(wanted, key=lambda i: (order[i.publisher.id], i.key)))


def undated(corpus: Corpus, year: int, body: str = "") -> int:
    """How many items with an index number of ``year`` have no day of publication."""
    items = (i for i in corpus.items if i.year == year and not i.publish_date)
    return sum(body in ("", i.publisher.id) for i in items)


def lines(items: Sequence[Item]) -> Iterator[tuple[str, ...]]:
    """The list as a table, its headings first; digests let the receiver check what came."""
    yield HEADINGS
    for number, item in enumerate(items, 1):
        made, public = item.generated_date, item.publish_date
        files = "；".join(f"{a.title or a.name}（{a.name}，{a.sha256}）" for a in item.attachments)
        yield (
            *(str(number), item.index_no, item.title, item.doc_number.written),
            *(item.publisher.name, item.column.name),
            *(day.isoformat() if day else "" for day in (made, public)),
            *(item.validity.word if item.validity.asked else "", item.record.sha256, files),
        )
