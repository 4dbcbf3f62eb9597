"""Any copy of a site against its manifest: every tampered, missing and added file by name.

Nothing in the copy is trusted: a faulty list is a finding, never a way out of the folder. What
a copy cannot know of itself comes from outside it: a release log kept elsewhere shows that the
copy is old, the release before it shows which of its files are left over from that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins import addresses, refused
from plugins.manifest import lineage, log, sums
from plugins.manifest.claims import claims, sound
from plugins.manifest.copied import EACH, LEAST, Copy, examine
from plugins.manifest.facts import Facts
from plugins.manifest.fault import SITE, Fault, Kind, in_order
from plugins.manifest.files import content, digests
from plugins.manifest.signed import unsigned

Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """All faults in order, how many files there are, and what the copy says that it is."""

    faults: tuple[Fault, ...]
    files: int
    facts: Facts | None


def verify(folder: str, known: bytes | None, previous: str | None) -> tuple[Fault, ...]:
    """Everything that is wrong with the copy in ``folder``; nothing where it is as published.

    ``known`` are the bytes of a ``releases.jsonl`` kept elsewhere, ``previous`` the folder of an
    earlier release; None where there is none. Never raises for what stands in the folders.
    """
    return judge(folder, known, previous).faults


def judge(folder: str, known: bytes | None, previous: str | None, signers: str = "") -> Verdict:
    """``verify``, and what else is told to people; ``signers`` is a file of those who may sign."""
    site = examine(folder)
    before = examine(previous) if previous is not None else None
    usable = before is not None and before.listed is not None and sound(before)
    files = {*_files(site, before.listed.digests if usable and before and before.listed else {})}
    faults = {*site.faults, *files, *claims(site, files, before if usable else None)}
    if before is not None:
        faults |= {*lineage.against_release(site, before)}
        if not usable:
            message = "用来对照的上一次发布没有完好的清单，没有用它对照"
            faults.add(Fault(before.root, Kind.MANIFEST, message))
    if known is not None:
        faults |= {*_against(site, known)}
    if signers and site.facts and sound(site):
        data = content(folder, addresses.SUMS, LEAST + EACH * len(site.found.regular))
        faults |= {*unsigned(site.facts.signature, data, signers)}
    return Verdict(in_order(faults), len(site.found.regular), site.facts)


def _against(site: Copy, known: bytes) -> Iterator[Fault]:
    try:
        yield from lineage.against_log(site, log.read(known))
    except refused.Refused as refusal:
        words = str(refusal).partition(" → ")[0]
        yield Fault(SITE, Kind.LOG, f"用来对照的那一份不能用：{words}")


def _files(site: Copy, earlier: Digests) -> Iterator[Fault]:
    """Every file that is not as listed; ``earlier`` is the list of the release before."""
    if site.listed is None:
        return
    listed, there = site.listed.digests, site.found.regular - sums.OUTSIDE
    for address in listed.keys() - there - site.found.special:
        if not any(address.startswith(folder) for folder in site.found.unreadable):
            yield Fault(address, Kind.MISSING, f"{addresses.SUMS} 列有它，网站里没有")
    left_over = {a for a in there - listed.keys() if a in earlier}
    for address in there - listed.keys() - left_over:
        yield Fault(address, Kind.ADDED, f"{addresses.SUMS} 没有列它")
    for address, digest in digests(site.root, sorted(there & listed.keys() | left_over)):
        if isinstance(digest, OSError):
            message = f"不能读: {digest.strerror or digest}"
            yield Fault(address, Kind.UNREADABLE, message)
        elif digest != listed.get(address):
            yield _wrong(address, digest, address in listed, earlier)


def _wrong(address: str, digest: str, listed: bool, earlier: Digests) -> Fault:
    if earlier.get(address) == digest:
        return Fault(address, Kind.MIXTURE, "是上一次发布的文件，不是这一次的")
    if not listed:
        return Fault(address, Kind.ADDED, f"{addresses.SUMS} 没有列它")
    return Fault(address, Kind.CHANGED, f"与 {addresses.SUMS} 的摘要不符")
