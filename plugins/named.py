"""What a clerk names on the command line: a registered body or column, or a refusal that helps."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from pathlib import Path

from plugins.records.registry import Body, Column, Registry
from plugins.refused import CONFIGURATION, Refused


def unknown(what: str, word: str, known: Iterable[str], fix: str) -> Refused:
    """The refusal of a word that is not registered, with the nearest that are."""
    near = difflib.get_close_matches(word, [k for k in known if k], 3)
    hint = f"；相近的有：{'、'.join(near)}" if near else ""
    return Refused(f"{what}“{word}”没有登记{hint} → {fix}", CONFIGURATION)


def inside(content: Path, path: str) -> str:
    """The path below CONTENT of a file named on the command line.

    What is typed counts from CONTENT, else from the working directory; a path that is nowhere
    stays as it is.
    """
    found = content / path if (content / path).exists() else Path(path)
    if not found.exists():
        return path
    return os.path.relpath(found.resolve(), content.resolve()).replace(os.sep, "/")


def find_body(registry: Registry, word: str) -> Body:
    """A registered body by id, name, short name or alias."""
    bodies = registry.bodies.values()
    for body in bodies:
        if word in (body.id, body.name, body.short, *body.aliases):
            return body
    known = [n for b in bodies for n in (b.id, b.name, b.short)]
    fix = "先在 registry/bodies.toml 里登记：[[body]]、id、name、prefix"
    raise unknown("机构", word, known, fix)


def find_column(registry: Registry, word: str) -> tuple[Column, str]:
    """A leaf of the tree of columns by id, name, alias or path; and how an item writes it."""
    columns = registry.columns.values()
    paths = {c.id: "/".join(s.name for s in registry.trail(c.id)) for c in columns}
    found = [c for c in columns if word in (c.id, c.name, paths[c.id], *c.aliases)]
    leaves = [c for c in found if registry.is_leaf(c.id)]
    if len(leaves) == 1:
        same = [c for c in columns if c.name == leaves[0].name]
        return leaves[0], leaves[0].name if len(same) == 1 else paths[leaves[0].id]
    if leaves:
        ways = "、".join(paths[c.id] for c in leaves)
        raise Refused(f"叫“{word}”的栏目不止一个 → 写成 {ways} 之一", CONFIGURATION)
    if found:
        below = "、".join(c.name for c in registry.children(found[0].id))
        raise Refused(f"栏目“{word}”下面还有栏目 → 写最末一级：{below}", CONFIGURATION)
    fix = "先在 registry/columns.toml 里登记：[[column]]、id、name"
    raise unknown("栏目", word, [c.name for c in columns], fix)


def prefix_of(body: Body) -> str:
    """The prefix of a body's new numbers; refuses a body that has none."""
    if not body.prefix:
        fix = "在 registry/bodies.toml 里给它写上 prefix"
        raise Refused(f"机构“{body.name}”（{body.id}）没有索引号前缀 → {fix}", CONFIGURATION)
    return body.prefix
