"""登记表有问题

是什么：registry/ 里的登记表写错了：TOML 写法、缺少的或多余的项、重复的编号、指向没有的机构或栏目。
为什么：机构、栏目、类别都由登记表决定，表错了，所有条目都会跟着错。
怎么改：照 docs/house.md 里的样子改正；编号只用小写字母、数字和“-”。
依据：本系统的约定（登记表的写法）。
"""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK840"

WORDS = {
    "registry-toml": ("TOML 写法不对：{detail}", "照 docs/house.md 的样子改正"),
    "registry-missing": ("“{value}”缺少“{detail}”", "补上缺少的文件或项"),
    "registry-unknown-key": ("没有“{value}”这一项", "这里可以写：{detail}"),
    "registry-wrong-type": (
        "“{value}”的值写错了类型",
        "照 docs/house.md 的样子写：文字加引号，清单加方括号，日期不加引号",
    ),
    "registry-duplicate": ("“{value}”登记了两次", "留下一个，另一个换名"),
    "registry-bad-id": ("编号“{value}”不能用", "只用小写字母、数字和“-”"),
    "registry-unknown-reference": ("“{detail}”写的“{value}”没有登记", "改正编号，或者先登记"),
    "registry-cycle": ("栏目“{value}”的上级绕成了圈", "改正 parent"),
    "registry-deep": ("栏目“{value}”在第{detail}级以下", "栏目最多{detail}级，改正 parent"),
    "registry-inherits-cycle": ("机构“{value}”的 inherits 绕成了圈", "改正 inherits，不能写回自己"),
    "registry-bad-url": (
        "“{value}”不是能用的网址",
        "写 {detail} 开头的完整网址，没有空格、引号和“..”",
    ),
    "registry-date-order": (
        "“{value}”放假的第一天在最后一天 {detail} 之后",
        "from 写第一天，to 写最后一天",
    ),
    "registry-not-weekend": (
        "“{value}”的 work 里有 {detail}，不是周六、周日",
        "只写调休上班的周六、周日",
    ),
    "registry-loose-clock": (
        "“{value}”的期限不能用：{detail}",
        "照法定期限写或者更严；删去这一项就按法定期限算",
    ),
    "registry-double-task": ("“{value}”的任务写了两次", "留下一个"),
    "registry-not-a-leaf": ("栏目“{value}”下面还有栏目", "任务写到末级栏目"),
    "registry-not-a-choice": ("写的是“{value}”", "写{detail}中的一个"),
    "registry-bad-deadline": (
        "“{value}”的期限不能用：{detail}",
        "写 期后15日、期后20个工作日、次月8日、当年3月20日、次年3月31日 这样的，或者不写，按栏目的期限算",
    ),
    "registry-bad-phone": (
        "“{value}”的 phone 不是办公电话",
        "写带区号的办公电话，如“0999-8210000”，不写手机号",
    ),
    "registry-private": ("“{value}”的登记里像是有{detail}", "删去；联系方式只写办公电话"),
    "registry-term-order": (
        "“{value}”任职的第一天在最后一天 {detail} 之后",
        "since 写第一天，until 写最后一天",
    ),
    "registry-bad-year": ("“{value}”写的是 {detail}", "写四位的年份，2008 以后，如 2026"),
    "registry-bad-day": ("“{value}”写的是{detail}", "写 1 至 31 的日子，如 [15, 30]"),
    "registry-bad-size": ("“{value}”写的是{detail}", "写 1 以上的整数"),
    "bad-format": (
        "索引号的 format“{value}”不成立",
        "只用 prefix、year、serial、month、day，外加花括号，如 {{serial:05d}}",
    ),
    "bad-grammar": ("索引号的写法“{value}”不成立：{detail}", "改正 [index_number] 里的 grammar"),
}

REVIEWS = ("", "演示", "记录")
ABSENT = ("没有这张登记表", "补上 registry/{value}.toml")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each fault of the registry, and for what ``site.toml`` names and is not there."""
    for path, fault in corpus.faults(*WORDS):
        absent = fault.kind == "registry-missing" and path == f"registry/{fault.value}.toml"
        yield finding(path, fault, CODE, ABSENT if absent else WORDS[fault.kind])
    yield from _site(corpus)


def _site(corpus: Corpus) -> Iterator[Finding]:
    site, place = corpus.registry.site, ("registry/site.toml", 1, 1, CODE)
    if site.lead_body and site.lead_body not in corpus.registry.bodies:
        message = f"lead_body 写的“{site.lead_body}”没有登记"
        yield Finding(*place, "lead_body", message, "写一个机构的 id", site.lead_body)
    if site.review not in REVIEWS:
        message = f"REVIEW 写的“{site.review}”不是规定的用字"
        fix = "正式的站点写“记录”，只作演示的写“演示”"
        yield Finding(*place, "REVIEW", message, fix, site.review)
    try:
        ZoneInfo(site.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = f"time_zone 写的“{site.time_zone}”不是时区"
        yield Finding(*place, "time_zone", message, "写 Asia/Shanghai", site.time_zone)
