"""Which release a build belongs to: from the release log and the site that is replaced."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from plugins import addresses, refused
from plugins.commits import clean, made_at, older, unproved
from plugins.day import given
from plugins.manifest import chain, facts, log
from plugins.records.corpus import Corpus


def release_of(
    corpus: Corpus, output: str, publish: bool, commit: str, allow_older: bool = False
) -> log.Release:
    """The release that a build of ``corpus`` into ``output`` makes or, in a preview, shows.

    The log stands in CONTENT, if somebody keeps it there, and in the published site; the longer
    one counts. The same clean commit published again on its day is the same release. Raises
    Refused (exit 4) for a log that is broken or has been forked; (exit 1) where pages tell of
    changes and an item has some that were not committed.
    """
    known, marker = chain.standing(corpus.root, output), chain.held_at(output, addresses.FACTS)
    if not publish:
        return chain.preview(known, marker)
    if corpus.registry.site.show_history and not clean(corpus.root, "items"):
        message = "条目有没有提交的改动，变更历史列不出来 → 先提交再发布"
        raise refused.Refused(message, refused.CONTENT)
    if known.last and not allow_older:
        fence(corpus.root, commit, known.last.commit)
    keys = [item.key for item in corpus.items]
    if known.last and _again(corpus.root, known, marker, keys, corpus.day, commit):
        return log.Release(known.last.sequence, known.last.before, known, log.published(known))
    return chain.publication(known, marker, keys, corpus.day, commit)


def _again(
    content: str, known: log.Log, marker: bytes | None, keys: list[str], day: date, commit: str
) -> bool:
    """Whether the published site is the last release already, of this commit and day."""
    last = known.last
    if not last or not marker or not commit or (last.day, last.commit) != (day, commit):
        return False
    with suppress(refused.Refused):
        said = facts.read(marker)
        same = said.publish and said.sequence == last.sequence and log.held(known) == set(keys)
        return same and clean(content)
    return False


def still(output: str, release: log.Release) -> None:
    """Under the lock: refuse to go on where another run has published in the meantime."""
    if not chain.continues(release.log, log.read(chain.held_at(output, addresses.LOG))):
        message = "读取发布记录之后，另一次发布已经完成 → 再运行一次"
        raise refused.Refused(message, refused.ENVIRONMENT)


def clock(content: str, commit: str, day: date) -> None:
    """Refuse to publish on a day, taken from this machine, that lies before its own ``commit``.

    A machine without power has forgotten the date: nearly every item would count as not due yet.
    """
    made = None if given() else made_at(content, commit)
    if made and day < made.date() - timedelta(days=1):  # two machines may differ by a zone
        message = (
            f"本机的日期是{day}，早于最近一次提交的{made.date()} → 校准时钟再运行；"
            "有意按那一天发布的，写明 SOURCE_DATE_EPOCH"
        )
        raise refused.Refused(message, refused.ENVIRONMENT)


def fence(content: str, commit: str, standing: object) -> None:
    """Refuse to put an older commit in the place of a newer one (``standing`` is its commit).

    Two pipelines may overtake each other; what the newer took back must not come back. Where a
    shallow clone cannot tell which is which, nothing is replaced either.
    """
    if not commit or not isinstance(standing, str) or not standing:
        return
    if older(content, commit, standing):
        message = (
            f"已生成的网站出自较新的提交 {standing[:12]}，没有用较早的 {commit[:12]} 替换它"
            " → 取得最新的提交再运行；真要退回，加 --allow-older"
        )
        raise refused.Refused(message, refused.ENVIRONMENT)
    if unproved(content, commit, standing):
        message = (
            f"这份检出没有完整的历史，分不清 {commit[:12]} 和已生成的 {standing[:12]} 哪个新，没有替换"
            " → git fetch --unshallow（流水线里写 fetch-depth: 0）再运行；真要替换，加 --allow-older"
        )
        raise refused.Refused(message, refused.ENVIRONMENT)
