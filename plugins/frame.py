"""What every page shows around its own content; made once, shared by all templates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plugins import addresses
from plugins.manifest.log import Release
from plugins.records.corpus import Corpus
from plugins.records.registry import Body, Site


@dataclass(frozen=True, slots=True)
class Build:
    """The circumstances of one build: an input like the content."""

    day: date
    theme: str  # absolute path of the theme
    public_url: str = ""  # ends in a slash; empty in a preview
    publish: bool = False
    commit: str = ""
    release: Release = field(default_factory=Release)


@dataclass(frozen=True, slots=True)
class Link:
    """A word and where it leads: an address of this site, or a full https address."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in ``<head>`` and above the content of a page.

    ``column_name``, ``column_type`` and ``column_description`` are the column tags, ``article``
    the article tags (name, content) of 国办发〔2017〕47号; ``crumbs`` the way from the home page,
    the page itself not included; ``json_ld`` serialised data with every ``<`` escaped;
    ``kind`` tells pages of one name apart in ``<title>`` (主题, 栏目, an article of the law).
    """

    title: str
    description: str = ""
    crumbs: tuple[Link, ...] = ()
    column_name: str = ""
    column_type: str = ""
    column_description: str = ""
    article: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    feed_name: str = ""  # whose feed it is, where that is not the page's title
    json_ld: str = ""
    section: str = ""  # the navigation address that is current
    scripts: tuple[str, ...] = ()  # theme script names, all classic and deferred
    noindex: bool = False
    canonical: str = ""  # the address of the page that this one repeats
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Site name, navigation, footer: the global ``frame`` of every template."""

    site: Site
    lead: Body | None
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    banner: str  # shown on every page where review is not enforced


def navigation(corpus: Corpus) -> tuple[Link, ...]:
    """The platform's columns (国办公开办函〔2019〕61号); no door leads to an empty room."""
    columns = corpus.registry.columns
    used = {item.column.id for item in corpus.items}
    fed = {step.nav for column in used for step in corpus.registry.trail(column) if step.nav}
    doors = (
        ("政策", addresses.POLICY, "政策" in fed),
        ("指南", addresses.GUIDE, bool(corpus.guides)),
        ("制度", addresses.RULES, bool(corpus.rules)),
        ("法定主动公开内容", addresses.DUTIES, bool(columns and corpus.items)),
        ("年报", addresses.REPORTS, "年报" in fed or bool(corpus.public_reports())),
        ("依申请公开", addresses.REQUESTS, True),
    )
    return tuple(Link(label, address) for label, address, there in doors if there)


def tallied(corpus: Corpus) -> bool:
    """Whether there is anything for 公开统计 to count."""
    return any(item.counted for item in corpus.items)


def gathers(corpus: Corpus) -> bool:
    """Whether any item stands in a topic or serial (专栏、刊物)."""
    return any(item.topics for item in corpus.items)


def frame(corpus: Corpus, build: Build) -> Frame:
    """The frame of a site on the day of a build."""
    site = corpus.registry.site
    banner = "演示站点：先审查后公开的流程没有启用，本站内容未经审查，不得作为正式公开使用。"
    return Frame(
        site=site,
        lead=corpus.registry.bodies.get(site.lead_body),
        navigation=navigation(corpus),
        footer=(
            Link("网站地图", addresses.SITEMAP_PAGE),
            Link("机构与栏目", addresses.DIRECTORY),
            *((Link("专栏和刊物", addresses.TOPICS),) if gathers(corpus) else ()),
            *(
                (Link("要点落实", addresses.KEYPOINTS),)
                if corpus.registry.steering.documents
                else ()
            ),
            *((Link("公开统计", addresses.TALLIES),) if tallied(corpus) else ()),
            Link("发布记录", addresses.RELEASE),
        ),
        banner=banner if site.review == "演示" else "",
    )
