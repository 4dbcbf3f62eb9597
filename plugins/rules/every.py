"""All rules, in order, and which of them look at more than one record."""

from __future__ import annotations

from plugins.rules import (
    gk101_same_number,
    gk102_similar_number,
    gk110_unknown_name,
    gk111_blank_title,
    gk112_long_title,
    gk113_reserved_name,
    gk114_foreign_number,
    gk115_number_gap,
    gk116_doubtful_title,
    gk117_name_variant,
    gk118_number_grammar,
    gk119_publisher_folder,
    gk120_history_unknown,
    gk121_number_reused,
    gk122_number_changed,
    gk123_deleted,
    gk199_draft,
    gk201_required,
    gk202_broken_line,
    gk203_double_label,
    gk204_unknown_label,
    gk205_no_front_matter,
    gk206_conflict_marker,
    gk207_not_a_choice,
    gk208_costly_yaml,
    gk209_value_shape,
    gk213_validity_doubtful,
    gk214_withheld,
    gk215_reprint_source,
    gk216_needless_line,
    gk217_one_sided,
    gk218_no_interpretation,
    gk219_doc_number,
    gk220_value_form,
    gk221_summary,
    gk222_scheduled,
    gk223_no_summary,
    gk228_internal_genre,
    gk230_state_record,
    gk231_state_and_item,
    gk232_moved_astray,
    gk233_expired,
    gk234_circle,
    gk301_impossible_date,
    gk302_unreadable_date,
    gk303_text_date,
    gk304_back_dated,
    gk305_overdue,
    gk306_date_order,
    gk307_clock_date,
    gk308_old_text,
    gk309_short_consultation,
    gk310_withdrawal,
    gk401_bytes,
    gk402_empty_file,
    gk403_hidden_in_names,
    gk404_hidden_in_text,
    gk405_doubtful_emphasis,
    gk406_line_start,
    gk408_name_twins,
    gk501_html_in_text,
    gk502_html_comment,
    gk503_remote_image,
    gk504_plain_http,
    gk601_climbing_path,
    gk602_foreign_file,
    gk603_special_file,
    gk604_missing_attachment,
    gk605_hollow_attachment,
    gk606_attachment_case,
    gk607_orphan_file,
    gk608_misplaced_file,
    gk609_unreadable_file,
    gk610_broken_link,
    gk611_attachment_kind,
    gk612_dangerous_attachment,
    gk613_unreadable_picture,
    gk820_guide_parts,
    gk821_repealed_custom,
    gk822_review_first,
    gk840_registry,
    gk841_baseline,
    gk901_too_big,
    gk902_too_many_marks,
    gk903_too_costly,
)
from plugins.rules.on_belonging import BELONGING, TOGETHER
from plugins.rules.on_leaks import LEAKS
from plugins.rules.on_ledger import LEDGER
from plugins.rules.on_reports import REPORTS
from plugins.rules.on_reviews import REVIEWED, REVIEWS
from plugins.rules.on_steering import LED, OWED
from plugins.rules.on_upkeep import UPKEEP
from plugins.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    gk101_same_number,  # 索引号重复
    gk102_similar_number,  # 索引号里有看不清的字符
    gk110_unknown_name,  # 机构、栏目、主题或重点领域没有登记
    gk111_blank_title,  # 名称是空的
    gk112_long_title,  # 名称太长
    gk113_reserved_name,  # 名称留作别用
    gk114_foreign_number,  # 索引号与所在位置不符
    gk115_number_gap,  # 流水号有间断
    gk116_doubtful_title,  # 名称像文件名或广告
    gk117_name_variant,  # 机构名称写了简称或别名
    gk118_number_grammar,  # 索引号的写法不合本站规则
    gk119_publisher_folder,  # 发布机构与文件夹不一致
    gk121_number_reused,  # 索引号给别的条目用过
    gk123_deleted,  # 公开过的条目不见了
    gk199_draft,  # 草稿，不会公开
    gk201_required,  # 缺少必填的内容
    gk202_broken_line,  # 文件头里有一行看不懂
    gk203_double_label,  # 同一项写了两次
    gk204_unknown_label,  # 没有这个标签
    gk205_no_front_matter,  # 没有文件头，或者文件头没有结束
    gk206_conflict_marker,  # 有没合并完的冲突标记
    gk207_not_a_choice,  # 写的不是规定的用字
    gk208_costly_yaml,  # 文件头的写法超出了限度
    gk209_value_shape,  # 值太长，或者写成了几行
    *REVIEWED,  # 有没有审查过
    gk213_validity_doubtful,  # 有效性可能没有更新
    gk214_withheld,  # 不主动公开的条目
    gk215_reprint_source,  # 转载没有写来源
    gk216_needless_line,  # 这一行不必写
    gk217_one_sided,  # 两个文件的说法对不上
    gk218_no_interpretation,  # 规范性文件还没有解读
    gk219_doc_number,  # 文号写得不规范
    gk220_value_form,  # 年度、期号、电话或网址写得不规范
    gk221_summary,  # 内容概述不合要求
    gk222_scheduled,  # 公开日期还没有到，暂不公开
    gk223_no_summary,  # 没有内容概述
    *REVIEWS,  # 审查记录
    gk228_internal_genre,  # 可能是过程性信息
    gk230_state_record,  # 去向记录写错了
    gk231_state_and_item,  # 去向记录与条目对不上
    gk232_moved_astray,  # 迁移的去处找不到
    gk233_expired,  # 公开期限已满
    gk234_circle,  # 废止、修改的关系绕成了圈
    gk301_impossible_date,  # 没有这一天
    gk302_unreadable_date,  # 日期看不懂
    gk303_text_date,  # 正文落款的日期与成文日期不同
    gk304_back_dated,  # 公开日期写得比真正公开的还早
    gk305_overdue,  # 过了期限才公开，或者过了期限还没有公开
    gk306_date_order,  # 日期的先后颠倒
    gk307_clock_date,  # 日期像是上传的时刻
    gk308_old_text,  # 旧文新发
    gk309_short_consultation,  # 征求意见的时间太短
    gk310_withdrawal,  # 处罚决定已经变更、撤销，还没有撤回
    gk401_bytes,  # 文件不是UTF-8文字
    gk402_empty_file,  # 文件是空的
    gk403_hidden_in_names,  # 名称、文号里有看不见或形似的字符
    gk404_hidden_in_text,  # 正文里有看不见的字符
    gk405_doubtful_emphasis,  # 两个星号是加粗还是遮盖
    gk406_line_start,  # 行首像是标记
    gk408_name_twins,  # 两个文件名只差大小写
    gk501_html_in_text,  # 正文里有网页代码
    gk502_html_comment,  # 正文里有注释
    gk503_remote_image,  # 正文用了别的网站的图片
    gk504_plain_http,  # 链接不是 https
    gk601_climbing_path,  # 路径越出了条目的文件夹
    gk602_foreign_file,  # 用了不是条目自己的文件
    gk603_special_file,  # 不是普通文件
    gk604_missing_attachment,  # 附件不在条目的文件夹里
    gk605_hollow_attachment,  # 附件是空的
    gk606_attachment_case,  # 附件名的大小写不一致
    gk607_orphan_file,  # 文件没有条目认领
    gk608_misplaced_file,  # 文件放错了地方，或者名称不能用
    gk609_unreadable_file,  # 文件或文件夹打不开
    gk610_broken_link,  # 链接的条目或文件找不到
    gk611_attachment_kind,  # 附件的类型不收，或者与内容不符
    gk612_dangerous_attachment,  # 附件里藏着程序、压缩炸弹，或者打不开
    gk613_unreadable_picture,  # 图片读不出来
    *LEAKS,  # 不该公开的内容
    gk820_guide_parts,  # 公开指南缺少一部分
    gk821_repealed_custom,  # 指南里有已经取消的做法
    gk822_review_first,  # 指南没有写先复议、后诉讼
    gk840_registry,  # 登记表有问题
    gk841_baseline,  # 旧问题清单要更新
    *LEDGER,  # 台账
    *REPORTS,  # 年报
    *UPKEEP,  # 任务、栏目、法定内容
    *BELONGING,  # 办事指南、成套、期刊
    *LED,  # 要点任务、领导分工、联络员
    gk901_too_big,  # 条目文件太大
    gk902_too_many_marks,  # 正文里的标记太多，或者清单套得太深
    gk903_too_costly,  # 条目太费时间，没有读
    *OWED,  # 配套制度、公共企事业单位
)

HISTORY: tuple[Rule, ...] = (
    gk120_history_unknown,  # 没有完整的 Git 历史
    gk122_number_changed,  # 索引号换过
)
"""Rules that only Git can answer: asked by ``check --history``, and where a site shows the changes of
its items."""

WHOLE: frozenset[str] = (
    TOGETHER
    | {"GK101", "GK102", "GK115", "GK121", "GK123", "GK213", "GK217", "GK218", "GK610", "GK841"}
    | {"GK304", "GK305", "GK308", "GK310", "GK732", "GK733", "GK872", "GK875"}
    | {"GK230", "GK231", "GK232", "GK233", "GK234"}
    | {rule.CODE for rule in (*UPKEEP, *REVIEWED, *REVIEWS, *LED, *OWED)}
)
"""The rules that compare items with each other, their reviews, the day, the release log; all others
look at one record at a time, so that what they said of it holds until it changes. These ask
known records for ``known.RAWS`` only, but for the place of what they find."""
