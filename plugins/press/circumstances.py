"""The circumstances of a build, from Pelican's settings, the site's registry and Git."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from plugins import refused
from plugins.commits import commit_of
from plugins.frame import Build
from plugins.press.releases import clock, release_of
from plugins.records.corpus import Corpus
from plugins.reviewed import ENFORCED
from plugins.settings import ALLOW_OLDER

_LOCAL = ("localhost", "127.", "0.0.0.0", "[::1]", "::1")
DEMO = "演示"


def public_url(url: str) -> str:
    """PUBLIC_URL with a closing slash; empty stays empty; raises Refused for anything odd."""
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.query or parts.fragment:
        raise refused.Refused(
            f"PUBLIC_URL 不是网址: {url} → 写成 https://域名/路径/", refused.CONFIGURATION
        )
    return url.rstrip("/") + "/"


def _may_publish(corpus: Corpus, url: str) -> None:
    """Refuse what must never be public: no address, this machine's address, no review."""
    site = corpus.registry.site
    if not url:
        message = '没有公开网址 → 在 registry/site.toml 写 PUBLIC_URL = "https://域名/路径/"'
        raise refused.Refused(message, refused.CONFIGURATION)
    host = urlsplit(url).hostname or ""
    if host.startswith(_LOCAL) or host.endswith((".localhost", ".local")):
        message = f"PUBLIC_URL 指向本机: {url} → 改成市民访问的网址"
        raise refused.Refused(message, refused.CONFIGURATION)
    if site.review not in (DEMO, ENFORCED):
        message = (
            "站点没有写明怎样审查，不能正式发布 → 在 registry/site.toml 写 REVIEW = "
            '"记录"，逐条核对审查记录；只作演示的写 "演示"，每页会标明未经审查'
        )
        raise refused.Refused(message, refused.CONFIGURATION)


def circumstances(settings: Mapping[str, Any], corpus: Corpus) -> Build:
    """Everything about this build that is not content; refuses a publication that may not be."""
    url = public_url(str(settings.get("PUBLIC_URL") or corpus.registry.site.public_url))
    publish = bool(settings.get("PUBLISH", False))
    commit, output = commit_of(corpus.root), str(settings["OUTPUT_PATH"])
    if publish:
        _may_publish(corpus, url)
        clock(corpus.root, commit, corpus.day)
    return Build(
        day=corpus.day,
        theme=str(settings["THEME"]),
        public_url=url,
        publish=publish,
        commit=commit,
        release=release_of(corpus, output, publish, commit, bool(settings.get(ALLOW_OLDER))),
    )
