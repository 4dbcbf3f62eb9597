"""docs/rules.md and docs/fields.md, made from the rules and the field table they describe.

``.venv/bin/python -m plugins.rules.document`` writes them; a test says when they are stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from plugins import rules
from plugins.activities import columns as working
from plugins.activities.kinds import KINDS
from plugins.ledger.columns import COLUMNS, Column
from plugins.owed import assignment
from plugins.records import standards
from plugins.records.fields import CHANNELS, DROPPED, FIELDS, Field, Show, Type
from plugins.records.finding import Severity
from plugins.records.source import Kind
from plugins.rules.beyond import BEYOND
from plugins.steering import keys

DOCS = Path(__file__).parents[2] / "docs"

_GROUPS = {
    "1": "身份：索引号、名称、机构",
    "2": "文件头、审查记录和去向记录：有没有、写得对不对",
    "3": "日期",
    "4": "文字",
    "5": "正文里的代码和链接",
    "6": "文件和附件",
    "7": "不该公开的内容",
    "8": "指南、登记表、台账和年报",
    "9": "限度、配套制度和公共企事业单位",
}
_WEIGHT = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTICE: "提示"}
_TYPES = {
    Type.LINE: "一行文字",
    Type.INDEX: "索引号",
    Type.DATE: "日期",
    Type.LIST: "几个词，用顿号隔开，或者缩进的清单",
    Type.LINES: "一行文字，或者缩进的清单，一行一条",
    Type.ISSUER: "登记的机构",
    Type.BODIES: "几个登记的机构",
    Type.COLUMN: "末级栏目",
    Type.DOC_NUMBER: "文号",
    Type.CHOICE: "从规定的词里选",
    Type.THEME: "主题：一级/二级",
    Type.RELATION: "索引号或文号，可以有几个",
    Type.FILES: "文件名，可以附标题",
    Type.CHANGES: "缩进的清单：日期、内容、公开日期",
    Type.ISSUE: "年份和期号",
    Type.PERIOD: "年、季或月",
    Type.PHONE: "办公电话",
    Type.URL: "https 网址",
}
_SHOWN = {Show.BLOCK: "信息栏", Show.ASPECT: "办事指南表", Show.PAGE: "页面", Show.NEVER: "不显示"}
_KINDS = {
    Kind.ITEM: "条目 items/",
    Kind.GUIDE: "指南 guide/",
    Kind.RULE: "制度 rules/",
    Kind.REPORT: "年报 reports/",
}
_MADE = "本页由程序生成：`.venv/bin/python -m plugins.rules.document`，不要手改。"


def rules_page() -> str:
    """docs/rules.md: a table of all rules, then the long text of each."""
    parts = ["# 规则", _MADE, _RULES_PREFACE]
    for digit, name in _GROUPS.items():
        codes = [r.CODE for r in rules.every_rule() if r.CODE[2] == digit]
        parts.append(f"## {name}")
        parts.append(_table(("编号", "说的是", "级别"), (_row(code) for code in codes)))
        parts += [_chapter(code) for code in codes]
    parts += ["## 生成和提交时的提示", *map(_chapter, BEYOND)]
    return "\n\n".join(parts) + "\n"


_RULES_PREFACE = """\
`make check` 按这些规则检查内容目录，一次列出全部问题；`make explain CODE=GK201` 显示其中一条。
错误会停止生成，已发布的网站不动；警告和提示不影响公开。一条规则的发现可以比表中写的轻：草稿的
错误只作警告，`baseline.json` 里记着的旧问题在条目改动以前只作提示。
每条规则的好例和坏例在 `tests/items/`。"""


def _row(code: str) -> tuple[str, ...]:
    title = rules.explain(code).partition("\n")[0].removeprefix(f"{code} ")
    return f"[{code}](#{code.lower()})", title, _WEIGHT[rules.severity(code)]


def _chapter(code: str) -> str:
    title, _, text = rules.explain(code).partition("\n")
    joined = "\n".join(_bold(line) for line in text.strip().split("\n"))
    return f'<a id="{code.lower()}"></a>\n\n### {title}\n\n{joined}'


def _bold(line: str) -> str:
    """A line of a rule's docstring as a list item, its first word bold."""
    word, colon, rest = line.partition("：")
    return f"- **{word}**：{rest}" if colon and len(word) <= 4 else f"  {line}"


def fields_page() -> str:
    """docs/fields.md: every field of front matter, by kind of file."""
    parts = ["# 字段", _MADE, _FIELDS_PREFACE]
    for kind, name in _KINDS.items():
        fields = [f for f in FIELDS if kind in f.kinds]
        head = ("标签", "英文名", "怎样写", "说明", "例", "也可以写作", "显示")
        parts += [f"## {name}", _table(head, map(_field, fields))]
    asked = ("列名", "英文名", "怎样写", "说明", "例", "也可以写作")
    parts += ["## 台账 requests/年份.csv", _LEDGER_PREFACE, _table(asked, map(_column, COLUMNS))]
    parts += ["## 工作台账 activities/年份.csv", _WORKING_PREFACE]
    parts += [_table(asked, map(_column, working.COLUMNS)), _KINDS_PREFACE, _kinds()]
    shown = ((f"`{key}`", written, f"`{example}`") for key, written, example in assignment.KEYS)
    parts += ["## 任务分解表 registry/assignments.toml", _TASKS_PREFACE]
    parts += [_table(("键", "怎样写", "例"), shown)]
    listed = ((f"`{key}`", written, f"`{example}`") for key, written, example in standards.KEYS)
    parts += ["## 基层政务公开标准目录 registry/standards.toml", _STANDARDS_PREFACE]
    parts += [_table(("键", "怎样写", "例"), listed), f"13种渠道：{'、'.join(CHANNELS)}。"]
    parts += _led()
    parts += ["## 导入时略过", "、".join(DROPPED) + "：静态网站没有计数，旧数字不照搬。"]
    return "\n\n".join(parts) + "\n"


_FIELDS_PREFACE = """\
文件头一行一项，写作 `标签: 值`；值照字面一直到行末。标签、英文名和“也可以写作”里的写法同样有效。
哪些必填，由栏目的类别（`registry/profiles.toml`）决定；人人必填的是索引号、名称、栏目、一个日期
（公文写成文日期，其余写形成日期）和公开方式。依据：政府信息公开条例第十二条。"""


def _field(field: Field) -> tuple[str, ...]:
    written = "、".join(field.vocabulary) if field.vocabulary else _TYPES[field.type]
    also = "、".join(field.aliases)
    example = f"`{field.example}`" if field.example else ""
    shown = _SHOWN[field.show]
    return field.label, f"`{field.key}`", written, field.help, example, also, shown


_LEDGER_PREFACE = """\
一件申请一行，放在收到那一年的文件里；没有办结的不用抄到下一年，系统自动结转。CSV 格式，UTF-8（Excel
另存为“CSV UTF-8”即可）。列的先后不限，没有★的列不用可以不设。不写申请人是谁：姓名、证件号、电话、
住址、邮箱一律不收（GK860）。依据：政府信息公开条例第二十九条至第三十七条、第四十二条。"""


_WORKING_PREFACE = """\
会议、培训、回应、人员、经费，以及咨询、意见箱、举报、评议：一件一行，同样的几件也可以合并写一行。写法同上，
也不写是谁（GK860）。一年里没有发生的，写一行数量0：没有写的不当作0。依据：国办发〔2014〕32号；
政府信息公开条例第四十六条至第四十八条、第五十一条。"""
_KINDS_PREFACE = "类别："
_TASKS_PREFACE = """\
哪个机构在哪个栏目、多久公开一次、什么时候以前公开，一项写一节 `[[assignment]]`。条目属于哪个周期，看“所属年度”；
没有写的看形成日期。“随时”半年没有新的、“长期”一条也没有，都会提示（GK880）；确实没有的，在 columns.toml 的 nothing 里写明。"""

_STANDARDS_PREFACE = """\
一个公开事项一节 `[[matter]]`，照本地编制的目录写；领域在 `registry/domains.toml`，没有这张表的用全国的26个领域
（名称从哪里来，写在 `plugins/records/national/domains.toml`，不是都能确定）。公开主体在写的栏目里有信息，就算已公开；
栏目的 nothing 写明的算已说明没有；依申请公开的、渠道里没有政府网站的，不算没有公开。其余的在页面上写“没有公开”，公开满半年的网站还会
提示（GK884）。依据：国办发〔2019〕54号。"""


def _led() -> Iterator[str]:
    """The tables of leaders, liaisons, key points, rules and enterprises."""
    for table in keys.TABLES:
        yield f"## {table.title} registry/{table.name}.toml"
        yield table.preface
        shown = (
            (f"`{key}`", how, f"`{example}`" if example else "") for key, how, example in table.keys
        )
        yield _table(("键", "怎样写", "例"), shown)


def _kinds() -> str:
    """The kinds of entries: what each is counted in, which cells it takes, what it fills."""
    names = {column.key: column.label for column in working.COLUMNS}
    rows = []
    for kind in KINDS.values():
        keys = [column.key for column in working.COLUMNS if column.key in kind.takes]
        cells = (f"{names[key]} ★" if key in kind.needs else names[key] for key in keys)
        rows.append((kind.name, kind.group.value, kind.unit, "、".join(cells), kind.row))
    return _table(("类别", "属于", "单位", "写哪些格", "2014年格式统计表"), rows)


def _column(column: Column) -> tuple[str, ...]:
    written = "、".join(column.words) if column.words else column.shape.value
    example = f"`{column.example}`" if column.example else ""
    label = f"{column.label} ★" if column.needed else column.label
    return label, f"`{column.key}`", written, column.help, example, "、".join(column.aliases)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


PAGES: Mapping[str, Callable[[], str]] = {"rules.md": rules_page, "fields.md": fields_page}


def main() -> None:
    """Write both pages."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
