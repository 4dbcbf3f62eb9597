"""The audit before the switch: nothing that is not what its source gives becomes the site.

What differs little from a site that was audited is proved by the difference; what is published
is audited whole, always.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from plugins import audit, refused
from plugins.crew import cores_at_work
from plugins.frame import Build
from plugins.leaks.veil import veiled
from plugins.memory import Memory
from plugins.press.means import Audit, Mismatch
from plugins.press.stage import Places
from plugins.press.trees import Change
from plugins.records.corpus import Corpus

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Proof:
    """What is to be proved; ``change`` is what is new in the staged site.

    ``known`` says that the site before is the one that was audited.
    """

    corpus: Corpus
    build: Build
    places: Places
    change: Change
    memory: Memory
    known: bool = False


def prove(proof: Proof, instead: Audit | None, workers: int) -> None:
    """Compare the staged site with its source by ``workers`` processes, 0 meaning all cores.

    Raises Refused (exit 4) on any mismatch.
    """
    mismatches = _instead(proof, instead) if instead else _audit(proof, workers)
    if not mismatches:
        return
    for found in mismatches[:_SHOWN]:
        said = veiled(f"核对不符 {found.path}: {found.message}")
        sys.stderr.write(f"{said}\n")
    message = f"生成的网站与内容有 {len(mismatches)} 处不符，没有发布"
    raise refused.Refused(message, refused.AUDIT)


def _instead(proof: Proof, instead: Audit) -> Sequence[Mismatch]:
    corpus, build = proof.corpus, proof.build
    return instead(corpus.root, proof.places.staged, build.day, build.public_url)


def _audit(proof: Proof, workers: int) -> Sequence[Mismatch]:
    corpus, build, places = proof.corpus, proof.build, proof.places
    if proof.known and not build.publish:
        found = audit.prove(
            corpus.root,
            places.live,
            places.staged,
            proof.change.written,
            proof.change.removed,
            corpus.sums,
            build.public_url,
            build.day,
            proof.memory,
        )
        if found is not None:
            return found
    given = (corpus.root, places.staged, build.day, build.public_url)
    with cores_at_work(workers) as crew:
        return audit.audit(*given, crew.executor.map if crew else map, proof.memory)
