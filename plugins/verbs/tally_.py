"""``tally``: what became public in a range of days, by whom, how soon, and what came late."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import click

from plugins import cycles, examined, rules
from plugins.records.clocks import limit
from plugins.records.corpus import Corpus
from plugins.records.dated import dated
from plugins.records.item import Item
from plugins.refused import CONFIGURATION, Refused
from plugins.tallies.counting import BODY, DIMENSIONS, names, ranks, tally, within
from plugins.tallies.tables import written
from plugins.tallies.timeliness import Timed, Timeliness, timed, timeliness
from plugins.verbs import folders
from plugins.workdays.periods import counter

_TIMES = ("采用", "能计时的", "中位数（工作日）", "最长（工作日）", "逾期")


@dataclass(frozen=True, slots=True)
class _Row:
    """``rank`` is 0 where there is none: only bodies are ranked."""

    key: str
    name: str
    rank: int
    items: int
    adopted: int
    soon: Timeliness


@dataclass(frozen=True, slots=True)
class _Found:
    """``imported`` and ``undated`` are what the catalog holds and no range can count."""

    rows: tuple[_Row, ...]
    total: _Row
    imported: int
    undated: int


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else "")
    except ValueError:
        raise Refused(f"“{text}”不是日期 → 写作 2024-01-31", CONFIGURATION) from None


def _counted(corpus: Corpus, first: date | None, last: date | None, by: str) -> _Found:
    items = within(corpus.items, first, last)
    began = min(corpus.released.values(), default=None)
    clocks = {one.item.key: one for one in timed(items, corpus.registry, began)}
    held = tally(items, by)
    called = names(corpus.registry, by, held)
    places = ranks({key: len(held.get(key, ())) for key in called}) if by == BODY else {}
    rows = (
        _row(key, called[key], places.get(key, 0), held.get(key, ()), clocks)
        for key in places or called
    )
    return _Found(
        rows=tuple(rows),
        total=_row("", "合计", 0, items, clocks),
        imported=sum(item.imported for item in corpus.items),
        undated=sum(not item.imported and not item.counted for item in corpus.items),
    )


def _row(
    key: str, name: str, rank: int, items: Sequence[Item], clocks: Mapping[str, Timed]
) -> _Row:
    soon = timeliness(clocks[item.key] for item in items if item.key in clocks)
    return _Row(key, name, rank, len(items), sum(bool(i.adopted_by) for i in items), soon)


def _head(by: str) -> tuple[str, ...]:
    return (DIMENSIONS[by], *(("名次",) if by == BODY else ()), "条数", *_TIMES)


def _cells(row: _Row, by: str) -> tuple[str, ...]:
    place = (str(row.rank or ""),) if by == BODY else ()
    soon = row.soon
    middle = "" if soon.median is None else f"{soon.median:g}"
    worst = "" if soon.worst is None else str(soon.worst)
    times = (str(row.adopted), str(len(soon.measured)), middle, worst, str(len(soon.late)))
    return (row.name, *place, str(row.items), *times)


def _table(found: _Found, by: str) -> Iterator[tuple[str, ...]]:
    yield _head(by)
    yield from (_cells(row, by) for row in (*found.rows, found.total))


def _lines(found: _Found, by: str) -> Iterator[str]:
    yield from ("\t".join(cells) for cells in _table(found, by))
    for one in found.total.soon.late:
        known, item = one.timing, one.item
        about = f"{limit(known.clock)}，" if known.clock.number else ""
        late = f"晚{known.late}{counter(known.clock.unit)}"
        yield (
            f"逾期：{item.record.path} {item.title}：{known.published}公开，"
            f"应在{known.due}以前（{about}{known.clock.article}），{late}"
        )
    yield f"按公开日期计；没有计入：迁入的 {found.imported} 条，没有公开日期的 {found.undated} 条"


def _shown(row: _Row) -> dict[str, object]:
    soon = row.soon
    return {
        "key": row.key,
        "name": row.name,
        "rank": row.rank or None,
        "items": row.items,
        "adopted": row.adopted,
        "measured": len(soon.measured),
        "median": soon.median,
        "worst": soon.worst,
        "late": len(soon.late),
    }


def _document(found: _Found, first: date | None, last: date | None, by: str) -> dict[str, object]:
    late = [
        {
            "path": one.item.record.path,
            "index_no": one.item.index_no,
            "title": one.item.title,
            "published": one.timing.published,
            "due": one.timing.due,
            "late": one.timing.late,
            "unit": one.timing.clock.unit,
        }
        for one in found.total.soon.late
    ]
    return {
        "from": first,
        "to": last,
        "by": by,
        "rows": [_shown(row) for row in found.rows],
        "total": _shown(found.total),
        "late": late,
        "not_counted": {"imported": found.imported, "undated": found.undated},
    }


@click.command("tally", help="某段日期公开了多少信息：各机构名次、及时性、逾期的；迁入的不计。")
@folders
@click.option("--from", "first", metavar="日期", help="第一天（公开日期），如 2024-01-01；不写不限")
@click.option("--to", "last", metavar="日期", help="最后一天，计入；不写不限")
@click.option("--by", default=BODY, type=click.Choice(tuple(DIMENSIONS)), show_default=True)
@click.option("--csv", "as_csv", is_flag=True, help="只输出表格，CSV")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def command(
    content: str,
    output: str,
    first: str | None,
    last: str | None,
    by: str,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Print the tally; exit 1 if the content has errors, whose items may be missing."""
    since, until = _day(first), _day(last)
    if since and until and until < since:
        raise Refused(f"{since} 在 {until} 之后 → 换过来写", CONFIGURATION)
    cycles.seldom()
    with examined.remembered(content, output) as memory:
        corpus, findings = examined.read(content, memory, output=output)
        found = _counted(dated(corpus, corpus.released), since, until, by)
    if code := rules.exit_code(findings):
        sys.stderr.write("内容有错误，出错的条目可能没有计入 → 运行 make check 查看并改正\n")
    if as_json:
        shown = _document(found, since, until, by)
        sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1, default=str) + "\n")
    elif as_csv:
        sys.stdout.write(written(_table(found, by)))
    else:
        lines = (
            "".join(c if c.isprintable() or c == "\t" else "□" for c in line)
            for line in _lines(found, by)
        )
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    raise click.exceptions.Exit(code)
