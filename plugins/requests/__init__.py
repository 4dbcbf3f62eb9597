"""依申请公开: how anybody asks for information that is not yet public.

政府信息公开条例 (2019): art. 27 who may be asked; 29 what an application holds, and purpose is
not among it; 30 to 34 times; 42 no fee but the one of 国办函〔2020〕109号; 47 and 51 remedies;
art. 55 leaves public enterprises to rules of their own, so they do not stand here.

    letters    model texts of replies and notices, one for each outcome of the yearly report
    sheets     登记表 and 审签单, which stay in the office
    deadline   the calculator of periods, and the calendar for the browser
    yearly     what became of the applications of a year, in counts
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.activities import summary as activities
from plugins.frame import Build, Head, Link
from plugins.ledger.fees import BY_COUNT, BY_PAGE
from plugins.plan import Batch, Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.guide_parts import ENTERPRISE
from plugins.records.registry import Body
from plugins.requests import deadline, heads, letters, sheets, yearly
from plugins.requests.context import Acceptor, AcceptorKind, Blank, FormPage, RequestsPage
from plugins.requests.heads import TITLE
from plugins.requests.papers_context import PapersPage

PAPERS = Link("办理文书", addresses.PAPERS)
SUPERVISION = Link("监督和评议", addresses.SUPERVISION)
CITIZEN = Link("政府信息公开申请表（公民）", addresses.FORM_CITIZEN)
LEGAL = Link("政府信息公开申请表（法人或者其他组织）", addresses.FORM_LEGAL)

REACHED_BY = (
    Blank("address", wide=True),
    Blank("postcode"),
    Blank("phone", kind="tel"),
    Blank("fax", kind="tel"),
    Blank("email", kind="email"),
)
ABOUT_CITIZEN = (
    Blank("name", required=True),
    Blank("workplace"),
    Blank("document_type", required=True),
    Blank("document_number", required=True),
)
ABOUT_LEGAL = (
    Blank("organisation", required=True),
    Blank("credit_code", required=True),
    Blank("representative"),
    Blank("contact_name", required=True),
)
ABOUT_INFORMATION = (
    Blank("information_name", wide=True),
    Blank("information_number"),
    Blank("information_features", rows=4, wide=True),
)
WAYS = ("邮寄", "电子邮件", "传真", "自行领取", "当场查阅、抄录")
CARRIERS = ("纸质", "电子文件")


def plan(corpus: Corpus, build: Build) -> Iterator[Page | Batch]:
    """The page, the two forms, the working papers of the office, and the calculator."""
    kinds = acceptors(corpus)
    names = tuple(a.body.name for kind in kinds for a in kind.bodies)
    yield Page(addresses.REQUESTS, "requests.html", _page(corpus, kinds))
    yield Page(CITIZEN.address, "form.html", _form("citizen", CITIZEN, LEGAL, names))
    yield Page(LEGAL.address, "form.html", _form("legal", LEGAL, CITIZEN, names))
    yield Page(PAPERS.address, "papers.html", _papers())
    yield Batch("sheets", sheets.pages, (PAPERS, deadline.LINK))
    yield Batch("letters", letters.pages, (PAPERS, deadline.LINK))
    yield from deadline.plan(corpus.registry.holidays, PAPERS)
    yield from yearly.plan(corpus.registry, corpus.requests)


def acceptors(corpus: Corpus) -> tuple[AcceptorKind, ...]:
    """The bodies that take applications, by kind, in the order of the registry.

    One that has been abolished takes none: its successors do (art. 10).
    """
    kinds: dict[str, list[Acceptor]] = {}
    for body in corpus.registry.bodies.values():
        if body.kind != ENTERPRISE and not body.successors:
            kinds.setdefault(body.kind, []).append(_acceptor(corpus, body))
    return tuple(AcceptorKind(name, tuple(bodies)) for name, bodies in kinds.items())


def _acceptor(corpus: Corpus, body: Body) -> Acceptor:
    guides = {d.record.body: d.address for d in corpus.guides}
    other = corpus.registry.bodies.get(body.inherits)
    return Acceptor(
        body=reached(corpus.registry, body),
        guide=guides.get(body.id, ""),
        shares=other.name if other else "",
    )


def _page(corpus: Corpus, kinds: tuple[AcceptorKind, ...]) -> RequestsPage:
    site = corpus.registry.site
    lead = corpus.registry.bodies.get(site.lead_body)
    return RequestsPage(
        head=Head(
            title=TITLE,
            description=f"怎样向{site.name}及其部门申请公开政府信息：先查一查、受理机构、内容、期限、收费和救济。",
            crumbs=(Link("首页", addresses.HOME),),
            column_name=TITLE,
            column_type=TITLE,
            section=addresses.REQUESTS,
        ),
        lists=_lists(corpus),
        examples=site.search_examples,
        lead=_acceptor(corpus, lead) if lead else None,
        kinds=kinds,
        forms=(CITIZEN, LEGAL),
        deadline=deadline.LINK,
        papers=PAPERS,
        years=yearly.links(corpus.requests),
        supervision=SUPERVISION if activities.years(corpus.activities, corpus.day) else None,
        by_count=BY_COUNT,
        by_page=BY_PAGE,
    )


def _lists(corpus: Corpus) -> tuple[Link, ...]:
    """Where what is already public can be found; no door leads to an empty room."""
    doors = (
        ("法定主动公开内容", addresses.DUTIES, any(item.duties for item in corpus.items)),
        ("机构与栏目", addresses.DIRECTORY, True),
        ("按主题", addresses.THEMES, any(item.theme_code for item in corpus.items)),
        ("按年度", addresses.YEARS, bool(corpus.items)),
    )
    return tuple(Link(label, address) for label, address, there in doors if there)


def _form(applicant: str, own: Link, other: Link, acceptors: tuple[str, ...]) -> FormPage:
    return FormPage(
        head=heads.head(
            own.label,
            "可以在浏览器里填写后打印的申请表；填写的内容不保存、不上传。",
            scripts=("requests.js",),
        ),
        applicant=applicant,
        about_applicant=ABOUT_CITIZEN if applicant == "citizen" else ABOUT_LEGAL,
        reached_by=REACHED_BY,
        about_information=ABOUT_INFORMATION,
        ways=WAYS,
        carriers=CARRIERS,
        other=other,
        acceptors=acceptors,
    )


def _papers() -> PapersPage:
    return PapersPage(
        head=heads.head(
            PAPERS.label,
            "办理依申请公开用的登记表、审签单和各类答复文书样式；可以填写后打印，不保存、不上传。",
        ),
        sheets=sheets.doors(),
        steps=letters.steps(),
        replies=letters.replies(),
    )
