"""The page of an item: what it is, what it says, whether it still holds, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins import addresses, digest
from plugins.catalog import aspects
from plugins.catalog.context import Dossier, Fact, ItemPage, Notice, Revised
from plugins.catalog.facts import ask, facts
from plugins.catalog.files import files, plan_files
from plugins.catalog.machine import TRADITIONAL, article, json_ld, traditional
from plugins.catalog.shelves import column_crumbs, section_of
from plugins.frame import Head, Link
from plugins.plan import Output, Page
from plugins.records.dates import spoken
from plugins.records.in_force import turns
from plugins.records.item import Item
from plugins.records.registry import Registry

_NESTED = str.maketrans("《》", "〈〉")
_TURNS = {"尚未施行": "成文", "有效": "施行", "已修改": "修改"}


class Around:
    """What all item pages see besides their item: ``listed`` are the addresses of lists that exist,
    ``began`` is the day of the first release of all."""

    __slots__ = ("began", "digest", "listed", "public_url", "publish", "registry", "root")

    def __init__(
        self,
        registry: Registry,
        root: str,
        public_url: str,
        publish: bool,
        listed: frozenset[str],
        began: date | None = None,
    ) -> None:
        self.registry, self.root, self.listed = registry, root, listed
        self.public_url, self.publish, self.began = public_url, publish, began
        self.digest = digest.of(registry, root, public_url, publish, listed, began)


def item_outputs(
    item: Item,
    around: Around,
    known: frozenset[str],
    belongs: tuple[Dossier, ...] = (),
    revised: Revised | None = None,
) -> Iterator[Output]:
    """The page of an item and its files; its text may lead to ``known``, it ``belongs`` there, and
    was ``revised`` since it became public, where the site tells."""
    yield Page(item.address, "item.html", context_of(item, around, belongs, revised), known)
    yield from plan_files(item, around.root)


def context_of(
    item: Item, around: Around, belongs: tuple[Dossier, ...] = (), revised: Revised | None = None
) -> ItemPage:
    """What the template of an item receives."""
    registry, record = around.registry, item.record
    consult, phone = ask(item, registry)
    reprinted = item.issuer.id != item.publisher.id or record.raw("reprint_url")
    return ItemPage(
        head=head(item, around),
        title=item.title,
        doc_number=item.doc_number.written,
        document=item.profile.document,
        notice=notice(item),
        facts=facts(
            item, registry, around.listed, around.publish, around.began, revised is not None
        ),
        aspects=aspects.rows(item),
        dossiers=belongs,
        text=record.text,
        text_format=record.text_format,
        lang=TRADITIONAL if traditional(item) else "",
        files=files(item, around.root),
        relations=item.relations,
        turns=_turns(item),
        revised=revised,
        source=record.raw("source") if reprinted else "",
        source_url=record.raw("reprint_url"),
        consult=consult,
        consult_phone=phone,
        cite=cite(item),
        qr=addresses.qr(item.address),
    )


def head(item: Item, around: Around) -> Head:
    """Title, way, tags and data for machines."""
    column = item.column
    return Head(
        title=item.title,
        description=item.summary.text,
        crumbs=column_crumbs(column.id, around.registry),
        column_name=column.name,
        column_type=column.column_type,
        column_description=column.description,
        article=article(item, around.public_url),
        feed=addresses.feed("column", column.id),
        feed_name=column.name,
        json_ld=json_ld(item, around.public_url),
        section=section_of(column.id, around.registry),
        noindex=item.withdrawn is not None,
    )


def notice(item: Item) -> Notice | None:
    """What a reader must know before the first line (国办发〔2017〕47号: 废止、修改应当标明).

    That it was withdrawn, and why, comes before all else (行政处罚法 art. 48: 公开说明理由).
    """
    if state := item.withdrawn:
        basis = f"（{state.basis}）" if state.basis else ""
        text = f"本条信息已于{spoken(state.day)}撤回，内容不再作为依据。理由：{state.reason}{basis}"
        return Notice(text, "ended")
    word = item.validity.word if item.validity.asked else ""
    if word == "废止":
        when = f"已于{spoken(item.abolish_date)}" if item.abolish_date else "已"
        return Notice(f"本文件{when}废止，不再执行。", "ended", _links(item, "被废止", "废止依据"))
    if word == "失效":
        since = item.abolish_date or item.valid_until
        text = f"本文件已失效（有效期至{spoken(since)}）。" if since else "本文件已失效。"
        return Notice(text, "ended", _links(item, "被废止", "替代文件"))
    if word == "已修改":
        return Notice(
            "本文件已被修改，阅读时应当对照修改文件。", "plain", _links(item, "被修改", "修改文件")
        )
    if word == "尚未施行":
        when = f"，自{spoken(item.effective_date)}起施行" if item.effective_date else ""
        return Notice(f"本文件尚未施行{when}。", "plain")
    return _publicity(item)


def _publicity(item: Item) -> Notice | None:
    """Where the publicity period of an item stands; None where it has none."""
    if not item.publicity:
        return None
    since = f"自{spoken(item.publicity_from)}" if item.publicity_from else ""
    until = f"至{spoken(item.publicity_until)}" if item.publicity_until else ""
    return Notice(f"{item.publicity}：公示期{since}{until}。", "plain")


def _turns(item: Item) -> tuple[Fact, ...]:
    """From which day on a policy document was what; nothing where there is but one such day."""
    if not item.profile.validity or item.validity.word in ("", "不适用"):
        return ()
    rows = []
    for turn in turns(item):
        other = turn.by
        by = f"，见{other.title or other.number}" if other else ""
        rows.append(Fact(spoken(turn.day), f"{_TURNS.get(turn.word, turn.word)}{by}"))
    return tuple(rows) if len(rows) > 1 else ()


def cite(item: Item) -> str:
    """Who, what, number, day and index number, in the punctuation of GB/T 15834."""
    number = f"（{item.doc_number.written}）" if item.doc_number.written else ""
    parts = [f"{item.issuer.name}：《{item.title.translate(_NESTED)}》{number}"]
    if day := item.written_date or item.generated_date:
        parts.append(spoken(day))
    if item.index_no:
        parts.append(f"索引号{item.index_no}")
    return "，".join(parts)


def _links(item: Item, label: str, word: str) -> tuple[Link, ...]:
    """The related documents of one kind that stand on this site."""
    return tuple(
        Link(f"{word}：{' '.join(filter(None, (r.title, r.number)))}", r.address)
        for r in item.relations
        if r.label == label and r.address
    )
