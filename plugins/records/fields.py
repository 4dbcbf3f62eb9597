"""The one schema: every field of front matter, described once.

From this table come the reader, the rules, the metadata block of the item page, the table of a
service guide, search facets, the CSV header, the JSON Schema for editors and ``docs/fields.md``. Sources of the fields:
政府信息公开条例 (2019) art. 12; 政府信息公开目录系统实施指引; labels as seen on real sites.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from plugins.records.source import Kind


class Type(StrEnum):
    """How the written value is read."""

    LINE = "line"  # literal to the end of the line
    INDEX = "index"  # an index number of the site's grammar
    DATE = "date"
    LIST = "list"  # separated by 、，；; or an indented list
    LINES = "lines"  # literal to the end of the line, or an indented list of such lines
    ISSUER = "issuer"  # a registered body or outside body
    BODIES = "bodies"  # several of them, lead body first
    COLUMN = "column"  # a leaf of the column tree, by id, name or path
    DOC_NUMBER = "doc_number"
    CHOICE = "choice"  # a word of ``vocabulary``
    THEME = "theme"  # top / second, in any of the separators seen
    RELATION = "relation"  # index numbers or document numbers
    FILES = "files"  # attachments, with titles
    CHANGES = "changes"  # changes after publication: day, what, day of publication
    ISSUE = "issue"  # of a serial: 2026年第3期, or counted through: 第45期
    PERIOD = "period"  # year, quarter or month
    PHONE = "phone"
    URL = "url"


class Show(StrEnum):
    """Where citizens see the value."""

    BLOCK = "block"  # in the metadata block of the item page
    ASPECT = "aspect"  # in the table of a service guide (办事指南)
    PAGE = "page"  # elsewhere on the page
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: names, type, vocabulary, where shown, and what a clerk is told about it."""

    key: str
    label: str
    type: Type
    help: str
    example: str = ""
    aliases: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    show: Show = Show.NEVER
    kinds: frozenset[Kind] = frozenset({Kind.ITEM})
    facet: bool = False


_ALL = frozenset(Kind)
_DATED = frozenset({Kind.ITEM, Kind.REPORT})

MODES = ("主动公开", "依申请公开", "不予公开")
TRADITIONAL_MODES: Mapping[str, str] = MappingProxyType(
    {"主動公開": "主动公开", "依申請公開": "依申请公开", "不予公開": "不予公开"}
)
CHANNELS = (
    *("政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点"),
    *(
        "政务服务中心",
        "便民服务站",
        "入户/现场",
        "社区/企事业单位/村公示栏（电子屏）",
        "精准推送",
        "其他",
    ),
)
"""公开渠道和载体 as the standard catalogs of the grass roots (基层政务公开标准目录) have them."""
VALIDITY = ("有效", "已修改", "废止", "失效", "尚未施行", "不适用")

# fmt: off
FIELDS: tuple[Field, ...] = (
    Field("index_no", "索引号", Type.INDEX, "由 new 或 number 写入，终身不变；草稿写“待编”", "620700036/2021-00008",
          ("索引號", "信息索引号", "信息索取号", "索取号"), show=Show.BLOCK),
    Field("title", "名称", Type.LINE, "正式标题，不含副标题和文号", "关于2020年政务公开工作情况的报告",
          ("名稱", "标题", "標題", "信息名称", "文件名称"), show=Show.PAGE, kinds=_ALL),
    Field("category", "栏目", Type.COLUMN, "目录树末级栏目的名称", "工作报告",
          ("欄目", "组配分类", "組配分類", "公开目录", "公開目錄", "公文目录", "信息分类", "信息分類", "分类", "分類",
           "目录分类"), show=Show.BLOCK, facet=True),
    Field("publisher", "发布机构", Type.ISSUER, "由所在文件夹决定，不必填写", "",
          ("發布機構", "发布单位", "发布主体", "来源单位", "信息所属单位"), show=Show.BLOCK, facet=True),
    Field("issuer", "发文机关", Type.ISSUER, "制作机关；与发布机构相同时不必填写", "示例市人民政府办公室",
          ("發文機關", "发文机构", "發文機構", "制发机构", "制发机关", "发文单位"), show=Show.BLOCK),
    Field("joint_issuers", "联合发文单位", Type.BODIES, "联合发文的其他机关，牵头机关不写在这里", "示例市财政局、示例市教育局",
          ("聯合發文單位",), show=Show.BLOCK),
    Field("responsible_unit", "责任部门", Type.LINE, "承办科室", "办公室",
          ("責任部門", "公开责任部门", "主办科室"), show=Show.BLOCK),
    Field("doc_number", "文号", Type.DOC_NUMBER, "机关代字〔四位年份〕序号号", "示政发〔2021〕8号",
          ("文號", "发文字号", "發文字號", "文件编号", "发文编号", "文件号"), show=Show.BLOCK),
    Field("registration_no", "统一登记号", Type.LINE, "规范性文件三统一的登记号", "SLDR-2021-01008",
          ("统一编号",), show=Show.BLOCK),
    Field("written_date", "成文日期", Type.DATE, "公文签发或会议通过的日期", "2021-01-07",
          ("成文时间", "签署日期", "公文生成日期", "发文日期"), show=Show.BLOCK, kinds=_DATED),
    Field("generated_date", "生成日期", Type.DATE, "信息形成或变更之日；公文由成文日期得出，不必填写", "2021-01-07",
          ("形成日期", "产生日期", "著录日期", "登记日期", "日期"), show=Show.BLOCK),
    Field("publish_date", "公开日期", Type.DATE, "只用于启用本系统以前已经公开的信息", "2021-01-08",
          ("发布日期", "發布日期", "發佈日期", "公開日期", "公开日", "发布时间"), show=Show.BLOCK, kinds=_DATED),
    Field("changes", "变更记录", Type.CHANGES, "公开以后的变更，一次一项；公开日期只在知道是哪一天时写", "",
          ("變更記錄",), show=Show.BLOCK),
    Field("effective_date", "施行日期", Type.DATE, "开始施行的日期", "2021-02-01",
          ("生效日期", "生效时间", "实施日期", "實施日期"), show=Show.BLOCK),
    Field("valid_until", "有效期至", Type.DATE, "有效期的最后一日", "2026-01-31",
          ("有效期", "有效期限", "信息时效期"), show=Show.BLOCK),
    Field("abolish_date", "废止日期", Type.DATE, "废止或失效的日期", "2023-06-30",
          ("廢止日期", "废止时间", "失效日期"), show=Show.BLOCK),
    Field("validity", "有效性", Type.CHOICE, "规章、行政规范性文件、政策文件必填", "有效",
          ("是否有效", "时效", "時效", "公文时效", "公文時效", "效力属性", "效力状况", "效力状态"), VALIDITY,
          show=Show.BLOCK, facet=True),
    Field("replaces", "废止文件", Type.RELATION, "本文件废止的文件：索引号或文号", "示政发〔2016〕3号", ("替代",), show=Show.PAGE),
    Field("replaced_by", "被何文件废止", Type.RELATION, "废止本文件的文件：索引号或文号", "示政发〔2021〕8号", show=Show.PAGE),
    Field("amends", "修改文件", Type.RELATION, "本文件修改的文件：索引号或文号", "示政发〔2018〕5号", show=Show.PAGE),
    Field("amended_by", "被何文件修改", Type.RELATION, "修改本文件的文件：索引号或文号", "示政发〔2022〕6号", show=Show.PAGE),
    Field("interprets", "解读对象", Type.RELATION, "本解读所解读的政策文件：索引号或文号", "示政发〔2021〕8号", show=Show.PAGE),
    Field("theme", "主题分类", Type.THEME, "国家主题分类：一级/二级", "综合政务/政务公开",
          ("主題分類", "所属主题"), show=Show.BLOCK),
    Field("genre", "体裁分类", Type.CHOICE, "公文种类", "通知", ("公文种类", "文种"),
          ("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要"),
          show=Show.BLOCK),
    Field("service_object", "服务对象", Type.LINE, "面向的人群", "公民", ("服务对象分类", "扩展分类"), show=Show.BLOCK),
    Field("keywords", "关键词", Type.LIST, "一至五个，用顿号隔开", "政务公开、年度报告",
          ("關鍵詞", "主题词", "主題詞"), show=Show.BLOCK),
    Field("summary", "内容概述", Type.LINE, "不超过一百字，以句号结束", "", ("摘要", "內容概述"), show=Show.BLOCK),
    Field("disclosure_mode", "公开方式", Type.CHOICE, "没有默认值：不写明就不会公开", "主动公开",
          ("公开形式", "公開形式", "公開方式", "公开类别", "公开属性"), MODES, show=Show.BLOCK),
    Field("disclosure_scope", "公开范围", Type.LINE, "不是面向社会时写明；写明后不会公开", "面向社会", ("公開範圍",)),
    Field("disclosure_deadline", "公开时限", Type.LINE, "长期公开、限时公开等", "长期公开", show=Show.BLOCK),
    Field("public_until", "公开截止", Type.DATE, "限时公开的最后一日；过了这一天只留索引号、机构和日期", "2027-03-01",
          ("公开截止日期", "公开期限至"), show=Show.BLOCK),
    Field("channels", "公开渠道", Type.LIST, "除本站以外，还通过哪些渠道公开", "政府公报、政务服务中心",
          ("公开渠道和载体", "公开载体"), CHANNELS, show=Show.BLOCK),
    Field("adopted_by", "采用单位", Type.LIST, "采用了这条信息的上级网站、公报、媒体，用来统计", "示例省人民政府网站"),
    Field("disclosure_procedure", "公开程序", Type.LINE, "审核程序", "", ("审核程序",), show=Show.BLOCK),
    Field("key_area", "重点领域", Type.CHOICE, "重点领域名称，见登记表", "生态环境", show=Show.BLOCK, facet=True),
    Field("period", "所属年度", Type.PERIOD, "数据所属的年、季或月", "2020",
          ("所属期", "所属时期", "年度"), show=Show.BLOCK),
    Field("approved_date", "批复日期", Type.DATE, "预算、决算获批准或批复的日期", "2021-03-01", ("批准日期",), show=Show.BLOCK),
    Field("decision_number", "决定书文号", Type.LINE, "行政处罚决定书文号", "示市监罚〔2021〕12号", show=Show.BLOCK),
    Field("decision_date", "决定日期", Type.DATE, "作出决定的日期", "2021-03-01", show=Show.BLOCK),
    Field("publicity_from", "公示起始", Type.DATE, "公示期第一日", "2021-03-01", ("公示开始", "公示起始日期"), show=Show.BLOCK),
    Field("publicity_until", "公示截止", Type.DATE, "公示期最后一日", "2021-03-09", ("公示结束", "公示截止日期"), show=Show.BLOCK),
    Field("subject", "成套事项", Type.LINE, "成套公开的是哪一件事；同一件事的各条写得一样", "2026年公开招聘中小学教师",
          ("成套名称",), show=Show.PAGE),
    Field("parts", "组成部分", Type.LIST, "这一条是其中的哪一部分、哪几部分，名称见 registry/sets.toml", "批前公示",
          show=Show.PAGE),
    Field("topics", "专栏", Type.LIST, "收进哪些专栏、刊物，名称见 registry/topics.toml", "优化营商环境",
          ("专题", "刊名"), show=Show.BLOCK),
    Field("issue", "期号", Type.ISSUE, "公报、简报的期号；按年编号的写年份", "2026年第3期", ("刊期",), show=Show.BLOCK),
    Field("supervision_phone", "监督电话", Type.PHONE, "受理异议的办公电话", "0999-8210000", show=Show.BLOCK),
    Field("checked_date", "核对日期", Type.DATE, "最近一次核对办事指南的日期", "2021-03-01", show=Show.BLOCK),
    Field("service", "审批项目", Type.LINE, "办理的事项，写全称", "最低生活保障审核确认",
          ("办理事项", "事项名称", "事务名称", "服务事项"), show=Show.ASPECT),
    Field("legal_basis", "法律依据", Type.LINES, "法律、法规、规章和文件的名称，写到条；几条的，分行写", "《社会救助暂行办法》第九条",
          ("办理依据", "设定依据"), show=Show.ASPECT),
    Field("conditions", "申报条件", Type.LINES, "符合什么条件才能办；几条的，分行写", "具有本市户籍，年满八十周岁",
          ("申请条件", "受理条件", "办理条件"), show=Show.ASPECT),
    Field("accepting_unit", "受理部门", Type.LINES, "向谁申请", "镇人民政府、街道办事处",
          ("受理机构", "办事机构"), show=Show.ASPECT),
    Field("procedure", "审批程序", Type.LINES, "从申请到办结的各步；一步一行", "受理、审核、公示、确认",
          ("办理流程", "办理程序"), show=Show.ASPECT),
    Field("handling_rules", "办理规程", Type.LINES, "每一步由谁办、多少日、审查什么；几条的，分行写", "受理后五个工作日内入户调查",
          ("办事规程",), show=Show.ASPECT),
    Field("time_limit", "办结时限", Type.LINES, "法定时限和承诺时限", "自受理之日起三十个工作日",
          ("办理期限", "办理时限", "承诺时限"), show=Show.ASPECT),
    Field("forms", "申请书格式文本", Type.LINES, "附件的文件名或标题，一份一行；不用填的，写明不用填", "最低生活保障申请表.docx",
          ("申请书示范文本", "表格下载"), show=Show.ASPECT),
    Field("outcome", "审批结果", Type.LINES, "发什么证件、文书，怎样送达，在哪里查", "《确认通知书》，送达申请人",
          ("办理结果", "办结结果"), show=Show.ASPECT),
    Field("fees", "收费", Type.LINES, "项目、标准和依据；不收的，写不收费", "不收费",
          ("收费标准", "收费依据和标准"), show=Show.ASPECT),
    Field("materials", "申请材料", Type.LINES, "需要提交的全部材料；一份一行", "家庭成员的身份证、户口簿",
          ("提交材料", "所需材料", "申报材料"), show=Show.ASPECT),
    Field("place", "办理地点和时间", Type.LINES, "在哪里办，什么时候办", "市政务服务中心一楼，周一至周五9:00至17:00",
          ("办理地点",), show=Show.ASPECT),
    Field("consult_org", "咨询机构", Type.LINE, "解答疑问的科室", "办公室", ("政策咨询机关",), show=Show.PAGE),
    Field("consult_phone", "咨询电话", Type.PHONE, "办公电话；不写手机号", "0999-8210001", ("政策咨询电话",), show=Show.PAGE),
    Field("source", "来源", Type.LINE, "转载时写明原发布者", "示例省人民政府网站", ("來源", "信息来源", "文件來源"),
          show=Show.PAGE, kinds=_DATED),
    Field("reprint_url", "原文网址", Type.URL, "转载时的原文网址（https）", "", show=Show.PAGE),
    Field("author", "作者", Type.LINE, "撰稿人或科室", "", show=Show.NEVER),
    Field("attachments", "附件", Type.FILES, "条目文件夹里的文件名，可附标题", "",
          ("文件下载", "附件下载"), show=Show.PAGE),
    Field("markup", "正文格式", Type.CHOICE, "text 表示正文逐字照印，不识别任何标记", "text", vocabulary=("text", "markdown")),
    Field("archived_at", "归档时间", Type.DATE, "移交档案馆的日期", "", show=Show.BLOCK),
    Field("recorded_at", "录入时间", Type.LINE, "旧系统的录入时刻，导入时写入", "2021-01-07 10:32:59"),
    Field("imported_at", "导入日期", Type.DATE, "由 import 写入", "2026-01-01"),
    Field("imported_from", "导入来源", Type.LINE, "由 import 写入：原网页或文件", "", kinds=_DATED),
    Field("status", "效力阶段", Type.CHOICE, "制度的状态", "正式", vocabulary=("正式", "试行", "暂行", "草案"),
          kinds=frozenset({Kind.RULE})),
    Field("rule_type", "制度类别", Type.LINE, "保密审查、依申请公开、责任追究等", "保密审查", kinds=frozenset({Kind.RULE})),
    Field("issued_date", "印发日期", Type.DATE, "制度印发的日期", "2021-01-07", kinds=frozenset({Kind.RULE})),
    Field("updated_date", "更新日期", Type.DATE, "指南最近一次更新的日期", "2021-01-07", kinds=frozenset({Kind.GUIDE})),
    Field("basis", "依据文号", Type.LINE, "印发本制度的文号", "示政办发〔2021〕3号", kinds=frozenset({Kind.RULE})),
)
# fmt: on

BY_KEY: Mapping[str, Field] = MappingProxyType({f.key: f for f in FIELDS})

DROPPED: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("浏览次数", "瀏覽量", "浏览量"), "view_count")
)
"""Labels that the importer reads and drops: a static site must not fake a counter."""


def labels(field: Field) -> tuple[str, ...]:
    """All names under which ``field`` may be written: key, label, aliases."""
    return (field.key, field.label, *field.aliases)


def by_label(kind: Kind) -> Mapping[str, Field]:
    """Every accepted name of every field that a record of ``kind`` may hold."""
    return MappingProxyType({n: f for f in FIELDS if kind in f.kinds for n in labels(f)})
