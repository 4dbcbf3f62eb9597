"""公开过的条目不见了

是什么：发布记录或者 Git 历史（check --history）里公开过的条目，文件删掉了，或者改成了不公开、以后公开，也没有去向记录。
为什么：公开过的信息不能不声不响地消失；索引号要么还在，要么在原地说明它的去向。
怎么改：从 Git 找回文件，再用 withdraw（撤回）、withdraw --no-content（撤下内容）、redact（删除）或 move（迁移）写明理由。
依据：政府信息公开条例第六条、第十二条；行政处罚法第四十八条第二款（撤回并公开说明理由）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.lives import Fate, losses
from plugins.records.numbers import normal_index, read_index
from plugins.records.source import Kind
from plugins.rules.wording import at

CODE = "GK123"

_FIX = "从 Git 找回文件，再用 withdraw --no-content（撤下）、redact（删除）或者 move（迁移）"
_STATED = "改回来，再用 withdraw --no-content 写明理由；页面上只留索引号、理由和日期"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each item that was public and of which nothing tells where it went."""
    told = set[str]()
    for loss in losses(corpus):
        if loss.fate is Fate.DELETED:
            life = loss.life
            told.add(life.number)
            when = life.ended or life.born
            message = f"索引号“{life.number}”的条目被删除了（提交 {when.commit[:12]}，{when.day}）"
            yield Finding(life.path, 1, 1, CODE, "", message, _FIX)
    yield from _unpublished(corpus, told)


def _unpublished(corpus: Corpus, told: set[str]) -> Iterator[Finding]:
    """What the release log knows and the site would not have any more."""
    there = {item.key for item in corpus.items} | {stone.key for stone in corpus.tombstones}
    gone = {key: day for key, day in corpus.released.items() if key not in there}
    if not gone:
        return
    items = tuple(corpus.of_kind(Kind.ITEM))
    records = {normal_index(r.raw("index_no")): r for r in items}
    # What had no number was known by where it came from; it may have got one since.
    numbered = {addresses.legacy(source) for r in items if (source := r.raw("imported_from"))}
    hidden = {r.path: "disclosure_mode" for r in corpus.withheld}
    hidden |= {r.path: "publish_date" for r in corpus.scheduled}
    for key, day in sorted(gone.items()):
        if key in numbered:
            continue
        record = records.get(normal_index(key))
        message = f"索引号“{key}”自{day}起公开过，现在"
        if record is None and normal_index(key) not in told:
            yield Finding(_place(corpus, key), 1, 1, CODE, "", f"{message}没有了", _FIX)
        elif record and record.path in hidden:
            yield at(record, hidden[record.path], CODE, f"{message}不公开了", _STATED)


def _place(corpus: Corpus, key: str) -> str:
    """Where an item of this number lay, as numbers tell; the release log where they do not."""
    number = read_index(key, corpus.registry.site)
    bodies = corpus.registry.bodies.values()
    body = number and next(
        (b for b in bodies if number.prefix in (b.prefix, *b.former_prefixes)), None
    )
    if number and body and number.serial:
        return f"items/{body.id}/{number.year}/{number.serial:05d}.md"
    return "releases.jsonl"
