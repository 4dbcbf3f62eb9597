"""How the work of the inspected town is led: everybody named, every task done."""

LEADERS = """\
[[leader]]
body = "zfb"
post = "主任"
name = "顾章宜"
work = "主持全面工作"
roles = ["第一责任人", "分管领导", "责任人"]
"""
LIAISONS = """\
[[liaison]]
body = "zfb"
unit = "政务公开科"
phone = "0999-8210001"
"""
KEYPOINTS = """\
[[document]]
year = 2025
title = "示例省2025年政务公开工作要点"

[[document.task]]
text = "公开年度工作报告"
bodies = ["zfb"]
due = 2025-12-31
evidence = ["990700002/2025-00002"]
"""
RULE_KINDS = """\
[[kind]]
name = "保密审查"
shared = true
items = {zfb = "990700002/2025-00002"}
"""
ENTERPRISES = """\
[[enterprise]]
body = "zfb"
sector = "供水"
provisions = ["供水信息公开办法（示例）"]
regulator = "zfb"
columns = ["d1"]
"""
TABLES = {
    "leaders": LEADERS,
    "liaisons": LIAISONS,
    "keypoints": KEYPOINTS,
    "rule_kinds": RULE_KINDS,
    "enterprises": ENTERPRISES,
}
