"""Who may change what in the repository: each body its own folders, the platform all the rest.

The accounts stand in ``registry/roles.toml``. From them come the CODEOWNERS of the code host, which
asks an owner to approve, and the check of a change set, which tells beforehand. 政府信息公开条例 art. 4:
each body's office is in charge of its own information.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from plugins.records.finding import Finding
from plugins.records.registry import Registry
from plugins.refused import CONFIGURATION, Refused
from plugins.review.person import PLATFORM

FOREIGN = "GK905"

_BODY = re.compile(r"(?:items|rules|reports)/([^/]+)/.|guide/([^/]+)\.md")
_REVIEW = re.compile(r".*\.review\.toml")
_HEAD = """\
# 谁可以改什么，由 make owners 按 registry/roles.toml 生成，不要手改；最后匹配的一行有效。
# 没有列出的（程序、主题、流水线、登记表、台账、发布记录）归平台管理人员。
"""


@dataclass(frozen=True, slots=True)
class Owners:
    """The accounts of the platform's people, and of those of each body by its id; in order."""

    platform: tuple[str, ...]
    bodies: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Touched:
    """A file of the repository, and by which of the accounts that somebody goes by it was changed."""

    path: str
    by: frozenset[str]


def owners(registry: Registry, day: date) -> Owners:
    """Everybody who is in office on ``day`` and has an account."""
    people = [p for p in registry.people.values() if p.since <= day <= p.until]
    bodies = {
        key: tuple(dict.fromkeys(a for p in people if key in p.bodies for a in p.accounts))
        for key in registry.bodies
    }
    platform = dict.fromkeys(a for p in people if PLATFORM in p.roles for a in p.accounts)
    names = {key: body.short or body.name for key, body in registry.bodies.items()}
    return Owners(tuple(platform), MappingProxyType(bodies), MappingProxyType(names))


def codeowners(known: Owners, prefix: str) -> str:
    """The file CODEOWNERS of a repository whose CONTENT is the folder ``prefix`` (``content/``).

    Raises Refused where nobody owns the platform: then nobody would own the rest.
    """
    if not known.platform:
        message = "没有平台管理人员的账号 → 在 registry/roles.toml 给角色“平台”的人写 accounts"
        raise Refused(message, CONFIGURATION)
    rest = " ".join(known.platform)
    lines = [_HEAD, f"* {rest}"]
    for key, accounts in known.bodies.items():
        if accounts:
            lines += [f"/{prefix}{part} {' '.join(accounts)}" for part in _parts(key)]
    return "\n".join([*lines, f"*.review.toml {rest}", ""])


def _parts(key: str) -> tuple[str, ...]:
    return f"items/{key}/", f"guide/{key}.md", f"rules/{key}/", f"reports/{key}/"


def trespasses(touched: Iterable[Touched], known: Owners, prefix: str) -> Iterator[Finding]:
    """A finding for each file that was changed by nobody of those who own it.

    The platform's people may change everything, for they may change who may.
    """
    for one in touched:
        inside = one.path.startswith(prefix)
        below = one.path[len(prefix) :] if inside else posixpath.relpath(one.path, prefix or ".")
        key = _body(below) if inside else ""
        allowed = {a.lower() for a in (*known.bodies.get(key, ()), *known.platform)}
        if allowed.isdisjoint(one.by):
            whose = (
                f"“{known.names.get(key, key)}”的"
                if key
                else "平台的（程序、主题、流水线、登记表等）"
            )
            who = "、".join(sorted(one.by)) or "不知道是谁"
            fix = f"由{'那个机构' if key else '平台管理人员'}的人提交，或者先在 registry/roles.toml 登记账号"
            yield Finding(below, 1, 1, FOREIGN, "", f"这是{whose}文件，由 {who} 改动", fix, who)


def _body(path: str) -> str:
    """The id of the body that a path of CONTENT belongs to; empty for what is the platform's."""
    found = _BODY.match(path)
    return (found[1] or found[2]) if found and not _REVIEW.fullmatch(path) else ""
