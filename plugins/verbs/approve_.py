"""``approve``: the printable form of a review, and the record of it once it is signed."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click

from plugins import day as days
from plugins import examined
from plugins.approving import Desk, find_person, imported, take_over
from plugins.leaks.veil import veiled
from plugins.records.item import Item
from plugins.records.registry import Registry
from plugins.refused import CONFIGURATION, CONTENT, ENVIRONMENT, Refused
from plugins.review import seal
from plugins.review.person import APPROVER, AUTHOR
from plugins.review.review import AGREED, CONCLUSIONS, TIERS, Review
from plugins.verbs import folders

_DAY = click.DateTime(["%Y-%m-%d"])


@contextmanager
def _asking(option: str) -> Iterator[None]:
    """Where nobody is there to answer, the option is what is missing."""
    try:
        yield
    except click.Abort as stopped:
        if sys.stdin.isatty():
            raise
        raise Refused(f"没有人回答 → 加上 {option}", CONFIGURATION) from stopped


def _words(given: str) -> tuple[str, ...]:
    return tuple(
        w.strip() for w in given.replace("、", ",").replace("，", ",").split(",") if w.strip()
    )


def _person(registry: Registry, what: str, option: str, given: str) -> tuple[str, ...]:
    """The ids of those who were named, or are named now."""
    if not _words(given):
        with _asking(option):
            given = click.prompt(f"{what}（roles.toml 里的编号）", err=True)
    return tuple(find_person(registry, word).id for word in _words(given))


def _one(registry: Registry, what: str, option: str, given: str) -> str:
    found = _person(registry, what, option, given)
    if len(found) != 1:
        raise Refused(f"{what}只能是一个人 → {option} 写一个编号", CONFIGURATION)
    return found[0]


def _form(desk: Desk, file: str, tier: str, outside: Sequence[str], today: date) -> None:
    """Write the forms; never where they would become public or be taken for content."""
    target = Path(file).resolve()
    if any(target.is_relative_to(Path(folder).resolve()) for folder in outside):
        message = f"审查表不能放进内容目录或者网站的目录：{file}"
        raise Refused(f"{message} → 换一个地方", CONFIGURATION)
    try:
        target.write_text(desk.form(tier, today), encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused(f"{file} 写不进去：{error.strerror} → 检查权限和磁盘", ENVIRONMENT) from error
    for item in desk.items:
        click.echo(f"{seal.code(item.seal)} {item.record.path} {veiled(item.title)}")
    click.echo(f"审查表在 {file}：打印、签字，再运行 approve 登记", err=True)


def _enter(desk: Desk, review: Review, tier: str, codes: Sequence[str], today: date) -> None:
    """Ask for the code of each item that ``codes`` do not hold, record them all."""
    given = Counter(map(seal.typed, codes))

    def asked(item: Item) -> str:
        own = seal.code(item.seal)
        if codes:
            return own if given[own] else codes[0]
        with _asking("--code 审查表上的代码"):
            return str(click.prompt(f"“{item.title}”审查表上的代码", err=True))

    own = {seal.code(item.seal) for item in desk.items}
    if strange := [code for code in given if code not in own]:
        message = f"代码 {strange[0]} 与哪个条目现在的内容都不符"
        fix = "打印以后改动过的，重新打印、重新审查；看错了的，重新输入"
        raise Refused(f"{message} → {fix}", CONTENT)
    for item, path in desk.enter(review, tier, asked, today):
        click.echo(f"{os.path.join(desk.root, path)} {review.conclusion}：{veiled(item.title)}")
    click.echo("已登记 → 提交到 Git，再生成网站", err=True)


def _imported(content: str, output: str, approver: str, count: int | None, today: date) -> None:
    """Take over the imported items that stand as they came; their number is asked for."""
    with examined.remembered(content, output) as memory:
        corpus, _ = examined.read(content, memory, output=output)
    items, registry = imported(corpus), corpus.registry
    if not items:
        click.echo("没有要登记的存量信息")
        return
    person = find_person(registry, _one(registry, APPROVER, "--approver", approver))
    if not person.holds(APPROVER, today):
        raise Refused(f"“{person.name}”现在不是审批人 → 由审批人登记", CONTENT)
    if count is None:
        with _asking(f"--count {len(items)}"):
            asked = f"{len(items)} 条存量信息没有审查记录，照原样公开；输入条数确认"
            count = click.prompt(asked, type=int, err=True)
    if count != len(items):
        raise Refused(f"要登记的是 {len(items)} 条，不是 {count} 条 → 核对以后再登记", CONTENT)
    take_over(corpus, items, person, today)
    click.echo(f"baseline.json 登记了 {len(items)} 条存量信息")


@click.command("approve", help="打印信息发布审查表；签字以后，凭表上的代码登记审查记录。")
@folders
@click.argument("paths", nargs=-1)
@click.option("--form", help="只打印：把审查表写成这个 HTML 文件")
@click.option("--tier", type=click.Choice(TIERS), help="审查级别；登记表要求敏感的总是敏感")
@click.option("--code", multiple=True, help="审查表上的代码，可以写几次；不写就逐条询问")
@click.option("--author", default="", help="作者（registry/roles.toml 的编号或名称）")
@click.option("--reviewer", default="", help="审查人；敏感的写保密、法制、宣传三人，逗号隔开")
@click.option("--approver", default="", help="审批人")
@click.option("--conclusion", default=AGREED, type=click.Choice(CONCLUSIONS), help="审查结论")
@click.option("--date", "on", type=_DAY, help="审批人签字的日期，不写就是今天")
@click.option("--imported", "legacy", is_flag=True, help="把导入后没有改动的登记为存量")
@click.option("--count", type=int, help="确认存量的条数")
def command(
    content: str,
    output: str,
    paths: tuple[str, ...],
    form: str | None,
    tier: str | None,
    code: tuple[str, ...],
    author: str,
    reviewer: str,
    approver: str,
    conclusion: str,
    on: datetime | None,
    legacy: bool,
    count: int | None,
) -> None:
    """Print forms, or record what was signed, or take over what was imported."""
    examined.needed(content)
    today = days.of_build(content)
    if legacy:
        _imported(content, output, approver, count, today)
        return
    if not paths:
        raise Refused("没有写条目 → approve items/机构/年份/流水号.md", CONFIGURATION)
    desk = Desk.of(content, paths, today)
    if form:
        _form(desk, form, tier or "", (content, output), today)
        return
    review = Review(
        tier="",
        author=_one(desk.registry, AUTHOR, "--author", author),
        reviewers=_person(desk.registry, "审查人", "--reviewer", reviewer),
        approver=_one(desk.registry, APPROVER, "--approver", approver),
        conclusion=conclusion,
        day=on.date() if on else today,
        digest="",
    )
    _enter(desk, review, tier or "", code, today)
