"""Before a pipeline publishes: bring the release log of the site that citizens see.

Run from the root of the project; writes ``content/releases.jsonl`` (or that of ``CONTENT``),
from which ``publish`` goes on. Without the log every item would seem to be public since today.
404 means that nothing was ever published; anything else that is no log stops the pipeline
(exit 3). What the repository keeps itself is never overwritten by a shorter log.
"""

from __future__ import annotations

import os
import sys
import tomllib
import urllib.error
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from plugins import addresses, refused
from plugins.manifest import chain, log

_MOST = 512 * 1024 * 1024  # bytes
_SECONDS = 60


def fetch(url: str) -> bytes:
    """The log below ``url`` (with a closing slash); empty for 404. Raises Refused otherwise."""
    request = urllib.request.Request(url + addresses.LOG, headers={"Cache-Control": "no-cache"})
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            data: bytes = answer.read(_MOST)
            return data
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return b""
        raise _failed(url, f"HTTP {error.code}") from error
    except OSError as error:
        raise _failed(url, str(error)) from error


def _failed(url: str, why: str) -> refused.Refused:
    message = f"取不到 {url}{addresses.LOG}: {why} → 没有发布记录就不能发布，稍后再运行"
    return refused.Refused(message, refused.ENVIRONMENT)


def main() -> int:
    """Fetch, compare with what is there, write."""
    content = Path(os.environ.get("CONTENT", "content"))
    site = tomllib.loads((content / "registry/site.toml").read_text(encoding="utf-8"))
    url = str(site.get("PUBLIC_URL", "")).rstrip("/") + "/"
    path = content / addresses.LOG
    try:
        if url == "/":
            raise refused.Refused("registry/site.toml 没有 PUBLIC_URL", refused.CONFIGURATION)
        public = log.read(fetch(url))
        known = log.read(path.read_bytes() if path.is_file() else b"")
        newest = chain.newest(known, public)
    except refused.Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return refusal.exitcode
    if newest.entries:
        path.write_bytes(log.dump(newest))
    told = f"第 {len(newest.entries)} 次发布" if newest.entries else "还没有发布过"
    sys.stderr.write(f"{url}: {told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
