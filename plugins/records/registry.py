"""The closed lists of a site: bodies, columns, profiles, vocabularies, and the site itself.

They are data in ``content/registry/*.toml``; national lists that a site does not keep itself
come from ``plugins/records/national/``. Reading is in ``read_registry.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from plugins.leaks.allowance import Allowance
from plugins.owed.assignment import Assignment
from plugins.records.belonging import DossierKind, Topic
from plugins.records.source import Fault
from plugins.records.standards import Domain, Matter
from plugins.review.person import Person
from plugins.steering.tables import Steering
from plugins.workdays.holidays import Holiday


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that discloses (公开主体). ``id`` names its folders; ``prefix`` its index numbers."""

    id: str
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = "政府部门"
    level: str = "县级以上"  # or "乡镇": decides between the two lists of art. 21
    prefix: str = ""
    former_prefixes: tuple[str, ...] = ()
    code: str = ""  # 机关代字, the head of its document numbers
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    address: str = ""
    hours: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    postcode: str = ""
    consult_phone: str = ""
    website: str = ""
    duties: str = ""
    inherits: str = ""  # a body whose address, hours and contacts it shares
    verified: bool = True
    line: int = 1


@dataclass(frozen=True, slots=True)
class OutsideBody:
    """A body that makes documents we reprint but does not disclose here."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Clock:
    """A period (期限): ``number`` ``unit`` from ``event``; or, once a year, ``until`` a day.

    ``duty`` is what is to be done in it: 公开 or 撤回, or 征求意见 for no less. ``name`` is the
    profile that it binds. ``until`` maps kinds of bodies to month and day (01-31).
    """

    event: str
    article: str
    number: int = 0
    unit: str = "日"  # 日 or 工作日
    until: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    duty: str = "公开"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a kind of document asks for beyond what all items have.

    ``requires`` are field keys; ``sections`` the headings its text must have; ``validity``
    says whether 有效性 is asked for; ``document`` that it is official correspondence (公文).
    """

    name: str
    requires: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    validity: bool = False
    document: bool = False
    extract_summary: bool = True
    interpretation: bool = False  # its items are expected to be interpreted (解读)
    clock: str = ""  # the name of its clock, where that is not its own name


@dataclass(frozen=True, slots=True)
class Column:
    """A node of the tree of columns (栏目); items stand in leaves only.

    ``legal_item`` is the number of art. 20 that the column serves, 0 where it is not exactly
    one; ``municipal_item`` the like for art. 21. ``responsible_units`` maps body id to unit.
    ``nothing`` maps body id to a signed sentence (本年度无 / 本机关无此项职能).
    """

    id: str
    name: str
    parent: str = ""
    profile: str = ""
    legal_item: int = 0
    municipal_item: str = ""
    theme: str = ""
    responsible_units: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    clock: Clock | None = None
    column_type: str = "信息公开目录"
    description: str = ""
    aliases: tuple[str, ...] = ()
    nothing: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    nav: str = ""  # the platform column it feeds: 政策, 年报
    sensitive: bool = False  # what stands in it or below is reviewed as 敏感
    line: int = 1


@dataclass(frozen=True, slots=True)
class Theme:
    """A top theme and its second level; ``code`` is what addresses use (01, 0203)."""

    code: str
    name: str
    children: tuple[Theme, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """One of the contents that art. 20 or 21 obliges a body to disclose."""

    code: str  # 20-1 … 20-15, 21-1 …
    article: str  # 条例第二十条第（一）项
    name: str
    text: str
    level: str = ""  # empty: all; 县级以上 or 乡镇 for art. 21


@dataclass(frozen=True, slots=True)
class Site:
    """The identity of a site, from ``registry/site.toml``."""

    name: str
    platform: str = "政府信息公开"
    public_url: str = ""
    review: str = ""
    id_code: str = ""
    domain: str = ""
    host: str = ""
    operator: str = ""
    icp: str = ""
    police: str = ""
    phone: str = ""
    report_error_url: str = ""
    time_zone: str = "Asia/Shanghai"
    grammar: re.Pattern[str] = re.compile(
        r"(?P<prefix>[0-9A-Z]{9})/(?P<year>[0-9]{4})-(?P<serial>[0-9]{5})"
    )
    number_format: str = "{prefix}/{year}-{serial:05d}"
    former_grammars: tuple[re.Pattern[str], ...] = ()
    page_size: int = 50
    keep_unnumbered: bool = False  # imported items without a number are shown as 无索引号
    lead_body: str = ""  # whose guide and contacts the whole platform shows
    search_examples: tuple[str, ...] = ()
    show_timeliness: bool = False  # 公开用时 on the pages of items, median and worst in tallies
    old_after: int = 60  # working days after which what is published is an old text (旧稿新发)
    sensitive_words: tuple[str, ...] = ()  # a title with one of them is reviewed as 敏感
    review_since: date = date.min  # from when on what becomes public needs its review before it
    submission_days: tuple[int, ...] = ()  # of each month, on which units hand in (报送日)
    show_history: bool = False  # 变更历史 on the pages of items, from Git
    expire_decisions: bool = False  # penalties are public until 公示截止 and no longer


@dataclass(frozen=True)  # without slots, for the cached index
class Registry:
    """Everything a site keeps a list of. ``faults`` maps a path to what was wrong in it."""

    site: Site
    bodies: Mapping[str, Body]
    outside: Mapping[str, OutsideBody]
    columns: Mapping[str, Column]  # in the order of the file, parents before children
    profiles: Mapping[str, Profile]
    themes: tuple[Theme, ...] = ()
    genres: tuple[str, ...] = ()
    key_areas: tuple[str, ...] = ()
    validity_words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    duties: tuple[Duty, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    clocks: tuple[Clock, ...] = ()  # of the law, or stricter: plugins.records.clocks
    sets: tuple[DossierKind, ...] = ()
    topics: Mapping[str, Topic] = field(default_factory=lambda: MappingProxyType({}))
    holidays: tuple[Holiday, ...] = ()  # of the region alone: plugins.workdays.calendar(holidays)
    allowances: tuple[Allowance, ...] = ()  # what the leak gate lets pass; outside the digest
    assignments: tuple[Assignment, ...] = ()  # 任务分解表: who owes what; outside the digest
    domains: Mapping[str, Domain] = field(
        default_factory=lambda: MappingProxyType({})
    )  # 领域 of the standard catalogue, and its lines; both outside it
    matters: tuple[Matter, ...] = ()
    people: Mapping[str, Person] = field(
        default_factory=lambda: MappingProxyType({})
    )  # who reviews; outside it, too
    steering: Steering = field(default_factory=Steering)  # who leads, what is asked; outside it
    faults: Mapping[str, tuple[Fault, ...]] = field(default_factory=lambda: MappingProxyType({}))
    digest: bytes = field(default=b"", compare=False)

    @cached_property
    def _below(self) -> Mapping[str, tuple[Column, ...]]:
        """The columns directly below each column, in the order of the file."""
        below: dict[str, list[Column]] = {}
        for column in self.columns.values():
            below.setdefault(column.parent, []).append(column)
        return MappingProxyType({parent: tuple(found) for parent, found in below.items()})

    def children(self, column: str) -> tuple[Column, ...]:
        """The columns directly below ``column``; the roots for the empty string."""
        return self._below.get(column, ())

    def is_leaf(self, column: str) -> bool:
        """Whether items may stand in ``column``."""
        return column not in self._below

    def trail(self, column: str) -> tuple[Column, ...]:
        """The way from a root to ``column``, both included."""
        trail: dict[str, Column] = {}
        while column in self.columns and column not in trail:
            trail[column] = self.columns[column]
            column = self.columns[column].parent
        return tuple(reversed(trail.values()))

    def profile_of(self, column: str) -> Profile:
        """The profile of a column: its own, else its nearest ancestor's, else one that asks nothing."""
        for step in reversed(self.trail(column)):
            if step.profile in self.profiles:
                return self.profiles[step.profile]
        return Profile(name="")
