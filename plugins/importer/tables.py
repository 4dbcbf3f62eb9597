"""The registry of an imported CONTENT: found bodies (unverified), columns, the site, no profiles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from plugins.importer.found import SiteFacts
from plugins.importer.ids import PLACEHOLDER
from plugins.importer.labels import simplified
from plugins.importer.plan import Plan

_EXAMPLE = '# [[column]]\n# id = "gzbg"\n# name = "工作报告"'


def quoted(text: str) -> str:
    """A TOML basic string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _literal(pattern: str) -> str:
    return quoted(pattern) if "'" in pattern else f"'{pattern}'"


def _strings(values: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(v) for v in values) + "]"


def _writings(plan: Plan, key: str) -> list[str]:
    """The names of a body, the Simplified one first."""
    names = [name for name, found in plan.bodies.items() if found == key]
    return sorted(names, key=lambda name: (simplified(name) != name, name))


def body_rows(plan: Plan) -> str:
    """``bodies.toml``: every body that a page names, and the placeholder if an item needs it."""
    taken: set[str] = set()
    blocks = ["# 从旧页面里找到的机构。核对名称、类别和索引号前缀以后，删去 verified = false。"]
    for key in sorted(set(plan.bodies.values())):
        name, *others = _writings(plan, key)
        prefixes = plan.prefixes.get(key, ())
        own = [p for p in prefixes if p in plan.own_prefixes and p not in taken][:1]
        taken |= set(own)
        lines = ["[[body]]", f"id = {quoted(key)}", f"name = {quoted(name)}"]
        lines += [f"aliases = {_strings(others)}"] if others else []
        lines += [f"prefix = {quoted(p)}" for p in own] or ['# prefix = ""  # 编号以前写上']
        if former := [p for p in prefixes if p not in own]:
            lines.append(f"former_prefixes = {_strings(former)}")
        blocks.append("\n".join([*lines, "verified = false"]))
    if any(item.body == PLACEHOLDER for item in plan.items):
        blocks.append(
            f'# 不知道发布机构的条目暂放在这里。\n[[body]]\nid = "{PLACEHOLDER}"\nname = "待定"\nverified = false'
        )
    return "\n\n".join(blocks) + "\n"


def column_rows(plan: Plan) -> str:
    """``columns.toml``: the columns of the breadcrumbs, parents before children."""
    blocks = ["# 从旧页面的位置导航里找到的栏目。核对以后，给末级栏目写上 profile 和 legal_item。"]
    if not plan.columns:
        blocks.append("# 没有找到栏目。照下面的样子登记（去掉行首的 # 号）：\n" + _EXAMPLE)
    for node in plan.columns:
        lines = ["[[column]]", f"id = {quoted(node.id)}", f"name = {quoted(node.name)}"]
        if node.parent:
            lines.append(f"parent = {quoted(node.parent)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def site_rows(plan: Plan, facts: Iterable[SiteFacts]) -> str:
    """``site.toml``: what most pages say about their site, and the grammars of old numbers."""
    found = Counter(f for f in facts if f.name)
    site = found.most_common(1)[0][0] if found else SiteFacts("待定")
    lines = [
        "# 从旧页面的元数据里找到的站点信息。核对以后补全主办单位、电话等。",
        f"name = {quoted(site.name)}",
        'PUBLIC_URL = ""',
        'REVIEW = ""',
        f"id_code = {quoted(site.id_code)}",
        f"domain = {quoted(site.domain)}",
        f"lead_body = {quoted(_lead(plan))}",
    ]
    if plan.formers:
        patterns = "".join(f"  {_literal(p)},\n" for p in plan.formers)
        lines += ["", "[index_number]", f"former = [\n{patterns}]"]
    return "\n".join(lines) + "\n"


def _lead(plan: Plan) -> str:
    """The body with most items; empty where no item has one."""
    counts = Counter(i.body for i in plan.items if i.body != PLACEHOLDER)
    return min(counts, key=lambda b: (-counts[b], b), default="")


def tables(plan: Plan, facts: Iterable[SiteFacts]) -> Mapping[str, str]:
    """Every file of ``registry/`` by name."""
    return {
        "site.toml": site_rows(plan, facts),
        "bodies.toml": body_rows(plan),
        "columns.toml": column_rows(plan),
        "profiles.toml": "# 文种要求：写好以后，在 columns.toml 的末级栏目写 profile。\n",
    }
