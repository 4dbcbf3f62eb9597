"""The text of a record of review to Reviews, and back."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from plugins.records.sheet import build, parsed, rows
from plugins.records.source import Fault
from plugins.review.review import CONCLUSIONS, TIERS, Review

_DIGEST = re.compile(r"[0-9a-f]{64}")
_HEAD = """\
# 信息发布审查记录：由 approve 按签了字的审查表写，一次审查一段，最后一段有效。
"""


@dataclass(frozen=True, slots=True)
class Log:
    """All reviews of an item, the first one first, and what is wrong in the file."""

    reviews: tuple[Review, ...] = ()
    faults: tuple[Fault, ...] = ()


def read(path: str, data: bytes) -> Log:
    """The record at ``path``; never raises for what stands in it."""
    sheet, found = parsed(path, data), []
    for row, span in rows(sheet, "review"):
        review = build(sheet, Review, row, span)
        if review is None:
            continue
        allowed = (
            (review.tier in TIERS, review.tier, "、".join(TIERS)),
            (review.conclusion in CONCLUSIONS, review.conclusion, "、".join(CONCLUSIONS)),
            (_DIGEST.fullmatch(review.digest) is not None, review.digest, "64 位 SHA-256"),
        )
        if odd := [(value, detail) for good, value, detail in allowed if not good]:
            sheet.fault("review-word", *odd[0], span)
        else:
            found.append(replace(review, line=span[0]))
    if not found and not sheet.faults:
        sheet.fault("review-blank", "")
    return Log(tuple(found), tuple(sheet.faults))


def written(before: str, review: Review) -> str:
    """The text of a record with one more review at its end."""
    people = ", ".join(map(_quoted, review.reviewers))
    lines = (
        "[[review]]",
        f"tier = {_quoted(review.tier)}",
        f"author = {_quoted(review.author)}",
        f"reviewers = [{people}]",
        f"approver = {_quoted(review.approver)}",
        f"conclusion = {_quoted(review.conclusion)}",
        f"date = {review.day.isoformat()}",
        f"digest = {_quoted(review.digest)}",
    )
    head = before if before.strip() else _HEAD
    return head.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
