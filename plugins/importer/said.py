"""What the text of a document says about itself: number, signature, date, terms, annexes, repeals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.importer.places import compact
from plugins.records import dates
from plugins.records.numbers import read_doc_number

_ORGAN = re.compile(
    r"[\u4e00-\u9fff（）()·]{2,40}(?:政府|政府公室|委员会|委員會|管委会|党委|区委|市委|县委|省委|工委|"
    r"人大|政协|办公室|辦公室|局|厅|廳|处|處|院|所|部|署|办|委|街道|镇|乡|村|社区|中心|大队|支队|总队|"
    r"站|社|司|馆|校|中学|小学|大学|学院|公司|集团|领导小组|指挥部|会|组|园|库)"
)
_YEAR = "[〇零○O一二三四五六七八九]{4}"
_HAN = "[一二三四五六七八九十]"
_DAY = (
    rf"(?:\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|{_YEAR}年{_HAN}{{1,2}}月{_HAN}{{1,3}}日)"
)
_LAST_DAY = re.compile(
    rf"有效期(?:限)?\s*(?:自[^，。；]{{0,24}}?起)?\s*(?:截至|截止到|截止|至|到)\s*(?P<day>{_DAY})"
)
_FIRST_DAY = re.compile(rf"自\s*(?P<day>{_DAY})\s*起\s*(?:正式)?\s*(?:施行|实施|执行|生效)")
_YEARS = re.compile(r"有效期(?:限)?(?:为|是)?\s*[一二三四五六七八九十\d]+\s*年")
_CITED = re.compile(r"[\u4e00-\u9fff]{2,14}[〔\[【（(](?:19|20)\d{2}[〕\]】）)]\s*第?\d+号")
_REPEALED = re.compile(
    r"》\s*[（(]\s*(?P<number>[\u4e00-\u9fff]{2,14}[〔\[【（(](?:19|20)\d{2}[〕\]】）)]\s*第?\d+号)"
)
_COUNT = re.compile(r"等\s*(\d+)\s*[份件个部]")
_ANNEX = re.compile(r"^附件\s*[:：]?\s*(?:\d+\s*[.、．:：]?\s*)?(?P<name>[^\d\s:：.、].{2,})$")
_NEXT_ANNEX = re.compile(r"^\d+\s*[.、．]\s*(?P<name>\S.{2,79})$")
_BROKEN_DAY = re.compile(
    r"[〇零○O一二三四五六七八九\d]{1,3}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日"
)
_HEAD = 15


@dataclass(frozen=True, slots=True)
class Said:
    """A value and the words of the text that it was read from."""

    value: str
    raw: str


def is_organ(words: str) -> bool:
    """Whether words are the name of an organ and nothing else."""
    return bool(_ORGAN.fullmatch(compact(words))) and not re.search(r"(关于|通知|印发|：|:)", words)


def doc_number(lines: Sequence[str]) -> Said | None:
    """The document number on a line of its own near the top (alone, or before 签发人)."""
    for line in [x for x in lines if x.strip()][:_HEAD]:
        alone = re.split(r"\s{2,}|签发人", line.strip())[0]
        number = read_doc_number(alone)
        if number and len(compact(alone)) <= 30 and not re.search(r"[，。；]", alone):
            return Said(number.normal, alone.strip())
    return None


def _day(line: str) -> tuple[str, str]:
    """The date that ends a line and the words before it; empty where the line ends otherwise."""
    words = line.strip().rstrip("。")
    found = re.search(rf"{_DAY}$", words)
    if not found:
        read = dates.read(compact(words))
        return (
            (words, "") if 8 <= len(words) <= 14 and isinstance(read, dates.Written) else ("", "")
        )
    return found[0], words[: found.start()].strip()


def _organs(line: str) -> tuple[str, ...]:
    """The organs that sign on one line: usually one, in joint documents several."""
    words = line.strip()
    apart = words.split()
    if len(apart) > 1 and all(len(w) == 1 for w in apart):
        apart = ["".join(apart)]
    if apart and all(is_organ(w) for w in apart):
        return tuple(apart)
    return (compact(words),) if is_organ(words) else ()


def signature(lines: Sequence[str]) -> tuple[tuple[str, ...], Said | None]:
    """Who signed, lead organ first, and when: the first organ that stands right above a date.

    A date without an organ counts only at the very end of the text.
    """
    kept = [x for x in lines if x.strip() and " | " not in x]
    for number, line in enumerate(kept):
        raw, before = _day(line)
        if not raw:
            continue
        read = dates.read(compact(raw))
        if not isinstance(read, dates.Written):
            continue
        organs = _organs(before) if before else _above(kept, number)
        if organs:
            return organs, Said(read.day.isoformat(), raw)
        if not before and number >= len(kept) - 2:
            return (), Said(read.day.isoformat(), raw)
    return (), None


def _above(lines: Sequence[str], number: int) -> tuple[str, ...]:
    """The organs on the lines right above line ``number``, from top to bottom."""
    organs: tuple[str, ...] = ()
    for line in reversed(lines[max(0, number - 4) : number]):
        found = _organs(line)
        if not found:
            break
        organs = (*found, *organs)
    return organs


def broken_day(lines: Sequence[str]) -> str:
    """A line near the end that was a date before it lost a character; else empty."""
    for line in [x.strip() for x in lines if x.strip()][-6:]:
        if _BROKEN_DAY.fullmatch(line):
            return line
    return ""


def _own_sentences(lines: Sequence[str]) -> list[str]:
    """Sentences in which the document speaks of itself (本办法, 本通知, or 有效期 at the head)."""
    sentences = [s.strip() for x in lines for s in re.split(r"(?<=[。；])", x)]
    return [
        s for s in sentences if re.search(r"本[\u4e00-\u9fff]{1,8}", s) or s.startswith("有效期")
    ]


def _only_day(lines: Sequence[str], pattern: re.Pattern[str]) -> Said | None:
    found = {m["day"]: m[0] for s in _own_sentences(lines) for m in pattern.finditer(s)}
    if len(found) != 1:
        return None
    ((day, raw),) = found.items()
    read = dates.read(compact(day))
    return Said(read.day.isoformat(), raw) if isinstance(read, dates.Written) else None


def valid_until(lines: Sequence[str]) -> Said | None:
    """The last day of validity, where the document names exactly one."""
    return _only_day(lines, _LAST_DAY)


def effective_date(lines: Sequence[str]) -> Said | None:
    """The first day of validity, where the document names exactly one."""
    return _only_day(lines, _FIRST_DAY)


def years(lines: Sequence[str]) -> str:
    """A validity in years (有效期5年), from which nobody but a clerk may make a date."""
    return next((m[0] for s in _own_sentences(lines) if (m := _YEARS.search(s))), "")


def _normal(number: str) -> str:
    read = read_doc_number(number)
    return read.normal if read else number


def cites(lines: Sequence[str], own: str) -> tuple[str, ...]:
    """Document numbers that the text names, its own left out, in their order."""
    found = (
        re.sub(r"^.*?(?:以下简称|参照|按照|根据|依据|和|及|与)", "", m[0])
        for x in lines
        for m in _CITED.finditer(x)
    )
    return tuple(dict.fromkeys(n for n in map(_normal, found) if n != own))


def repeals(lines: Sequence[str], title: str) -> tuple[tuple[str, ...], int]:
    """Numbers of the documents that this one repeals, and how many it says they are (0: not said).

    Only what stands in 《…》（number） in a sentence that repeals, or in a list headed 废止….
    """
    numbers: list[str] = []
    count, listing = 0, False
    for line in lines:
        words = compact(line)
        if len(words) <= 40 and re.search(r"(废止|廢止).*(清单|目录|名单|一览表)$", words):
            listing = not words.startswith("附件")
        for sentence in re.split(r"(?<=[。；])", line):
            active = re.search(r"(决定|现将|现予以|予以|同时|一并)?.{0,60}废止", sentence)
            if listing or (active and not re.search(r"未被?废止|不得废止", sentence)):
                numbers += [_normal(m["number"]) for m in _REPEALED.finditer(sentence)]
                if active and (said := _COUNT.search(sentence)):
                    count = count or int(said[1])
    if not numbers and "废止" not in title:
        return (), 0
    return tuple(dict.fromkeys(numbers)), count


def annexes(lines: Sequence[str]) -> tuple[str, ...]:
    """Titles of the annexes that the text announces (附件：1.… 2.…)."""
    found: list[str] = []
    numbered = False
    for line in lines:
        words = line.strip()
        if match := _ANNEX.match(words):
            found.append(match["name"].strip())
            numbered = bool(re.match(r"^附件\s*[:：]?\s*1\s*[.、．]", words))
        elif numbered and (match := _NEXT_ANNEX.match(words)):
            found.append(match["name"].strip())
        elif words:
            numbered = False
    return tuple(dict.fromkeys(found))
