"""The text of ``<serial>.state.toml`` to States, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.records.sheet import build, parsed, rows
from plugins.records.source import Fault
from plugins.records.state import MOVED, WORDS, State

_HEAD = "# 条目公开以后的去向：由 withdraw、redact、move 写，一次一段，最后一段有效。\n"


@dataclass(frozen=True, slots=True)
class Steps:
    """All steps of an item, the first one first, and what is wrong in the file."""

    steps: tuple[State, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def last(self) -> State | None:
        """The step that counts; None where nothing can be said because the file is broken."""
        return self.steps[-1] if self.steps and not self.faults else None


def read(path: str, data: bytes) -> Steps:
    """The steps in a record at ``path``; never raises for what stands in it."""
    sheet, found = parsed(path, data), list[State]()
    for row, span in rows(sheet, "state"):
        step = build(sheet, State, row, span)
        if step is None:
            continue
        if step.word not in WORDS:
            sheet.fault("state-word", step.word, "、".join(WORDS), span)
        elif not step.reason.strip() or not step.key.strip():
            sheet.fault("state-blank", "reason" if step.key.strip() else "index_no", span=span)
        elif (step.word == MOVED) != bool(step.to):
            sheet.fault("state-to", step.word, span=span)
        else:
            found.append(replace(step, line=span[0]))
    if not found and not sheet.faults:
        sheet.fault("state-empty", "")
    return Steps(tuple(found), tuple(sheet.faults))


def read_all(root: str, paths: Iterable[str]) -> dict[str, Steps]:
    """The records at these paths below ``root``, by path."""
    found = {}
    for path in paths:
        try:
            found[path] = read(path, Path(root, path).read_bytes())
        except OSError as error:
            fault = Fault("state-unreadable", 1, 1, detail=error.strerror or "")
            found[path] = Steps(faults=(fault,))
    return found


def written(before: str, step: State) -> str:
    """The text of a record with one more step at its end."""
    texts = (("basis", step.basis), ("to", step.to))
    lines = (
        "[[state]]",
        f"state = {_quoted(step.word)}",
        f"index_no = {_quoted(step.key)}",
        f"date = {step.day.isoformat()}",
        f"reason = {_quoted(step.reason)}",
        *(f"{key} = {_quoted(text)}" for key, text in texts if text),
    )
    head = before if before.strip() else _HEAD
    return head.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
