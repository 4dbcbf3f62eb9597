"""``release.json``: what a build holds, what made it, and the digests that everything hangs on.

It is written last. It holds the digest of ``SHA256SUMS``, which holds those of all other files,
and a seal over itself, so that one changed byte anywhere shows. Whoever renews the seal as well
is found out by a copy of the release log kept elsewhere, or by the release that follows.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from plugins import addresses, refused
from plugins.manifest.counts import Counts
from plugins.manifest.log import Release, dump

TOOLS = (
    *("pelican", "Jinja2", "MarkupSafe", "Markdown", "nh3", "Pillow", "lunr", "segno", "PyYAML"),
    *("OpenCC", "rjsmin", "Unidecode", "tzdata"),
)
"""The packages whose version can change a byte of the site."""

_HASH = re.compile(r"[0-9a-f]{64}")
_NUMBERS = ("items", "files", "pages", "drafts", "withheld", "scheduled")


@dataclass(frozen=True, slots=True)
class Facts:
    """What ``verify`` and the next release ask of a ``release.json``.

    ``sums`` and ``log`` are the SHA-256 of ``SHA256SUMS`` and ``releases.jsonl`` (empty without
    one); ``whole`` whether the seal holds; ``signature`` (``signed``) is empty where nobody signed.
    """

    publish: bool
    sequence: int
    day: date
    commit: str
    before: str
    sums: str
    log: str
    items: int
    files: int
    whole: bool
    signature: str = ""


@lru_cache(1)
def tools() -> Mapping[str, str]:
    """The versions of Python (without the patch level) and of TOOLS, where they are installed."""
    from importlib.metadata import PackageNotFoundError, version

    found = {"python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    for name in TOOLS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def facts(
    counted: Counts,
    release: Release,
    *,
    generator: str,
    day: date,
    commit: str,
    publish: bool,
    pages: int,
    sums: bytes,
    signature: str = "",
) -> bytes:
    """The bytes of ``release.json``; ``sums`` are those of ``SHA256SUMS``, ``signature`` is over them.

    They tell nothing of the time of day, the machine, the path or the user.
    """
    log = dump(release.log)
    lists = ("bodies", "columns", "months")
    numbers = {k: v for k, v in asdict(counted).items() if k not in lists}
    return _sealed(
        {
            "generator": generator,
            "publish": publish,
            "sequence": release.sequence,
            "day": day.isoformat(),
            "commit": commit,
            "before": release.before,
            "sums": hashlib.sha256(sums).hexdigest(),
            "log": hashlib.sha256(log).hexdigest() if log else "",
            "tools": dict(tools()),
            **numbers,
            "pages": pages,
            "files": sums.count(b"\n") + 2,
            **{name: dict(getattr(counted, name)) for name in lists},
            **({"signature": signature} if signature else {}),
        }
    )


def read(data: bytes) -> Facts:
    """What a ``release.json`` says; raises Refused (exit 4) where it is none of ours."""
    try:
        found = json.loads(data)
        numbers = [found[key] for key in (*_NUMBERS, "sequence")]
        words = [found[key] for key in ("generator", "commit", "before", "log", "seal")]
        hashes = [found["sums"], *(found[key] for key in ("before", "log") if found[key])]
        good = (
            all(type(number) is int and number >= 0 for number in numbers)
            and all(isinstance(word, str) for word in words)
            and all(_HASH.fullmatch(digest) for digest in hashes)
            and isinstance(found["publish"], bool)
            and isinstance(found.get("signature", ""), str)
        )
        if good:
            return _facts(found, data)
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    message = f"{addresses.FACTS} 不是本系统的发布清单 → 重新取一份完整的副本，或者重新生成"
    raise refused.Refused(message, refused.AUDIT)


def _facts(found: Mapping[str, Any], data: bytes) -> Facts:
    names = ("publish", "sequence", "commit", "before", "sums", "log", "items", "files")
    rest = {key: value for key, value in found.items() if key != "seal"}
    return Facts(
        **{name: found[name] for name in names},
        day=date.fromisoformat(found["day"]),
        whole=_sealed(rest) == data,
        signature=found.get("signature", ""),
    )


def _sealed(document: Mapping[str, Any]) -> bytes:
    """The document with the SHA-256 of itself, as it is without its last line but one."""
    seal = hashlib.sha256(_written(document)).hexdigest()
    return _written({**document, "seal": seal})


def _written(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
