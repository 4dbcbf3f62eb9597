"""The page of a month: who disclosed how much, in order; and what is behind its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins import addresses
from plugins.frame import Link
from plugins.plan import Batch, Output, Page
from plugins.records.item import Item
from plugins.records.registry import Registry
from plugins.tallies import behind, tables
from plugins.tallies.behind import TITLE, anchor
from plugins.tallies.context import Cell, Line, Table, TallyPage
from plugins.tallies.counting import BODY, bodies, ranks, tally
from plugins.tallies.timeliness import Timed, timed, timeliness

ADOPTED = "adopted"
LABELS = {
    "all": "公开的信息",
    ADOPTED: "公开的信息里被采用的",
    "timed": "公开的信息里能计时的",
    "late": "公开的信息里过了期限的",
}


@dataclass(frozen=True, slots=True)
class Soon:
    """How soon the items of a body became public; ``median`` and ``worst`` may be empty."""

    measured: int
    median: str
    worst: str
    late: int


def plan(
    registry: Registry,
    year: int,
    month: int,
    items: Sequence[Item],
    older: tuple[Link, ...],
    began: date | None,
) -> Iterator[Batch]:
    """The page, and the lists that it leads to; how soon only where the site shows it."""
    measured = timed(items, registry, began) if registry.site.show_timeliness else ()
    late = tuple(one.item for one in measured if one.timing.late)
    adopted = tuple(item for item in items if item.adopted_by)
    counts, taken = _counts(items), _counts(adopted) if adopted else None
    soon = _soon(measured) if registry.site.show_timeliness else None
    yield Batch(
        addresses.tally_month(year, month),
        pages,
        (registry, year, month, counts, taken, soon, older),
    )
    found = {"all": items, ADOPTED: adopted, "timed": [m.item for m in measured], "late": late}
    for name, own in found.items():
        if own:
            yield behind.of_month(registry, year, month, name, LABELS[name], own)


def _counts(items: Sequence[Item]) -> Mapping[str, int]:
    return {body: len(own) for body, own in tally(items, BODY).items()}


def _soon(measured: Sequence[Timed]) -> Mapping[str, Soon]:
    """By body, and of all under the empty string."""
    held: dict[str, list[Timed]] = {"": list(measured)}
    for one in measured:
        held.setdefault(one.item.publisher.id, []).append(one)
    found = {}
    for body, own in held.items():
        said = timeliness(own)
        middle = "" if said.median is None else f"{said.median:g}"
        worst = "" if said.worst is None else str(said.worst)
        found[body] = Soon(len(said.measured), middle, worst, len(said.late))
    return found


def pages(
    registry: Registry,
    year: int,
    month: int,
    counts: Mapping[str, int],
    taken: Mapping[str, int] | None,
    soon: Mapping[str, Soon] | None,
    older: tuple[Link, ...],
) -> Iterator[Output]:
    """The page and its table as CSV."""
    address, title = addresses.tally_month(year, month), f"{year}年{month}月{TITLE}"
    ranked = {body.id: counts.get(body.id, 0) for body in bodies(registry, counts)}
    table = _table(registry, year, month, ranked, taken, soon)
    bars = [(_short(registry, body), ranked[body]) for body in ranks(ranked) if ranked[body]]
    context = TallyPage(
        head=behind.head(
            title,
            f"{registry.site.name}各机构{year}年{month}月主动公开政府信息的条数和名次。",
            Link(f"{year}年{TITLE}", addresses.tally_year(year)),
        ),
        lead="各机构这个月公开的信息，按公开日期计，多的在前，条数相同的名次相同。",
        chart=tables.chart(f"{year}年{month}月各机构公开的条数", tables.most(bars), bars),
        tables=(table,),
        steps=(*older, Link(f"{year}年{TITLE}", addresses.tally_year(year))),
        wide=soon is not None,
    )
    yield Page(address, "tally.html", context)
    yield tables.file(table)


def _table(
    registry: Registry,
    year: int,
    month: int,
    ranked: Mapping[str, int],
    taken: Mapping[str, int] | None,
    soon: Mapping[str, Soon] | None,
) -> Table:
    lists = {name: addresses.tally_items(year, f"{month:02d}-{name}") for name in LABELS}

    def cells(body: str, count: int) -> Iterator[Cell]:
        place = f"#{anchor(body)}" if body else ""
        yield tables.number(count, lists["all"] + place)
        if taken is not None:
            found = taken.get(body, 0) if body else sum(taken.values())
            yield tables.number(found, lists[ADOPTED] + place)
        if soon is not None:
            yield from _timing(soon.get(body, Soon(0, "", "", 0)), lists, place)

    return Table(
        id="bodies",
        caption="各机构名次",
        heads=tables.words("机构", "名次", "条数", *_heads(taken is not None, soon is not None)),
        lines=tuple(
            (*tables.words(registry.bodies[body].name, str(nth)), *cells(body, ranked[body]))
            for body, nth in ranks(ranked).items()
        ),
        sums=(*tables.words("合计", ""), *cells("", sum(ranked.values()))),
        file=addresses.tally_file(addresses.tally_month(year, month), "bodies"),
        note=EXPLAINED if soon is not None else "",
    )


EXPLAINED = (
    "能计时的，是形成日期和公开日期都确定的；中位数和最长只算期限以工作日计的，"
    "“第几个工作日公开”从形成之日的次日数起；逾期按各栏目自己的期限。"
)


def _heads(adopted: bool, soon: bool) -> tuple[str, ...]:
    times = ("能计时的", "中位数（工作日）", "最长（工作日）", "逾期")
    return (*(("采用",) if adopted else ()), *(times if soon else ()))


def _timing(soon: Soon, lists: Mapping[str, str], place: str) -> Line:
    measured = lists["timed"] + place
    return (
        tables.number(soon.measured, measured),
        *(Cell(text, measured if text else "") for text in (soon.median, soon.worst)),
        tables.number(soon.late, lists["late"] + place),
    )


def _short(registry: Registry, body: str) -> str:
    return registry.bodies[body].short or registry.bodies[body].name
