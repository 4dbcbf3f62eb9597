"""One review of one item, as its record tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

DAILY, SENSITIVE = "日常", "敏感"
TIERS = (DAILY, SENSITIVE)
AGREED, DISAGREED = "同意公开", "不同意公开"
CONCLUSIONS = (AGREED, DISAGREED)
SUFFIX = ".review.toml"


@dataclass(frozen=True, slots=True)
class Review:
    """``author``, ``reviewers``, ``approver`` are ids of ``registry/roles.toml``; ``digest`` is the
    SHA-256 of what was looked at (``seal.of_files``), in hex."""

    tier: str
    author: str
    reviewers: tuple[str, ...]
    approver: str
    conclusion: str
    day: date = field(metadata={"key": "date"})
    digest: str
    line: int = 1


def beside(item: str) -> str:
    """The path of the record of the item at a path."""
    return item.removesuffix(".md") + SUFFIX


def item_of(record: str) -> str:
    """The path of the item whose record lies at a path."""
    return record.removesuffix(SUFFIX) + ".md"
