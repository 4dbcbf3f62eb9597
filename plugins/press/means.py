"""How a build is to be done; nothing of it shows in the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from plugins.settings import ALLOW_OLDER, ALLOW_SHRINK, AUDIT, CLUSTER, NO_CACHE, SIGN, WORKERS


class Mismatch(Protocol):
    """What an audit tells: ``path`` is below CONTENT or below the site."""

    @property
    def path(self) -> str:
        """Where."""

    @property
    def message(self) -> str:
        """What, in Chinese."""


Audit = Callable[[str, str, date, str], Sequence[Mismatch]]
"""``audit(content, site, day, public_url)``: everything in ``site`` that ``content`` does not give."""


@dataclass(frozen=True, slots=True)
class Means:
    """``workers`` 0 means all cores; ``cluster`` is the address of a Dask scheduler.

    ``cold`` makes everything anew; ``audit`` stands in for the auditor of the house, for benches;
    ``allow_older`` lets an older commit replace a newer, ``allow_shrink`` says why a site may
    lose more than half of its items; ``sign`` is a file with the private key that signs the release.
    """

    workers: int = 0
    cluster: str = ""
    cold: bool = False
    audit: Audit | None = None
    allow_older: bool = False
    allow_shrink: str = ""
    sign: str = ""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Means:
        """From Pelican's settings; their names are in ``plugins.settings``."""
        return cls(
            workers=int(settings.get(WORKERS) or 0),
            cluster=str(settings.get(CLUSTER) or ""),
            cold=bool(settings.get(NO_CACHE)),
            audit=settings.get(AUDIT),
            allow_older=bool(settings.get(ALLOW_OLDER)),
            allow_shrink=str(settings.get(ALLOW_SHRINK) or ""),
            sign=str(settings.get(SIGN) or ""),
        )

    def settings(self) -> dict[str, Any]:
        """As Pelican's settings carry it; the auditor stays as they have it."""
        return {
            WORKERS: self.workers,
            CLUSTER: self.cluster,
            NO_CACHE: self.cold,
            ALLOW_OLDER: self.allow_older,
            ALLOW_SHRINK: self.allow_shrink,
            SIGN: self.sign,
        }
