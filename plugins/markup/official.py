"""Official text to safe HTML: every character that is not certainly markup is shown as written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from plugins.markup import lines as reading
from plugins.markup import tables
from plugins.markup.shown import dressed
from plugins.markup.targets import Resolver, as_written

_HINT = 'data-gk-hint="表格可以左右滑动"'  # shown where a table is wider than the page


def to_html(text: str, text_format: str = "markdown", resolve: Resolver = as_written) -> str:
    """The body of an item, without a heading above h2, without script, style or attribute of it.

    Every line that is not blank becomes a block of its own; blanks at its ends are layout and
    dropped, all others kept; ``shown`` gives some of them a class. ``text`` takes each character
    literally and makes tables of ``a | b |`` rows; ``markdown`` knows the marks that ``lines``
    lists. ``resolve`` turns a relative address into a link of the page.
    """
    return dressed(bare_html(text, text_format, resolve))


def bare_html(text: str, text_format: str, resolve: Resolver = as_written) -> str:
    """The same without the classes that ``shown`` gives."""
    if text_format == "text":
        return "".join(_literal([r.strip() for r in reading.split(text) if r.strip()]))
    if not reading.has_markup(text):
        return "".join(_paragraph(r.strip()) for r in reading.split(text) if r.strip())
    # Markdown is dear to import, and most texts do not need it.
    from plugins.markup.marked import convert

    return convert(reading.read(text), resolve)


def _paragraph(line: str) -> str:
    return f"<p>{escape(line, quote=False)}</p>\n"


def _literal(lines: list[str]) -> Iterator[str]:
    """Paragraphs, and tables where two or more rows in succession have as many cells."""
    i = 0
    while i < len(lines):
        end = tables.rows_from(lines, i)
        if end > i + 1:
            yield _table(lines[i:end])
        else:
            end = i + 1
            yield _paragraph(lines[i])
        i = end


def _table(rows: list[str]) -> str:
    """A table; its first row is the head only where it can be one."""
    cells = [tables.cells(row) for row in rows]
    head = cells[:1] if tables.is_head(rows[0]) else []
    top = "".join(_row(r, '<th scope="col">', "</th>") for r in head)
    body = "".join(_row(r, "<td>", "</td>") for r in cells[len(head) :])
    thead = f"<thead>\n{top}</thead>\n" if head else ""
    return framed(f"<table>\n{thead}<tbody>\n{body}</tbody>\n</table>\n")


def _row(cells: list[str], start: str, end: str) -> str:
    return f"<tr>{''.join(start + escape(c, quote=False) + end for c in cells)}</tr>\n"


def framed(html: str) -> str:
    """Tables in a frame that scrolls by itself, by keyboard too, so that the page never does."""
    frame = f'<div class="gk-scroller" role="group" aria-label="表格" {_HINT} tabindex="0"><table>'
    return html.replace("<table>", frame).replace("</table>", "</table></div>")
