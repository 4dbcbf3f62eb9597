"""What the text says, into the sheet: only where no label says it, and always with its origin."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.importer import said
from plugins.importer.found import Origin, Sheet, Value
from plugins.importer.labels import name_of
from plugins.importer.places import Places, compact
from plugins.importer.said import Said


class Text:
    """The lines of a text, and where they stand in the source file."""

    def __init__(self, lines: Sequence[str], places: Places, start: int) -> None:
        self.lines = lines
        self._places, self._start = places, start

    def line(self, raw: str) -> int:
        """The line of the source file on which ``raw`` begins."""
        return self._places.line(raw, self._start)


def read(sheet: Sheet, lines: Sequence[str], places: Places, start: int = 1) -> None:
    """Compare the text with the labels; add what only the text says; report where they differ."""
    text = Text(lines, places, start)
    _number(sheet, said.doc_number(lines), text)
    organs, day = said.signature(lines)
    _signers(sheet, organs, text)
    _day(sheet, day, text)
    if until := said.valid_until(lines):
        _put(sheet, "valid_until", until, text)
    elif years := said.years(lines):
        sheet.note("import-valid-years", text.line(years), "valid_until", years)
    if since := said.effective_date(lines):
        _put(sheet, "effective_date", since, text)
    _lists(sheet, text)


def _put(sheet: Sheet, key: str, found: Said, text: Text) -> None:
    line = text.line(found.raw)
    if sheet.put(key, found.value, found.raw, Origin.BODY, line):
        sheet.note("import-from-body", line, name_of(key), found.raw)


def _number(sheet: Sheet, number: Said | None, text: Text) -> None:
    if number is None:
        return
    if not sheet.get("doc_number"):
        _put(sheet, "doc_number", number, text)
    elif compact(sheet.get("doc_number")) != compact(number.value):
        sheet.note("import-doc-number-differs", text.line(number.raw), "doc_number", number.raw)


def _signers(sheet: Sheet, organs: tuple[str, ...], text: Text) -> None:
    """The organ of the signature is the issuer; one that a label names instead discloses it.

    政府信息公开条例第十条: who makes information discloses it, so the two are usually the same.
    """
    if not organs:
        return
    lead, line = Said(organs[0], organs[0]), text.line(organs[0])
    issuer, publisher = sheet.values.get("issuer"), sheet.values.get("publisher")
    if issuer is None:
        _put(sheet, "issuer", lead, text)
    elif issuer.value != lead.value:
        sheet.note("import-signature-differs", line, "issuer", lead.value)
        if publisher is None:
            sheet.values["publisher"] = issuer
            del sheet.values["issuer"]
            sheet.put("issuer", lead.value, lead.raw, Origin.BODY, line)
    if len(organs) > 1:
        _put_joint(sheet, organs[1:], line)


def _put_joint(sheet: Sheet, organs: tuple[str, ...], line: int) -> None:
    words = "、".join(organs)
    if sheet.put("joint_issuers", organs, words, Origin.BODY, line):
        sheet.note("import-from-body", line, name_of("joint_issuers"), words)


def _day(sheet: Sheet, day: Said | None, text: Text) -> None:
    written = sheet.get("written_date")
    if day is None:
        if broken := said.broken_day(text.lines):
            sheet.note("import-printed-date", text.line(broken), "written_date", broken)
    elif written and written != day.value:
        sheet.note("import-date-differs", text.line(day.raw), "written_date", day.raw)
    elif not written:
        _put(sheet, "written_date", day, text)


def _lists(sheet: Sheet, text: Text) -> None:
    """Citations, repeals and annexes: in the report, and what is repealed in the item as well."""
    found: dict[str, Value] = {}
    if cited := said.cites(text.lines, sheet.get("doc_number")):
        found["cites"] = cited
    numbers, count = said.repeals(text.lines, sheet.get("title"))
    if numbers:
        found["repeals_listed"] = numbers
        line, words = text.line(numbers[0]), "、".join(numbers)
        if sheet.put("replaces", numbers, words, Origin.BODY, line):
            sheet.note("import-from-body", line, name_of("replaces"), words)
    if count:
        found["repeals_count"] = str(count)
        if count != len(numbers):
            sheet.note("import-repeals-count", 1, "replaces", f"{count}，列出{len(numbers)}")
    if annexes := said.annexes(text.lines):
        found["annex_titles"] = annexes
        _annexes(sheet, annexes, text)
    title = compact(sheet.get("title"))
    if title and compact("".join(text.lines)) == title:
        found["body_is_title_only"] = "是"
        sheet.note("import-title-only", text.line(title))
    sheet.said = found


def _annexes(sheet: Sheet, annexes: tuple[str, ...], text: Text) -> None:
    """Where each announced annex is: a file, a part of the text, or nowhere."""
    for name in annexes:
        bare = compact(name).rstrip("。")
        if any(bare in compact(a.name) for a in sheet.attachments):
            continue
        inline = any(compact(line) == bare for line in text.lines)
        code = "import-inline-annex" if inline else "import-annex-missing"
        sheet.note(code, text.line(name), "attachments", name)
