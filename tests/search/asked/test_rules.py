"""Rules and figures on three tiny items."""

from __future__ import annotations

import pytest

from tests.search.asked.entries import plain
from tests.search.asked.measure import (
    measure,
    recall_at,
    reciprocal_rank,
    substring_recall,
    table,
)
from tests.search.asked.tiny import TINY
from tests.search.asked.truth import Query, expected


def found(kind, typed, means=""):
    return expected(kind, Query(typed, means), TINY)


@pytest.mark.parametrize(
    ("kind", "typed", "means", "relevant", "best"),
    [
        ("words", "老旧小区改造", "", "12", "1"),
        ("words", "三公经费", "", "2", "2"),
        ("two_characters", "资金", "", "13", "3"),
        ("one_character", "招", "", "2", "2"),
        ("words", "没有的词", "", "", ""),
        ("two_words", "资金　改造", "", "1", "1"),
        ("two_words", "公告 资金", "", "3", "3"),
        ("three_words", "预算 改造 查阅", "", "2", "2"),
        ("fragments", "印发城东", "", "1", "1"),
        ("fragments", "学校维修", "", "", ""),
        ("colloquial", "自来水", "供水", "3", "3"),
        ("typos", "老旧小区改早", "老旧小区改造", "12", "1"),
        ("traditional", "預算", "预算", "23", "2"),
        ("regional", "檔案館", "档案馆", "2", "2"),
        ("regional", "檔案", "档案", "2", "2"),
        ("regional", "文件", "文件", "3", "3"),
        ("pinyin", "gaizao", "改造", "1", "1"),
        ("initials", "bmys", "部门预算", "2", "2"),
        ("document_numbers", "示建发[2020]03号", "示建发〔2020〕3号", "2", "2"),
        ("document_fields", "文号:示建发[2021]8号", "示建发〔2021〕8号", "1", "1"),
        ("index_numbers", "990700014/2021-8", "990700014/2021-00008", "1", "1"),
        ("index_numbers", "990700014/2021-9", "990700014/2021-00009", "", ""),
        ("phrases", '"小区改造管理"', "", "1", "1"),
        ("phrases", "「改造的支出」 招生", "", "2", "2"),
        ("minus", "预算 -决算", "", "2", "2"),
        ("minus", "资金 －财政", "", "3", "3"),
        ("fields", "发布机构:教育局", "", "2", "2"),
        ("fields", "發布機構：住建局 資金", "", "1", "1"),
        ("fields", "关键词:资金", "", "3", "3"),
        ("fields", "名称:预算 -供水", "", "2", "2"),
        ("fields", "栏目:部门预算", "", "2", "2"),
        ("dates", "2020年", "", "2", "2"),
        ("dates", "2021年3月 资金", "", "1", "1"),
        ("dates", "2021-04-02", "", "1", "1"),
        ("dates", "2021.4.3", "", "", ""),
        ("dates", "2022年 文件", "", "3", "3"),
        ("bodies", "教育局 招生", "", "2", "2"),
        ("bodies", "住房和城乡建设局 资金", "", "1", "1"),
    ],
)
def test_a_rule_decides(kind, typed, means, relevant, best):
    wanted = found(kind, typed, means)
    assert (wanted.relevant, wanted.best) == (frozenset(relevant), frozenset(best))


def test_writings_fold_and_characters_convert_one_by_one():
    assert plain("［２０２１］ 檔案館－ＡＢ") == "(2021) 档案馆-ab"


def test_what_is_no_field_or_no_date_is_a_mistake_of_the_set():
    with pytest.raises(ValueError, match="no such field"):
        found("fields", "颜色:红")
    with pytest.raises(ValueError, match="no date"):
        found("dates", "预算")


def test_figures_of_one_answer():
    assert recall_at(10, list("xab"), {"a", "b", "c"}) == 2 / 3
    assert recall_at(2, list("abc"), {"a", "b", "c"}) == 1
    assert recall_at(10, [*"0123456789", "a"], {"a"}) == 0
    assert reciprocal_rank(list("xya"), {"a", "b"}) == 1 / 3
    assert reciprocal_rank(list("xy"), {"a"}) == 0
    assert substring_recall(list("xya"), {"a", "b"}) == 0.5
    assert recall_at(10, [], ()) == substring_recall([], ()) == 1


def test_a_report_counts_by_kind_and_leaves_out_what_has_no_answer():
    queries = {
        "words": (Query("供水"), Query("没有的词")),
        "typos": (Query("老旧小区改早", "老旧小区改造"),),
    }
    report = measure(queries, TINY, lambda typed: ["3"])
    assert [(f.kind, f.queries, f.recall) for f in report.figures] == [
        ("words", 1, 1.0),
        ("typos", 1, 0.0),
        ("overall", 2, 0.5),
    ]
    assert report.left_out == (("words", Query("没有的词")),)
    assert [o.query.typed for o in report.missed] == ["老旧小区改早"]
    assert "| overall | 2 | 0.500 | 0.500 | 0.500 |" in table(report)
    assert "Left out, 1 without an expected item: words 没有的词" in table(report)
