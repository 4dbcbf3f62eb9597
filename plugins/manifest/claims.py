"""Do the three lists of a copy agree with each other, and which of them is the odd one?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plugins import addresses
from plugins.manifest import lineage, sums
from plugins.manifest.copied import Copy
from plugins.manifest.fault import Fault, Kind


def sound(site: Copy) -> bool:
    """Whether the list of files is the one that ``release.json`` means."""
    return site.facts is not None and site.marks.get(addresses.SUMS) == site.facts.sums


def claims(site: Copy, files: Collection[Fault], before: Copy | None) -> Iterator[Fault]:
    """What is wrong with the lists; ``files`` is what was found wrong with all other files.

    Where ``release.json`` is at fault itself and all files are as listed, it alone is named:
    the list is as good as the files that bear it out.
    """
    said = site.facts
    if said is None:
        return
    doubts = [] if said.whole else [Fault(addresses.FACTS, Kind.CHANGED, "与它自己的封签不符")]
    if _log_is_listed(site):
        doubts += lineage.own(site)
    yield from doubts
    if not doubts or files:
        yield from _denied(site, {f.path for f in files}, before)
    listed = site.listed.digests if site.listed else {}
    if sound(site) and said.files != len(listed) + len(sums.OUTSIDE):
        message = f"写有 {said.files} 个文件，{addresses.SUMS} 列有 {len(listed)} 个"
        yield Fault(addresses.FACTS, Kind.MANIFEST, message)


def _log_is_listed(site: Copy) -> bool:
    """Whether the log is the one that the list of files means: only then it can testify."""
    listed = site.listed.digests if site.listed else {}
    return listed.get(addresses.LOG) == site.marks.get(addresses.LOG)


def _denied(site: Copy, named: Collection[str], before: Copy | None) -> Iterator[Fault]:
    """Lists that are not the ones whose digest ``release.json`` holds."""
    assert site.facts is not None
    expected = {addresses.SUMS: site.facts.sums, addresses.LOG: site.facts.log}
    for address, digest in expected.items():
        mark = site.marks.get(address, "")
        if mark == digest or address in named or (address == addresses.SUMS and not mark):
            continue
        if not mark:
            yield Fault(address, Kind.MISSING, f"{addresses.FACTS} 记有它，网站里没有")
        elif before and before.marks.get(address) == mark:
            yield Fault(address, Kind.MIXTURE, "是上一次发布的，不是这一次的")
        else:
            message = f"与 {addresses.FACTS} 记下的摘要不符"
            yield Fault(address, Kind.CHANGED, message)
