"""What ``policy.html`` receives."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head
from plugins.records.item import Row
from plugins.shapes import Count


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy document and the interpretations (解读) of it that stand on this site."""

    item: Row
    interpretations: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """政策: the newest documents, and interpretations of documents that are not on this site."""

    head: Head
    total: int
    policies: tuple[Policy, ...]
    others: tuple[Row, ...]
    columns: tuple[Count, ...]
