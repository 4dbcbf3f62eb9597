"""One item of the town: where it lies, its front matter by its column's profile, its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from plugins.town.names import BODIES, FIRST_YEAR, LAST_YEAR, LEAVES, Leaf, TownBody
from plugins.town.phrases import PLACES, THEMES, TOPICS, UNITS
from plugins.town.prose import Subject, text

_DOCUMENTS = ("公文", "规范性文件")
_UNEXTRACTED = ("行政处罚", "公示")
"""Profiles whose summary is never taken from the text: it has to be written."""


@dataclass(slots=True)
class Counter:
    """The last serial number given in each body and year."""

    last: defaultdict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))

    def next(self, body: str, year: int) -> int:
        self.last[body, year] += 1
        return self.last[body, year]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is decided before an item is written."""

    body: TownBody
    leaf: Leaf
    subject: Subject
    serial: int
    made: date
    public: date


def _plan(random: Random, number: int, counter: Counter) -> _Plan:
    """The first items fill every column and every body, the rest fall where they fall."""
    leaf = LEAVES[number] if number < len(LEAVES) else random.choice(LEAVES)
    body = BODIES[number] if number < len(BODIES) else random.choice(BODIES)
    year = random.randint(FIRST_YEAR, LAST_YEAR)
    # The last year ends in June, so that nothing lies in the future of a build.
    public = date(year, 1, 31) + timedelta(random.randrange(140 if year == LAST_YEAR else 330))
    made = public - timedelta(random.randrange(1, 20))
    subject = Subject(random.choice(PLACES), random.choice(TOPICS), year)
    return _Plan(body, leaf, subject, counter.next(body.id, year), made, public)


def _validity(made: date) -> Iterator[str]:
    """A document of the town is in force for five years; the oldest were repealed before that."""
    since = made + timedelta(30)
    until = date(since.year + 5, since.month, 28)
    yield f"施行日期: {since}"
    yield f"有效期至: {until}"
    if since.year < FIRST_YEAR + 7:
        yield f"废止日期: {until - timedelta(365)}"
        yield "有效性: 废止"
    else:
        yield "有效性: 有效"


def _by_profile(random: Random, plan: _Plan) -> Iterator[str]:
    profile, made, public = plan.leaf.profile, plan.made, plan.public
    if profile in _DOCUMENTS:
        yield f"责任部门: {random.choice(UNITS)}"
        yield f"文号: {plan.body.code}发〔{made.year}〕{plan.serial}号"
        yield f"主题分类: {random.choice(THEMES)}"
    if profile == "规范性文件":
        yield from _validity(made)
    elif profile == "统计":
        yield f"所属年度: {plan.subject.year}"
    elif profile == "预决算":
        yield f"所属年度: {plan.subject.year}"
        yield f"批复日期: {made}"
    elif profile == "行政处罚":
        yield f"决定书文号: {plan.body.code}罚〔{made.year}〕{plan.serial}号"
        yield f"决定日期: {made}"
        yield f"公示截止: {public + timedelta(365)}"
    elif profile == "公示":
        yield f"公示起始: {public}"
        yield f"公示截止: {public + timedelta(7)}"
        yield "监督电话: 0999-8210000"


def _front(random: Random, plan: _Plan) -> Iterator[str]:
    subject = plan.subject
    title = plan.leaf.pattern.format(place=subject.place, topic=subject.topic, year=subject.year)
    yield f"索引号: {plan.body.prefix}/{subject.year}-{plan.serial:05d}"
    yield f"名称: {plan.body.name if plan.leaf.profile in _DOCUMENTS else ''}{title}"
    yield f"栏目: {plan.leaf.name}"
    yield f"{'成文日期' if plan.leaf.profile in _DOCUMENTS else '形成日期'}: {plan.made}"
    yield f"公开日期: {plan.public}"
    yield "公开方式: 主动公开"
    yield from _by_profile(random, plan)
    if random.random() < 0.5 or plan.leaf.profile in _UNEXTRACTED:
        yield f"内容概述: 说明{subject.place}{subject.topic}的安排、责任单位、期限和监督办法。"
    if random.random() < 0.3:
        yield f"关键词: {subject.topic}、{subject.place}"


def _signed(plan: _Plan, body: str) -> str:
    """A document names whom it is sent to and who signed it on which day."""
    if plan.leaf.profile not in _DOCUMENTS:
        return body
    day = f"{plan.made.year}年{plan.made.month}月{plan.made.day}日"
    return f"各镇人民政府，各街道办事处，各有关单位：\n\n{body}\n\n{plan.body.name}\n{day}"


def make(number: int, seed: int, counter: Counter) -> tuple[str, str]:
    """Path below CONTENT and text of item ``number``; ``counter`` must have met all before it."""
    random = Random(f"{seed}/{number}")
    plan = _plan(random, number, counter)
    front = "\n".join(_front(random, plan))
    body = _signed(plan, text(random, plan.subject))
    path = f"items/{plan.body.id}/{plan.subject.year}/{plan.serial:05d}.md"
    return path, f"---\n{front}\n---\n{body}\n"
