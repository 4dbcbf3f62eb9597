"""信息发布审查表: what is reviewed, on paper, with its code on every page and boxes to sign."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

from plugins.records.item import Item
from plugins.records.source import Attachment, Entry
from plugins.review import seal
from plugins.review.person import OFFICES
from plugins.review.review import DAILY
from plugins.scrub.record import Scrub

_NONE = "<p>没有</p>"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form of one item: at which tier and why, what the rules had to say of it, what was taken
    off its pictures."""

    item: Item
    tier: str
    reason: str
    notes: tuple[str, ...]
    day: date
    scrubs: tuple[Scrub, ...] = ()


def page(sheets: Iterable[Sheet]) -> str:
    """A document of HTML that prints on A4, each item on sheets of its own; it needs no other file."""
    one = _template("sheet.html")
    filled = (one.substitute(_words(sheet)) for sheet in sheets)
    return _template("form.html").substitute(sheets="\n".join(filled))


def _template(name: str) -> Template:
    return Template(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def _words(sheet: Sheet) -> dict[str, str]:
    item, record = sheet.item, sheet.item.record
    plain = {
        "title": item.title,
        "number": item.index_no or "无索引号",
        "publisher": item.publisher.name,
        "column": item.column.name,
        "tier": f"{sheet.tier}（{sheet.reason}）" if sheet.reason else sheet.tier,
        "code": seal.code(item.seal),
        "digest": item.seal.hex(),
        "day": sheet.day.isoformat(),
        "text": record.text,
    }
    markup = {
        "fields": "\n".join(map(_field, record.entries.values())),
        "attachments": "".join(_attached(item.attachments, sheet.scrubs)) or _NONE,
        "notes": "".join(f"<p>{html.escape(note)}</p>" for note in sheet.notes) or _NONE,
        "boxes": "\n".join(_boxes(sheet.tier)),
    }
    return {**{name: html.escape(words) for name, words in plain.items()}, **markup}


def _field(entry: Entry) -> str:
    members = (
        "，".join(f"{p.key}：{p.text}" if p.key else p.text for p in member)
        for member in entry.parts
    )
    value = html.escape(entry.raw) or "<br>".join(map(html.escape, members))
    return f"<tr><th>{html.escape(entry.label)}</th><td>{value}</td></tr>"


def _attached(files: Iterable[Attachment], scrubs: Iterable[Scrub]) -> Iterator[str]:
    freed = {(scrub.file, scrub.after): scrub for scrub in scrubs}
    for file in files:
        title = f"（{file.title}）" if file.title not in ("", file.name) else ""
        name = html.escape(f"{file.name}{title}，{file.size} 字节")
        yield f'<p>{name}<br><span class="digest">SHA-256 {file.sha256}</span>'
        if scrub := freed.get((file.name, file.sha256)):
            turned = "，转正（重新编码）" if scrub.turned else ""
            said = html.escape(
                f"已去掉{'、'.join(scrub.removed)}{turned}；清理前 SHA-256 {scrub.before}"
            )
            yield f'<br><span class="digest">{said}</span>'
        yield "</p>"


def _boxes(tier: str) -> Iterator[str]:
    """A box for each who signs: 日常 the making unit, 敏感 the three offices jointly."""
    middle = ("制作单位审查人",) if tier == DAILY else tuple(f"{office}机构" for office in OFFICES)
    for who in ("作者", *middle, "审批人"):
        asked = "" if who == "作者" else "□ 同意公开　□ 不同意公开，理由："
        yield f"<tr><th>{who}</th><td>{asked}<br>签名：　　　　　　　　　日期：</td></tr>"
