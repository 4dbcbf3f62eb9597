"""The independent audit: reads only the source folder and the staged site.

It shares no code with rooms, markup or records, so that a mistake there cannot hide here; what a
personal number is it asks of ``plugins.leaks``, as the gate does.
The press calls it on its staging folder and refuses to publish on any mismatch (exit 4).

    front       one file of CONTENT: front matter by our own labels, and the text           pure
    source      the items of CONTENT, their state on a day, the files in their folders
    page        one page parsed once: frame, code, anchors, what it leads to                pure
    links       where pages lead, asked of the site once for all                            pure
    lists       what closed list pages hold: every item where it belongs                    pure
    fidelity    is the text of a page the text of its source                                pure
    aspects     are the aspects of a service guide on its page                              pure
    words       many words looked for in many texts                                         pure
    look        a handful of files looked at by themselves, on any core
    files       every file of the site, and its owner
    machines    sitemap and feed
    searched    the search data
    packed      scripts of the search that hand deflated data over
    leaks       words of hidden items, and public files that say them too
    readable    what a file of the site says to whoever reads it                            pure
    personal    personal numbers that no public file of CONTENT says
    manifest    SHA256SUMS and release.json
    reviews     records of review: of what is public now
    whole       all of it, of every item and every file
    base        what a whole audit proved, kept for the next
    change      the items that differ from that, read anew
    differences lists, sitemap, feed and words of the two sites, held against the change
    delta       the same verdict from what changed since
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from plugins.audit import base, delta, whole
from plugins.audit.change import Digests, Unprovable
from plugins.audit.fidelity import fidelity
from plugins.audit.mismatch import Mismatch

__all__ = ["Mismatch", "audit", "fidelity", "prove"]


def audit(
    content: str,
    site: str,
    day: date,
    public_url: str = "",
    run: whole.Run = map,
    memory: base.Memory | None = None,
) -> tuple[Mismatch, ...]:
    """Everything in the staged ``site`` that is not what ``content`` gives on ``day``.

    ``run`` is ``map`` or the like of an executor. Where nothing is amiss, ``memory`` is given
    what ``prove`` needs to know of the site.
    """
    found, known = whole.examine(content, site, day, public_url, run)
    if memory is not None and not found:
        base.store(memory, site, known)
    return tuple(sorted(set(found)))


def prove(
    content: str,
    before: str,
    after: str,
    written: Collection[str],
    removed: Collection[str],
    digests: Digests,
    public_url: str,
    day: date,
    memory: base.Memory,
) -> tuple[Mismatch, ...] | None:
    """The same of the staged site ``after`` by what differs from the site ``before``.

    ``written`` and ``removed`` are the addresses that differ; ``digests`` the SHA-256 of every
    item, and of attachments, as the press has read them, by their path below CONTENT. None where
    only ``audit`` can tell. Where nothing is amiss, ``memory`` is given what to know of ``after``,
    which must have its final ``release.json``: by that, sites are told apart.
    """
    known = None if removed else base.load(memory, before)
    if known is None:
        return None
    try:
        found, now, folders = delta.examine(
            content, before, after, written, digests, public_url, day, known
        )
    except Unprovable:
        return None
    if not found:
        base.store(memory, after, now, folders)
    return tuple(sorted(set(found)))
