"""这一行不必写

是什么：写的内容由文件夹、栏目或别的项目就能得出，而且完全一样。
为什么：同一件事写在两处，将来改了一处就会不一致。
怎么改：删去这一行；留着也不影响公开。
依据：本系统的约定（能得出的不重复写）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.item import Item
from plugins.rules.printed import day_of
from plugins.rules.wording import at, label_of

CODE = "GK216"
SEVERITY = Severity.NOTICE


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice for each line that repeats what would be derived without it."""
    for item in corpus.items:
        for key, source in _repeated(item):
            label = label_of(item.record, key)
            message = f"“{label}”由{source}得出，不必写"
            yield at(item.record, key, CODE, message, "删去这一行", SEVERITY)


def _repeated(item: Item) -> Iterator[tuple[str, str]]:
    record, publisher = item.record, item.publisher
    names = (publisher.name, publisher.short, publisher.id, *publisher.aliases)
    if record.raw("publisher") and record.raw("publisher") in names:
        yield "publisher", "文件夹"
    if record.raw("issuer") and record.raw("issuer") in names:
        yield "issuer", "文件夹"
    written = day_of(record, "written_date")
    if written and written == day_of(record, "generated_date"):
        yield "generated_date", "成文日期"
    unit = item.column.responsible_units.get(publisher.id)
    if unit and record.raw("responsible_unit") == unit:
        yield "responsible_unit", "栏目"
    if item.column.theme and record.raw("theme") == item.column.theme:
        yield "theme", "栏目"
    if record.raw("genre") and item.title.endswith(record.raw("genre")):
        yield "genre", "名称"
    if record.raw("validity") == "不适用" and not item.profile.validity:
        yield "validity", "栏目"
