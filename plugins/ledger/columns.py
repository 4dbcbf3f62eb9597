"""The columns of the ledger: one table for the reader, the rules and docs/fields.md."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What the cells of a column hold."""

    NUMBER = "编号：年份-流水号"
    DATE = "日期"
    WORD = "从规定的词里选"
    TEXT = "一行文字"
    BODY = "登记的机构"
    OUTCOME = "办理结果的名称或者标识"
    COUNT = "整数"
    LINK = "另一件的编号"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``label`` is its heading, ``key`` the field of Request that it fills."""

    key: str
    label: str
    shape: Shape
    help: str
    example: str = ""
    words: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    needed: bool = False


RECEIPTS: Mapping[str, tuple[str, ...]] = {
    "来访": ("当面提交", "口头代填"),
    "来电": ("口头代填",),
    "来信": ("邮寄签收", "平信确认"),
    "传真": ("双方确认",),
    "电子邮件": ("双方确认",),
    "网络在线": ("双方确认",),
}
"""The six channels, and by which rule of art. 31 an application through each is received.

Art. 29 wants writing; who cannot write applies orally and the office fills the form in for him
(口头代填). A telephone call is recorded only so. On which day such an application is received art. 31
does not say; it stands here with the day on which the form was filled in. E-mail is taken for
«互联网渠道» of art. 31(3).
"""
RECEIPT_WORDS = ("当面提交", "邮寄签收", "平信确认", "双方确认", "口头代填")
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
DELIVERIES = ("邮寄", "电子邮件", "传真", "网络平台", "自行领取", "当场查阅")
OPEN = "尚未审结"
RESULTS = ("维持", "纠正", "其他", OPEN)
DIRECT, AFTER_REVIEW = "未经复议直接起诉", "复议后起诉"

_D, _W = Shape.DATE, Shape.WORD

STAGES = (
    Column("taken", "接收", _D, "申请到达之日；网上、传真的可以早于收到日期", "2025-03-03"),
    Column("registered", "登记", _D, "登记编号之日", "2025-03-03"),
    Column("instructed", "领导签批", _D, "批给承办机构之日"),
    Column("consulted", "征求意见", _D, "开始征求意见之日"),
    Column("collected", "信息整理", _D, "找齐所需信息之日"),
    Column("deliberated", "研判会商", _D, "会商之日"),
    Column("legal_review", "法制审核", _D, "法制机构审核之日"),
    Column("approved", "领导审核", _D, "签发答复之日"),
    Column("answered", "答复日期", _D, "回复之日，也是不再处理之日", "2025-03-21", (), ("回复",), True),
    Column("archived", "存档备案", _D, "归档之日"),
)  # fmt: skip
"""The ten stages in their order; the ninth, 回复, is the day of the reply."""

COLUMNS = (
    Column("number", "编号", Shape.NUMBER, "全台账唯一，不重用；年份是收到的年份", "2025-001",
           (), ("统一编号", "申请编号"), True),
    Column("channel", "渠道", _W, "申请从哪里来；来电只记口头申请、由工作机构代填的，纯咨询不进台账",
           "网络在线", tuple(RECEIPTS), ("受理途径", "受理渠道"), True),
    Column("received", "收到日期", _D, "依法收到之日，期限从这一天起算", "2025-03-04",
           (), ("收到申请日期",), True),
    Column("receipt", "收到依据", _W, "按第三十一条的哪一种认定收到；来信写邮寄签收或平信确认，网上、传真写双方确认",
           "双方确认", RECEIPT_WORDS, (), True),
    Column("applicant", "申请人类型", _W, "年报表三的六类；只写类别，不写是谁", "自然人", APPLICANTS,
           ("申请人类别",), True),
    Column("topic", "主题", Shape.TEXT, "申请内容的概括，不写姓名、住址、门牌", "征地补偿标准",
           (), ("申请事项",), True),
    Column("body", "承办机构", Shape.BODY, "登记的机构，写 id、全称、简称都可以", "zrzyj",
           (), ("承办单位",), True),
    *STAGES,
    Column("correction_asked", "补正通知", _D, "告知补正之日；只一次，收到之日起7个工作日内（第三十条）"),
    Column("correction_received", "补正收到", _D, "收到补正之日；答复期限从这一天重新起算"),
    Column("third_asked", "第三方发出", _D, "征求第三方意见书发出之日（第三十二条）", aliases=("第三方征求意见发出",)),
    Column("third_answered", "第三方收到", _D, "第三方意见收到之日；逾期没有提出的，写期满之日", aliases=("第三方征求意见收到",)),
    Column("organ_asked", "其他机关发出", _D, "征求其他机关意见发出之日（第三十四条）", aliases=("其他机关征求意见发出",)),
    Column("organ_answered", "其他机关收到", _D, "其他机关意见收到之日；逾期没有提出的，写期满之日", aliases=("其他机关征求意见收到",)),
    Column("extension_days", "延期天数", Shape.COUNT, "延长几个工作日，最多20（第三十三条）", "20"),
    Column("extension_notice", "延期通知", _D, "告知申请人延期之日", aliases=("延期告知",)),
    Column("outcome", "结果", Shape.OUTCOME, "年报表三的21种；没有办结的空着", "三(一)",
           (), ("办理结果",), True),
    Column("delivery", "送达方式", _W, "答复怎样送到", "邮寄", DELIVERIES),
    Column("delivered", "签收日期", _D, "签收回执上的日期", aliases=("送达日期", "签收")),
    Column("fee_count", "收费件数", Shape.COUNT, "按件计收的，该申请人当月累计件数；金额只写在计收的这一件上"),
    Column("fee_pages", "收费页数", Shape.COUNT, "按量计收的，本件的页数"),
    Column("fee_yuan", "收费金额", Shape.COUNT, "收费通知上的金额，单位元", aliases=("信息处理费",)),
    Column("fee_notice", "收费通知", _D, "收费通知发出之日"),
    Column("review_accepted", "复议受理", _D, "行政复议受理之日"),
    Column("review_closed", "复议审结", _D, "行政复议决定之日"),
    Column("review_result", "复议结果", _W, "审结以前写尚未审结，或者空着", words=RESULTS,
           aliases=("行政复议",)),
    Column("suit_kind", "诉讼类型", _W, "年报表四的两种", words=(DIRECT, AFTER_REVIEW), aliases=("行政诉讼",)),
    Column("suit_accepted", "诉讼立案", _D, "法院立案之日", aliases=("一审立案",)),
    Column("suit_closed", "诉讼审结", _D, "裁判生效之日；上诉的，写一审裁判之日", aliases=("一审审结",)),
    Column("suit_result", "诉讼结果", _W, "审结以前写尚未审结，或者空着", words=RESULTS, aliases=("一审结果",)),
    Column("appeal_accepted", "二审立案", _D, "第二审法院立案之日；没有上诉的空着"),
    Column("appeal_closed", "二审审结", _D, "终审裁判之日；发回重审的，等最后的裁判"),
    Column("appeal_result", "二审结果", _W,
           "本机关的行为最后是维持还是纠正，不是一审判决的维持：二审维持一审撤销判决的写纠正；撤回上诉的与一审结果相同",
           words=RESULTS),
    Column("redoes", "重办原编号", Shape.LINK, "申请人不满意而重新办理的，写原来那件的编号；不再计入年报表三",
           aliases=("不满意重办",)),
)  # fmt: skip
"""Every column; those that are not ``needed`` may be left out of a file."""

BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
ORDER: Mapping[str, int] = {column.key: at for at, column in enumerate(COLUMNS)}
DATES = tuple(column.key for column in COLUMNS if column.shape is Shape.DATE)


def plain(heading: str) -> str:
    """A heading for comparing: one width, no blanks."""
    return "".join(unicodedata.normalize("NFKC", heading).split())


def headings(columns: Iterable[Column]) -> Mapping[str, Column]:
    """The columns by every heading they go by, each as ``plain`` has it."""
    return {plain(name): column for column in columns for name in (column.label, *column.aliases)}


BY_HEADING = headings(COLUMNS)
