"""Random towns: what is known of some items, and the items themselves, made from a real one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from plugins.records.corpus import Corpus
from plugins.records.fields import CHANNELS

BODIES, COLUMNS = ("zfb", "mzj", "qsz"), ("gfxwj", "shjz", "sfxm")
AREAS = ("财政资金", "公共服务")
FIRST = date(2022, 11, 20)


@dataclass(frozen=True)
class Fact:
    """An item before it is one; ``took`` days lie between its 形成日期 and its publication."""

    body: str
    column: str
    day: date | None
    took: int
    imported: bool
    numbered: int  # the year of its number, less that of its day
    area: str
    channels: tuple[str, ...]
    adopted: bool


days = st.integers(0, 200).map(lambda n: FIRST + timedelta(n))
facts = st.builds(
    Fact,
    body=st.sampled_from(BODIES),
    column=st.sampled_from(COLUMNS),
    day=st.none() | days,
    took=st.integers(0, 45),
    imported=st.sampled_from((False, False, False, True)),
    numbered=st.sampled_from((0, 0, 0, 0, -1)),
    area=st.sampled_from(("", *AREAS)),
    channels=st.lists(st.sampled_from(CHANNELS[1:5]), unique=True, max_size=2).map(tuple),
    adopted=st.booleans(),
)
towns = st.lists(facts, max_size=40)


def counts(fact: Fact) -> bool:
    """Whether tallies are to count it, said once more and by itself."""
    return not fact.imported and fact.day is not None


def corpus(base: Corpus, town: list[Fact], timeliness: bool = False) -> Corpus:
    """The town with these items, newest first as a corpus has them."""
    site = replace(base.registry.site, show_timeliness=timeliness)
    registry = replace(base.registry, key_areas=AREAS, site=site)
    items = []
    for n, fact in enumerate(town, 1):
        day = fact.day or FIRST
        year = day.year + fact.numbered
        items.append(
            replace(
                base.items[0],
                address=f"item/x/{year}-{n:05d}.html",
                index_no=f"x/{year}-{n:05d}",
                title=f"第{n}条",
                publisher=registry.bodies[fact.body],
                column=registry.columns[fact.column],
                profile=registry.profile_of(fact.column),
                year=year,
                publish_date=fact.day,
                generated_date=day - timedelta(fact.took),
                imported=fact.imported,
                key_area=fact.area,
                channels=fact.channels,
                adopted_by=("省网站",) if fact.adopted else (),
                row_digest=n.to_bytes(16, "big"),
            )
        )
    items.sort(key=lambda item: (item.generated_date, item.index_no), reverse=True)
    return replace(base, registry=registry, items=tuple(items))
