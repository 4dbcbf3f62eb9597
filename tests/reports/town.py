"""A town with yearly reports of every form, on disk and really read."""

from __future__ import annotations

from pathlib import Path

from plugins import annual
from plugins.annual.table import counted
from plugins.annual.writing import written
from tests.rooms import town

REPORT = """\
---
名称: 示例市{year}年政府信息公开工作年度报告
成文日期: {after}-01-12
发布日期: {after}-01-20
---
开头的话。

## 一、总体情况

按时办理。

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在的主要问题及改进情况

更新不够及时。

## 六、其他需要报告的事项

没有收取信息处理费。
"""
OLD = """\
---
名称: 示例市2015年政府信息公开工作年度报告
成文日期: 2016-03-25
来源: 旧站
导入来源: old/2015.html
---
全年按时办理。
"""
HEADINGS = "编号,渠道,收到日期,收到依据,申请人类型,主题,承办机构,答复日期,结果\n"


def text(year: int) -> str:
    """The text of a report."""
    return REPORT.format(year=year, after=year + 1)


def asked(number: int, channel: str = "来信", body: str = "mzj", ends: str = "予以公开") -> str:
    """A line of the ledger of 2023."""
    receipt = {"来信": "邮寄签收", "来访": "当面提交"}[channel]
    day = f"2023-0{number % 9 + 1}-06"
    return f"2023-{number:03d},{channel},{day},{receipt},自然人,养老补贴办法,{body},2023-11-20,{ends}\n"


def table(numbers: dict[tuple[str, str], int]) -> str:
    """A file of 2021 with these numbers, all others 0."""
    cells = dict.fromkeys(annual.form("2021").cells(), 0)
    return written(counted("2021", cells | numbers))


ASKED = {(row, column): 4 for row in ("一", "三(一)", "三(七)") for column in ("自然人", "总计")}


def corpus(root: Path, *more: dict[str, str]):
    """The town: reports of 2022 and 2023, an old one, a ledger, a document that was made in 2023."""
    files = {
        "reports/zfb/2023.md": text(2023),
        "reports/zfb/2023.csv": table(
            ASKED | {("行政规范性文件", c): 1 for c in ("本年制发件数", "现行有效件数")}
        ),
        "reports/zfb/2022.md": text(2022),
        "reports/zfb/2022.csv": table({}),
        "reports/zfb/2015.md": OLD,
        "reports/zfb/2015.csv": "# form: 2014\nrow,column,value\n三(一),,约4\n三(三)4,,2\n",
        "requests/2023.csv": HEADINGS
        + "".join(asked(n, "来访" if n == 1 else "来信") for n in range(1, 5)),
    }
    made = town.item("mzj", 2023, 1, "办法", "行政规范性文件", "成文日期: 2023-05-01")
    return town.write(root, files, made, *more)
