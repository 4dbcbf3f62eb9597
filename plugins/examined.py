"""CONTENT as it stands today and every finding about it; what has not changed is remembered."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType

from plugins import (
    ahead,
    chronicle,
    code,
    compared,
    day,
    refused,
    reporters,
    reviewed,
    rules,
    scanned,
    trial,
)
from plugins.manifest import chain
from plugins.manifest.log import Log, published
from plugins.memory import Memory, place
from plugins.records import keep
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.kept import Kept
from plugins.records.load import load


def needed(content: str) -> None:
    """Raises Refused where there is no folder CONTENT."""
    if not os.path.isdir(content):
        message = f"没有内容目录 {content} → 在项目的目录里运行，或者用 --content 指明"
        raise refused.Refused(message, refused.CONFIGURATION)


def remembered(content: str, output: str, cold: bool = False) -> Memory:
    """The memory of the site at ``output``, of code that is as it was; emptied first if ``cold``.

    Nothing is put into CONTENT, not even where OUTPUT is named below it by mistake.
    """
    path, source = place(output), os.path.realpath(content)
    inside = os.path.dirname(path).startswith(source + os.sep) or os.path.dirname(path) == source
    memory = Memory("" if inside else path, code.stamp())
    if cold:
        memory.clear()
    return memory


def read(
    content: str,
    memory: Memory,
    sums: Mapping[str, str] = MappingProxyType({}),
    workers: int = 0,
    output: str = "",
    past: bool = False,
) -> tuple[Corpus, tuple[Finding, ...]]:
    """CONTENT as it stands today, and every finding about it. Raises Refused where it is not.

    ``sums`` are the SHA-256 of texts that were read just now, by path; ``workers`` processes
    read what is new, 0 meaning one for each core. ``output`` is where the site was published:
    its release log tells what was public and since when. ``past``: against the Git history too.
    """
    needed(content)
    rows = memory.all(keep.KIND)
    together = ahead.Together(workers, rules.examine)
    corpus = load(content, day.of_build(content), rows, sums, together.read, trial.withstands)
    log = _log(content, output)
    released, releases = MappingProxyType(published(log)), tuple(e.day for e in log.entries)
    scans = scanned.scans(corpus, memory, workers)
    corpus = replace(corpus, released=released, releases=releases, scans=scans)
    corpus = replace(corpus, verdicts=reviewed.verdicts(corpus, memory))
    if past:
        corpus = replace(corpus, history=chronicle.history(content))
    if corpus.registry.site.show_history:
        corpus = replace(corpus, revisions=compared.revisions(content, log, memory))
    alone = rules.examine(corpus)
    findings = rules.check(corpus, alone)
    fresh = ahead.rows(corpus, alone)
    memory.put(keep.KIND, {**together.rows, **fresh}, rows.keys() - corpus.records.keys())
    memory.save()
    return lighter(corpus, fresh), findings


def _log(content: str, output: str) -> Log:
    """The release log; an empty one where it is broken, which the press refuses."""
    with suppress(refused.Refused):
        return chain.standing(content, output or content)
    return Log()


def lighter(corpus: Corpus, rows: dict[str, bytes]) -> Corpus:
    """The same corpus without the texts and lines of the items that ``rows`` remember.

    They are read again from their files, one by one, as they are made into pages: a catalog of
    any size is planned in a few KB an item. An item that is related to others stays whole.
    """
    kept = Kept(rows, corpus.root, corpus.registry, corpus.day)
    items, records = [], dict(corpus.records)
    for item in corpus.items:
        path = item.record.path
        found = None if item.relations or path not in rows else kept.again(item.record)
        if found:
            records[path] = found.record
        items.append(found or item)
    return replace(corpus, items=tuple(items), records=MappingProxyType(records))


def report(corpus: Corpus, findings: tuple[Finding, ...], content: str) -> str:
    """The findings for people, with their counts; the empty string where there is none."""
    if not findings:
        return ""
    return reporters.report(findings, rules.counts(corpus, findings), "text", content)
