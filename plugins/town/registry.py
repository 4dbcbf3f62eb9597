"""The registry of the town, the guide of its lead body and one rule, as files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from plugins.town.names import BODIES, LEAVES, ROOTS, TOWN, TownBody
from plugins.town.phrases import UNITS

Value = str | int | bool | tuple[str, ...]
LEAD = "b02"

_SITE: Mapping[str, Value] = {
    "name": f"{TOWN}人民政府",
    "PUBLIC_URL": "",
    "REVIEW": "演示",
    "id_code": "9999000002",
    "domain": "www.shili.example",
    "host": f"{TOWN}人民政府办公室",
    "operator": f"{TOWN}政务服务中心",
    "phone": "0999-8210000",
    "time_zone": "Asia/Shanghai",
    "lead_body": LEAD,
    "search_examples": ("老旧小区改造", "供水", "低保"),
    "page_size": 50,
}
_DOCUMENT = ("doc_number", "responsible_unit", "written_date")
_PROFILES: tuple[Mapping[str, Value], ...] = (
    {"name": "说明"},
    {"name": "公文", "requires": _DOCUMENT, "document": True},
    {
        "name": "规范性文件",
        "requires": (*_DOCUMENT, "effective_date", "valid_until"),
        "document": True,
        "validity": True,
    },
    {"name": "统计", "requires": ("period",)},
    {"name": "预决算", "requires": ("period", "approved_date")},
    {
        "name": "行政处罚",
        "requires": ("decision_number", "decision_date", "publicity_until"),
        "extract_summary": False,
    },
    {
        "name": "公示",
        "requires": ("publicity_from", "publicity_until", "supervision_phone"),
        "extract_summary": False,
    },
)
_AREAS = ("行政权力清单", "财政资金", "公共服务", "环境保护", "食品药品安全", "征地拆迁")
_GUIDE = f"""---
名称: {TOWN}人民政府办公室政府信息公开指南
更新日期: 2026-01-05
---
## 一、信息分类

政府信息按照政策、机构、规划、统计、许可、执法、财政、民生等栏目分类公开。

## 二、编排体系

每条信息有一个索引号，由机构代码、公开年份和流水号组成，终身不变。

## 三、获取方式

可以在本站检索、下载，也可以到市档案馆和市图书馆查阅。

## 四、怎样申请公开

申请应当写明姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者其他特征，以及获取信息的形式。

## 五、补正和答复期限

内容不明确的，七个工作日内一次性告知补正。收到申请之日起二十个工作日内答复，需要延长的，最多再延长二十个工作日。

## 六、收费

不收取费用。数量、频次明显超过合理范围的，可以收取信息处理费。

## 七、监督和救济

可以向主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼；对不予公开的决定不服的，应当先申请行政复议。
"""
_RULE = """---
名称: 政府信息公开保密审查办法
制度类别: 保密审查
印发日期: 2021-01-08
效力阶段: 正式
---
第一条 政府信息公开坚持先审查、后公开，逐条审查。

第二条 拟稿人不得审查自己起草的信息。
"""


def _table(head: str, values: Mapping[str, Value]) -> str:
    """One TOML table; JSON spells strings, numbers and lists of strings as TOML does."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join((*([head] if head else []), *lines)) + "\n"


def _tables(head: str, rows: Iterable[Mapping[str, Value]]) -> str:
    return "\n".join(_table(head, row) for row in rows)


def _body(number: int, body: TownBody) -> Mapping[str, Value]:
    return {
        "id": body.id,
        "name": body.name,
        "kind": body.kind,
        "level": body.level,
        "prefix": body.prefix,
        "code": body.code,
        "units": UNITS,
        "duties": f"办理{body.name}的公共事务。",
        "address": f"{TOWN}中山路{number}号",
        "hours": "工作日上午8:30至12:00，下午14:30至18:00",
        "phone": f"0999-82{number:02d}000",
        "fax": f"0999-82{number:02d}009",
        "email": f"{body.id}@shili.example",
        "postcode": "999000",
        "consult_phone": f"0999-82{number:02d}001",
    }


def _columns() -> Iterable[Mapping[str, Value]]:
    for root, name in ROOTS:
        nav: Mapping[str, Value] = {"nav": "政策"} if name == "政策" else {}
        yield {"id": root, "name": name, "description": f"{name}类信息。", **nav}
        for leaf in (x for x in LEAVES if x.parent == root):
            row: dict[str, Value] = {"id": leaf.id, "name": leaf.name, "parent": root}
            row |= {"profile": leaf.profile, "description": f"{leaf.name}方面的信息。"}
            if leaf.legal_item:
                row["legal_item"] = leaf.legal_item
            if leaf.name == "年度报告":
                row["nav"] = "年报"
            yield row


def files() -> Mapping[str, str]:
    """Path below CONTENT -> text of all that is not an item."""
    bodies = (_body(number, body) for number, body in enumerate(BODIES, 1))
    words: Mapping[str, Value] = {"words": ("低保", "最低生活保障")}
    return {
        "registry/site.toml": _table("", _SITE),
        "registry/bodies.toml": _tables("[[body]]", bodies),
        "registry/external.toml": _table("[[body]]", {"id": "sheng", "name": "示例省人民政府"}),
        "registry/columns.toml": _tables("[[column]]", _columns()),
        "registry/profiles.toml": _tables("[[profile]]", _PROFILES),
        "registry/key_areas.toml": _table("", {"names": _AREAS}),
        "registry/synonyms.toml": _table("[[group]]", words),
        f"guide/{LEAD}.md": _GUIDE,
        f"rules/{LEAD}/baomi-shencha.md": _RULE,
    }
