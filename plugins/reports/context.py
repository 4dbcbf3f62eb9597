"""What ``reports.html`` receives."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head
from plugins.records.item import Row
from plugins.records.registry import Body


@dataclass(frozen=True, slots=True)
class Report:
    """A yearly report; ``year`` is the year it covers, 0 where neither field nor title says."""

    year: int
    item: Row


@dataclass(frozen=True, slots=True)
class Year:
    """The reports on one year, in the order of the bodies."""

    year: int
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class BodyReports:
    """The reports of one body, newest year first."""

    body: Body
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """年报: every report of every year, twice in order: by year and by body."""

    head: Head
    years: tuple[Year, ...]
    bodies: tuple[BodyReports, ...]
