"""Three items on which every rule can be read off."""

from __future__ import annotations

from datetime import date

from tests.search.asked.entries import entry

TINY = (
    entry(
        "1",
        "关于印发城东老旧小区改造管理办法的通知",
        index_no="990700014/2021-00008",
        doc_number="示建发〔2021〕8号",
        keywords=["老旧小区改造", "城东"],
        text="## 总则\n\n**资金** 由市财政承担，见示建发〔2020〕3号。",
        bodies=["示例市住房和城乡建设局", "市住建局"],
        column="行政规范性文件",
        dates=[date(2021, 3, 26), date(2021, 4, 2)],
        year=2021,
    ),
    entry(
        "2",
        "2020年部門預算",
        index_no="990700005/2020-00003",
        doc_number="示建发〔2020〕3号",
        keywords=["三公经费"],
        summary="说明老旧小区改造的支出。",
        text="招生学校维修，市档案馆查阅。",
        bodies=["示例市教育局"],
        column="部门预算",
        dates=[date(2020, 2, 3)],
        year=2020,
    ),
    entry("3", "城西供水公告", keywords=["资金"], text="上年文件，2021年预算和决算。", year=2022),
)
