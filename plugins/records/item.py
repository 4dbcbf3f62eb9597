"""What a record means: the item that rooms show, with everything derived and nothing guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plugins.records.registry import Body, Column, Duty, OutsideBody, Profile
from plugins.records.source import Attachment, Change, Record
from plugins.records.state import State


@dataclass(frozen=True, slots=True)
class Summary:
    """内容概述; ``extracted`` means 自动摘录 and is said so on the page."""

    text: str = ""
    extracted: bool = False


@dataclass(frozen=True, slots=True)
class Validity:
    """The state on the day of the build.

    ``word`` is one of fields.VALIDITY, or the empty string where a policy document does not
    say (未标注), or 撤回 of an item that was withdrawn; ``asked`` whether the column's profile asks at all: otherwise not shown.
    """

    word: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number: as written for display, and normalised to 〔〕 for comparison."""

    written: str = ""
    normal: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link to another item, or to a document that is not on this site (``address`` empty).

    ``since`` is the day from which the other takes effect, or else was written.
    """

    label: str  # 废止 被废止 修改 被修改 解读 被解读
    title: str
    number: str
    address: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of an item, so that an edit of a text changes its own page and no list.

    The fields are named like those of Item, for the same components.
    """

    address: str
    index_no: str
    title: str
    doc_number: DocNumber
    summary: Summary
    generated_date: date | None
    publisher: Body  # id, name and short only
    validity: Validity


def named(body: Body) -> Body:
    """A body with nothing but what lists show of it, so that its telephone changes no list."""
    return Body(id=body.id, name=body.name, short=body.short)


@dataclass(frozen=True, slots=True)
class Item:
    """A disclosed item, resolved: what rooms and templates read.

    ``address`` is the page's, made from the index number; dates are None where unknown.
    ``imported`` items have a known or unknown old publication date and never enter 最新.
    ``digest`` stands for everything that is known of the item, its text, its files and the
    state of the day included; ``own_digest`` is the same without relations, ``row_digest`` that
    of what lists show, ``brief_digest`` that of row, keywords and numbers. ``seal`` is the SHA-256
    of what a review looks at: its file and its attachments. ``length`` counts the
    characters of the text.
    """

    record: Record
    address: str
    index_no: str
    title: str
    publisher: Body
    issuer: Body | OutsideBody
    column: Column
    profile: Profile
    year: int  # of the index number: the year list it stands in
    mode: str = "主动公开"
    doc_number: DocNumber = DocNumber()
    written_date: date | None = None
    generated_date: date | None = None
    publish_date: date | None = None
    effective_date: date | None = None
    valid_until: date | None = None
    abolish_date: date | None = None
    summary: Summary = Summary()
    validity: Validity = Validity()
    keywords: tuple[str, ...] = ()
    publicity: str = ""  # 公示尚未开始, 公示中 or 公示已结束 on the day of the build
    publicity_from: date | None = None
    publicity_until: date | None = None
    public_until: date | None = None  # 公开截止: the last day on which it is public
    withdrawn: State | None = None  # 撤回: the page stays, with this above it
    theme: tuple[str, ...] = ()  # (top, second) names
    theme_code: str = ""
    genre: str = ""
    responsible_unit: str = ""
    joint_issuers: tuple[Body | OutsideBody, ...] = ()
    key_area: str = ""
    channels: tuple[str, ...] = ()  # by which it was disclosed besides, of fields.CHANNELS
    adopted_by: tuple[str, ...] = ()  # sites, gazettes, media that took it over
    subject: str = ""  # 成套事项: the matter of which it tells ``parts`` (records.dossiers)
    parts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()  # ids of the registry
    issue: tuple[int, int] = (0, 0)  # of a serial: year (0 where counted through) and number
    duties: tuple[Duty, ...] = ()
    relations: tuple[Relation, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    changes: tuple[Change, ...] = ()
    imported: bool = False
    digest: bytes = field(default=b"", compare=False)
    own_digest: bytes = field(default=b"", compare=False)
    row_digest: bytes = field(default=b"", compare=False)
    brief_digest: bytes = field(default=b"", compare=False)
    seal: bytes = field(default=b"", compare=False)
    length: int = field(default=0, compare=False)

    @property
    def key(self) -> str:
        """What stands for the item in ledger, search and feeds: number, or the legacy key."""
        return self.index_no or self.address

    @property
    def counted(self) -> bool:
        """Whether tallies count the item: public since a known day, and not moved here from elsewhere."""
        return self.publish_date is not None and not self.imported

    @property
    def row(self) -> Row:
        """What a list shows of the item."""
        return Row(
            address=self.address,
            index_no=self.index_no,
            title=self.title,
            doc_number=self.doc_number,
            summary=self.summary,
            generated_date=self.generated_date,
            publisher=named(self.publisher),
            validity=self.validity,
        )
