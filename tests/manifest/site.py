"""Small sites with everything that a release has, made by the code that the press calls."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

from plugins import addresses
from plugins.manifest import chain, facts, log, sums
from plugins.manifest.counts import Counts

FIRST = date(2026, 11, 22)
A, B, C = "990700001/2026-00001", "990700001/2026-00002", "990700004/2026-00001"
OLD = addresses.legacy("old/1.html")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def page(key: str) -> str:
    return key if key.startswith("legacy/") else addresses.item(key)


def pages(*keys: str, text: str = "正文") -> dict[str, bytes]:
    """The files of a site with these items: their pages, a home page, a file with an odd name."""
    common = {"index.html": b"home", "rules/szf/审查 办法.html": b"rule", "empty.txt": b""}
    return common | {page(key): f"{key} {text}".encode() for key in keys}


def counted(keys: tuple[str, ...]) -> Counts:
    size = len(keys)
    return Counts(size, 1, 2, 3, {"szf": size}, {"tongzhi": size}, {"2026-11": size})


def write(
    folder: Path, files: dict[str, bytes], keys: tuple[str, ...], release: log.Release, **known
) -> Path:
    """A site as the press leaves it: the files, the log, then the two lists."""
    if release.log.entries:
        files = files | {addresses.LOG: log.dump(release.log)}
    listed = sums.sums({name: sha256(data) for name, data in files.items()})
    last = release.log.last
    said = {"publish": bool(last), "day": FIRST, "commit": "", **known}
    if last and said["publish"]:
        said |= {"day": last.day, "commit": last.commit}
    made = facts.facts(
        counted(keys), release, generator="gongkai test", pages=len(files), sums=listed, **said
    )
    for name, data in (files | {addresses.SUMS: listed, addresses.FACTS: made}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def publish(folder: Path, *keys: str, before: Path | None = None, text: str = "正文") -> Path:
    """The release that follows the site in ``before``."""
    known = before / addresses.LOG if before else None
    history = log.read(known.read_bytes()) if known and known.exists() else log.Log()
    marker = (before / addresses.FACTS).read_bytes() if before else None
    day, commit = FIRST + timedelta(len(history.entries)), sha256(text.encode())[:40]
    release = chain.publication(history, marker, keys, day, commit)
    return write(folder, pages(*keys, text=text), keys, release)


def preview(folder: Path, *keys: str, before: Path | None = None) -> Path:
    """A build that nobody publishes, in the place of ``before``."""
    known = before / addresses.LOG if before else None
    history = log.read(known.read_bytes()) if known and known.exists() else log.Log()
    marker = (before / addresses.FACTS).read_bytes() if before else None
    return write(
        folder, pages(*keys), keys, chain.preview(history, marker), publish=False, day=FIRST
    )


def reseal(folder: Path, **changes: object) -> None:
    """A forger's work: the two lists made anew over what stands in the folder."""
    import json

    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    listed = sums.sums({name: sha256((folder / name).read_bytes()) for name in names})
    (folder / addresses.SUMS).write_bytes(listed)
    marker = folder / addresses.FACTS
    said = json.loads(marker.read_bytes()) | {"sums": sha256(listed)} | changes
    del said["seal"]
    said["files"] = listed.count(b"\n") + 2
    marker.write_bytes(facts._sealed(said))
