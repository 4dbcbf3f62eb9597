"""The files that close a release: written last, and saying what all the others are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from plugins import addresses
from plugins.frame import Build
from plugins.manifest.counts import counts
from plugins.manifest.facts import facts
from plugins.manifest.signed import sign
from plugins.manifest.sums import sums
from plugins.press.made import Files
from plugins.records.corpus import Corpus

VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Closing:
    """One such file."""

    data: bytes
    sha256: str


def closing(corpus: Corpus, build: Build, files: Files, key: str = "") -> dict[str, Closing]:
    """``SHA256SUMS`` over ``files``, and ``release.json`` over that, by address.

    ``key`` is a file with the private key that signs; raises Refused where it cannot.
    """
    listed = sums({address: file.sha256 for address, file in files.items()})
    told = facts(
        counts(corpus),
        build.release,
        generator=f"gongkai {VERSION}",
        day=build.day,
        commit=build.commit,
        publish=build.publish,
        pages=sum(file.page for file in files.values()),
        sums=listed,
        signature=sign(key, listed) if key else "",
    )
    return {addresses.SUMS: _closing(listed), addresses.FACTS: _closing(told)}


def _closing(data: bytes) -> Closing:
    return Closing(data, hashlib.sha256(data).hexdigest())
