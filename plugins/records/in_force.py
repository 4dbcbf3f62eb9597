"""Since when a policy document has been what it is: in force, amended, repealed, lapsed.

国办发〔2018〕37号 asks that repealed and amended documents are marked; who looks back asks since when. Only
written days are used; where it is not written when a document ended, that is not known and said so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from plugins.records.item import Item, Relation

NOT_YET, VALID, AMENDED, REPEALED, LAPSED = "尚未施行", "有效", "已修改", "废止", "失效"
ENDED = (REPEALED, LAPSED)
UNSTATED, UNKNOWN = "未标注", "不详"


@dataclass(frozen=True, slots=True)
class Turn:
    """From ``day`` on the document is what ``word`` says, ``by`` another document or by itself."""

    day: date
    word: str
    by: Relation | None = None


def turns(item: Item) -> tuple[Turn, ...]:
    """Every turn of a document as far as days are known, the first one first; none after its end."""
    found = list[Turn]()
    since = item.effective_date or item.written_date or item.generated_date
    if item.written_date and since and item.written_date < since:
        found.append(Turn(item.written_date, NOT_YET))
    if since:
        found.append(Turn(since, VALID))
    amended = (r for r in item.relations if r.label == "被修改" and r.since)
    found += (Turn(r.since, AMENDED, r) for r in amended if r.since)
    end = _end(item)
    kept = (turn for turn in found if not end or turn.day < end.day)
    return (*sorted(kept, key=lambda turn: turn.day), *((end,) if end else ()))


def _end(item: Item) -> Turn | None:
    """The end of a document that was abolished on a day, or has run out."""
    out = item.valid_until + timedelta(1) if item.valid_until else None
    if item.abolish_date and not (out and out <= item.abolish_date):
        word = item.validity.word if item.validity.word in ENDED else REPEALED
        by = next((r for r in item.relations if r.label == "被废止"), None)
        return Turn(item.abolish_date, word, by)
    return Turn(out, LAPSED) if out else None


def word_on(item: Item, day: date) -> str:
    """What a document was on ``day``; empty where it was not there yet.

    不详 where it has ended and nobody wrote when; 未标注 where nobody says whether it is in force.
    """
    known = [turn.word for turn in turns(item) if turn.day <= day]
    word = known[-1] if known else ""
    if word in (VALID, AMENDED) and item.validity.word in ENDED and _end(item) is None:
        return UNKNOWN
    return UNSTATED if word in (VALID, AMENDED) and not item.validity.word else word
