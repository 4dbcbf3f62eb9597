"""栏目半年没有更新

是什么：栏目里最新的一条已经是六个月以前的；工作动态一类的新闻栏目是两个星期以前的。一棵栏目一条提示。公开满半年的网站才检查
  （看发布记录）。写在任务分解表里的栏目按表里的频率看（GK880），这里不管；机构职能、负责人、办事服务一类长期有效的也不管。
为什么：栏目长期不更新是政府网站检查要扣分的；市民看到的可能已经是旧情况。
怎么改：补上新的内容；一年一次或者长期有效的，写进 registry/assignments.toml，频率写“每年”“长期”。
依据：2015年全国政府网站普查评分表（栏目不更新：动态、要闻类两周，通知公告、政策文件类六个月；首页两周只用于登新闻的网站）；
  政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plugins.owed import upkeep
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.registry import Column

CODE = "GK882"
SEVERITY = Severity.WARNING
PATH = "registry/columns.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each tree of columns with leaves that stand still, at the first of them."""
    if not upkeep.settled(corpus):
        return
    trees: dict[str, list[tuple[Column, date]]] = defaultdict(list)
    for column, day in upkeep.stale(corpus):
        trees[corpus.registry.trail(column.id)[0].id].append((column, day))
    for found in trees.values():
        first = found[0][0]
        names = "、".join(f"{column.name}（最新 {day}）" for column, day in found)
        message = f"{len(found)} 个栏目没有更新：{names}"
        fix = "补上新的内容；一年一次或者长期有效的写进任务分解表，频率写“每年”“长期”"
        yield Finding(PATH, first.line, 1, CODE, "栏目", message, fix, first.id, SEVERITY)
