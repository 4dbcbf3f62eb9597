"""What a clerk may write in the five tables: for docs/fields.md. ★ must be there."""

from __future__ import annotations

from dataclasses import dataclass

Key = tuple[str, str, str]
"""Name, how it is written, an example."""

_SINCE: Key = ("since", "任职的第一天；不写的一直在任", "2022-03-01")
_UNTIL: Key = ("until", "任职的最后一天；离任的写上，不删", "2025-02-28")
_PHONE = "办公电话，带区号；手机号一律不收（GK840）"


@dataclass(frozen=True, slots=True)
class Table:
    """One file of ``registry/``: what it is called, what it is for, and its keys."""

    name: str
    title: str
    preface: str
    keys: tuple[Key, ...]


TABLES = (
    Table(
        "leaders",
        "领导分工",
        "一人一职一节 `[[leader]]`，按这里的先后显示。在任的出现在“领导分工”和机构的张贴页上，离任的出现在“历任领导”里。\n"
        "每个机构要有分管领导和责任人（GK898）。",
        (
            ("body ★", "机构的 id", "fgw"),
            ("post ★", "职务", "副主任"),
            ("name ★", "姓名", "白衡之"),
            ("work ★", "分工", "分管投资、价格"),
            ("phone", f"{_PHONE}；不写的显示机构的电话", "0999-8236012"),
            ("roles", "在政府信息公开工作中是什么：第一责任人、分管领导、责任人", '["分管领导"]'),
            _SINCE,
            _UNTIL,
        ),
    ),
    Table(
        "liaisons",
        "政府信息联络员",
        "一个机构至少一节 `[[liaison]]`（GK899）。文件开头写 `public = true` 的，公开成网页和表格；写 false 或者不写的，\n"
        "只在 `make inspect` 里看，网站里一个字也没有。",
        (
            ("body ★", "机构的 id", "fgw"),
            ("unit ★", "承办科室", "办公室"),
            ("phone ★", _PHONE, "0999-8236001"),
            ("name", "联络员姓名；不必写", ""),
            _SINCE,
            _UNTIL,
        ),
    ),
    Table(
        "keypoints",
        "要点任务",
        "上级的一份要点一节 `[[document]]`，下面一项任务一节 `[[document.task]]`。有佐证可以查看的算已完成；过了期限没有\n"
        "佐证、佐证找不到的，会提示（GK897）。",
        (
            ("year ★", "哪一年的", "2026"),
            ("title ★", "要点的名称", "示例省2026年政务公开工作要点"),
            ("issuer", "发文机关", "示例省人民政府办公厅"),
            ("number", "文号", "示省政办发〔2026〕12号"),
            ("link", "原文：https 网址，或者本站的索引号", "https://www.sheng.example/a.html"),
            ("task.text ★", "任务", "公开部门预算"),
            ("task.bodies ★", "责任单位的 id，第一个是牵头单位", '["czj", "fgw"]'),
            ("task.due ★", "完成期限", "2026-06-30"),
            (
                "task.evidence",
                "佐证：索引号；guide/、rules/、reports/ 里文件的路径；站外的写 https 网址，不打开核对",
                '["990700010/2026-00001"]',
            ),
            ("task.unit", "责任科室", "预算科"),
        ),
    ),
    Table(
        "rule_kinds",
        "配套制度",
        "要求有哪些制度，一类一节 `[[kind]]`；没有这张表的网站不检查。制度放在 `rules/` 里，“制度类别”写 name 或者 aliases；\n"
        "只有草案、已经废止失效的不算（GK910）。",
        (
            ("name ★", "制度类别", "保密审查"),
            ("basis", "依据", "条例第十七条"),
            ("aliases", "“制度类别”的其他写法", '["审查"]'),
            ("kinds", "只要求这些类别的机构；不写的要求所有机构", '["政府部门"]'),
            ("shared", "true：牵头机构（lead_body）有一份，就适用于各机构", "true"),
            (
                "items",
                "制度是一条公开的信息的：机构的 id 和索引号",
                '{mzj = "990700008/2026-00003"}',
            ),
        ),
    ),
    Table(
        "enterprises",
        "公共企事业单位",
        "政府信息公开条例第五十五条的单位，一个一节 `[[enterprise]]`：依照国务院有关主管部门的规定公开。该公开的栏目里一条也没有的，\n"
        "会提示（GK911）。",
        (
            ("body ★", "单位的 id", "gsgs"),
            ("sector ★", "行业", "供水"),
            (
                "provisions ★",
                "依据的规定",
                '["供水、供气、供热等公共企事业单位信息公开实施办法（建城规〔2021〕4号）"]',
            ),
            ("regulator ★", "受理申诉的主管部门的 id", "zjj"),
            ("columns ★", "该公开的栏目的 id；算上下面的栏目", '["gysd"]'),
        ),
    ),
)
