"""What was found, point by point; pages and bodies from the paths of findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from plugins import addresses, rules
from plugins.inspection.points import POINTS, REST, Need, Point, point_of
from plugins.leaks.veil import veiled_path
from plugins.owed.coverage import Area, Covered, areas, coverage
from plugins.owed.standards import catalogue
from plugins.owed.standing import Standing, standings
from plugins.owed.upkeep import settled
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.registry import Body
from plugins.rules import gk882_stale_column, gk883_duty_missing, gk884_standard_gap
from plugins.steering.tables import Liaison, serving

_DUTIES = "法定主动公开内容"
TOGETHER = "只在全站自查里判断"
"""What columns and duties lack where one body is looked at: they are the site's."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding: ``page`` is the address of the page it is about, empty where it has none.

    ``title`` is what the page is called; ``body`` who has to act, None where that is not clear.
    """

    finding: Finding
    page: str
    title: str
    body: Body | None

    @property
    def place(self) -> str:
        """Where it stands in CONTENT."""
        return f"{veiled_path(self.finding.path)}:{self.finding.line}"


@dataclass(frozen=True, slots=True)
class Judged:
    """A point with its evidence; ``lacking`` is why it cannot be judged, or not wholly."""

    point: Point
    lacking: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """The whole of it, on a day.

    ``tasks`` are the lines of the assignment table, by body; ``duties`` the contents of art. 20 and
    21, ``areas`` the key areas, and how much is public of each; ``liaisons`` whom to call, by body.
    """

    site: str
    url: str
    day: date
    points: tuple[Judged, ...]
    tasks: tuple[Standing, ...]
    duties: tuple[Covered, ...]
    areas: tuple[Area, ...]
    liaisons: tuple[tuple[Body, Liaison], ...]

    @property
    def number(self) -> int:
        """How much was found."""
        return sum(len(judged.evidence) for judged in self.points)

    @property
    def bodies(self) -> tuple[tuple[Body, tuple[Standing, ...]], ...]:
        """The tasks of each body, in the order of the registry."""
        groups = groupby(self.tasks, key=lambda task: task.body.id)
        found = (tuple(tasks) for _, tasks in groups)
        return tuple((tasks[0].body, tasks) for tasks in found)

    @property
    def states(self) -> Mapping[str, int]:
        """How many lines of the assignment table stand how."""
        return Counter(task.state.value for task in self.tasks)


def inspection(corpus: Corpus, findings: Sequence[Finding], body: Body | None = None) -> Inspection:
    """``findings`` of ``corpus`` by point; REST has errors and warnings that no point names.

    With ``body``, what is that body's alone.
    """
    held = _evidence(corpus, findings, body)
    there, lacking = rules.codes(), _lacking(corpus)
    if body:
        lacking = {**lacking, Need.GROWN: TOGETHER, Need.CATALOGUE: TOGETHER}
        corpus = _of(corpus, body)
    kept = [point for point in POINTS if any(code.startswith(point.codes) for code in there)]
    order = list(corpus.registry.bodies)
    return Inspection(
        site=body.name if body else corpus.registry.site.name,
        url=corpus.registry.site.public_url,
        day=corpus.day,
        points=tuple(
            Judged(point, lacking.get(point.need, ""), tuple(held.get(point.key, ())))
            for point in (*kept, REST)
        ),
        tasks=tuple(sorted(standings(corpus), key=lambda one: order.index(one.body.id))),
        duties=coverage(corpus),
        areas=areas(corpus),
        liaisons=tuple(
            (one, liaison)
            for one in corpus.registry.bodies.values()
            for liaison in serving(corpus.registry.steering.liaisons, corpus.day, one.id)
        ),
    )


def _evidence(
    corpus: Corpus, findings: Sequence[Finding], only: Body | None
) -> Mapping[str, Sequence[Evidence]]:
    """The findings by the keys of points."""
    pages = _pages(corpus)
    owners = {(r.path, r.line): r.body for r in corpus.requests}
    by_point: dict[str, list[Evidence]] = defaultdict(list)
    for finding in findings:
        point, body = point_of(finding.code), _body(finding, corpus, owners)
        passed = point is REST and finding.severity is Severity.NOTICE
        if not passed and (only is None or body is only):
            said = pages.get(finding.path) or pages.get(f"{finding.code} {finding.value}")
            by_point[point.key].append(Evidence(finding, *(said or ("", "")), body))
    return by_point


def _of(corpus: Corpus, body: Body) -> Corpus:
    """What is one body's of the catalog and of the assignment table."""
    registry = corpus.registry
    lines = tuple(line for line in registry.assignments if line.body == body.id)
    return replace(
        corpus,
        registry=replace(registry, bodies={body.id: body}, assignments=lines),
        items=tuple(item for item in corpus.items if item.publisher.id == body.id),
    )


def _pages(corpus: Corpus) -> Mapping[str, tuple[str, str]]:
    """Address and title of what a path of CONTENT becomes, and of where the findings of a rule
    about the registry are to be seen, by its code and their value."""
    pages = {item.record.path: (item.address, item.title) for item in corpus.items}
    documents = (*corpus.guides, *corpus.rules)
    pages |= {doc.record.path: (doc.address, doc.title) for doc in documents}
    pages |= {r.record.path: (r.address, r.title) for r in corpus.public_reports()}
    stale, missing = gk882_stale_column.CODE, gk883_duty_missing.CODE
    for column in {item.column.id: item.column for item in corpus.items}.values():
        pages[f"{stale} {column.id}"] = addresses.listing("column", column.id), column.name
    for body in {item.publisher.id: item.publisher for item in corpus.items}.values():
        pages[f"{missing} {body.id}"] = addresses.duties_of(body.id), f"{body.name}{_DUTIES}"
    for shelf in catalogue(corpus):
        known = addresses.standard(shelf.domain.id), f"{shelf.domain.name}领域标准目录"
        pages[f"{gk884_standard_gap.CODE} {shelf.domain.id}"] = known
    pages |= _steered(corpus)
    return pages | {f"{missing} ": (addresses.DUTIES, _DUTIES)}


def _steered(corpus: Corpus) -> Mapping[str, tuple[str, str]]:
    """The pages on which what is wrong in a table of ``plugins.steering`` is to be seen."""
    led, day = corpus.registry.steering, corpus.day
    reach = led.public_liaisons and bool(serving(led.liaisons, day))
    pages = (
        ("keypoints", addresses.KEYPOINTS, "要点落实", bool(led.documents)),
        ("leaders", addresses.LEADERS, "领导分工", bool(serving(led.leaders, day))),
        ("liaisons", addresses.LIAISONS, "政府信息联络员", reach),
        ("rule_kinds", addresses.CHECKLIST, "配套制度清单", bool(led.rule_kinds)),
        ("enterprises", addresses.ENTERPRISES, "公共企事业单位信息公开", bool(led.enterprises)),
    )
    return {
        f"registry/{name}.toml": (address, title) for name, address, title, there in pages if there
    }


def _lacking(corpus: Corpus) -> Mapping[Need | None, str]:
    """What this site has not, and points need."""
    led = corpus.registry.steering
    there = {
        Need.KEYPOINTS: bool(led.documents),
        Need.LEADERS: bool(led.leaders),
        Need.LIAISONS: bool(led.liaisons),
        Need.RULES: bool(led.rule_kinds),
        Need.ENTERPRISES: bool(led.enterprises),
        Need.GROWN: settled(corpus),
        Need.CATALOGUE: settled(corpus) and bool(corpus.registry.matters),
        Need.TABLE: bool(corpus.registry.assignments),
        Need.LEDGER: bool(corpus.requests),
        Need.LOG: bool(corpus.releases),
    }
    return {need: need.value for need, given in there.items() if not given}


def _body(finding: Finding, corpus: Corpus, owners: Mapping[tuple[str, int], str]) -> Body | None:
    """The folder of a text, the office of an application, or the body that a finding is about."""
    bodies = corpus.registry.bodies
    folder, _, rest = finding.path.partition("/")
    if folder in ("items", "guide", "rules", "reports"):
        return bodies.get(rest.split("/")[0].removesuffix(".md"))
    if folder == "registry":
        return bodies.get(finding.value)
    return bodies.get(owners.get((finding.path, finding.line), ""))


def url(found: Inspection, address: str) -> str:
    """The full address of a page where the site has one, else the address below its root."""
    return f"{found.url}{addresses.quoted(address)}" if address else ""
