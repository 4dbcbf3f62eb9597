"""What the importer holds of one source file: values, each with the place it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from plugins.importer import notes
from plugins.records.fields import BY_KEY
from plugins.records.finding import Finding, Severity

Value = str | tuple[str, ...]


class Origin(StrEnum):
    """Where on the old page a value stood."""

    LABEL = "label"
    META = "meta"
    TITLE = "title"
    BODY = "body"
    SCRIPT = "script"
    URL = "url"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Found:
    """One value: as we write it, as it stood, and where (``line`` of the source file, from 1)."""

    value: Value
    raw: str
    origin: Origin
    line: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label of the old page's metadata block and what stood beside it, empty or not."""

    label: str
    key: str
    raw: str
    line: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A file that the page offers; ``path`` is where its copy lies in CONTENT, if it was at hand."""

    name: str
    url: str
    where: str  # list, body-link, icon, script, frame
    line: int
    href: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the meta tags of a page say about its site (国办发〔2017〕47号)."""

    name: str = ""
    domain: str = ""
    id_code: str = ""


@dataclass(slots=True)
class Sheet:
    """One source file while it is read; the first place that names a value wins."""

    source: str
    values: dict[str, Found] = field(default_factory=dict)
    labels: list[Labelled] = field(default_factory=list)
    attachments: list[Linked] = field(default_factory=list)
    breadcrumb: tuple[str, ...] = ()
    text: str = ""
    url: str = ""
    site: SiteFacts = SiteFacts()
    said: Mapping[str, Value] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    source_is_fallback: bool = False
    theme_code: str = ""
    readable: bool = True

    def put(self, key: str, value: Value, raw: str, origin: Origin, line: int) -> bool:
        """Keep a value unless it is empty or an earlier place has named one already."""
        if not value or key in self.values:
            return False
        self.values[key] = Found(value, raw, origin, line)
        return True

    def get(self, key: str) -> str:
        """The value of ``key`` as one text, or the empty string."""
        found = self.values.get(key)
        if found is None:
            return ""
        return found.value if isinstance(found.value, str) else "、".join(found.value)

    def note(
        self,
        code: str,
        line: int = 1,
        field: str = "",
        value: str = "",
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Report ``code`` of ``notes.WORDS`` about this file; ``field`` is a label, or a key of one."""
        message, fix = notes.WORDS[code]
        field = BY_KEY[field].label if field in BY_KEY else field
        words = {"field": field, "value": value}
        self.findings.append(
            Finding(
                path=self.source,
                line=line,
                column=1,
                code=code,
                field=field,
                message=message.format(**words),
                fix=fix.format(**words),
                value=value,
                severity=severity,
            )
        )

    @property
    def failed(self) -> bool:
        """Whether what the file says is lost in whole or in its main part: its text."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def refuse(self, code: str, value: str = "", line: int = 1) -> None:
        """Report why no item can be made of this file."""
        self.readable = False
        self.note(code, line, value=value, severity=Severity.ERROR)
