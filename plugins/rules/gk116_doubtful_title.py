"""名称像文件名或广告

是什么：名称以 .doc、.pdf 一类结尾，或者名称、正文里有垃圾广告的用语。
为什么：前者是上传时误把文件名当了标题；后者常是旧网站被篡改、随数据一起搬来的痕迹。
怎么改：名称写正式标题；确认是被塞进来的广告的，删去那一段。
依据：政府网站发展指引（国办发〔2017〕47号）对内容安全的要求。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at, in_text, lines

CODE = "GK116"
SEVERITY = Severity.WARNING

_FILE = re.compile(r"\.(docx?|wps|xlsx?|et|pptx?|pdf|ofd|txt|html?|zip|rar|jpe?g|png)$", re.I)
_SPAM = re.compile(
    r"(西甲|英超|意甲|欧冠|NBA)(在线)?直播|时时彩|百家乐|六合彩(特码|开奖)|澳门(新)?葡京|真人荷官|"
    r"棋牌下载|博彩(平台|网站)|代开发票|办证刻章|成人(网站|视频)"
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each title that ends like a file name, and for each line of spam."""
    for record in corpus.records.values():
        title = record.raw("title")
        if found := _FILE.search(title):
            message = f"名称以“{found[0]}”结尾，像是文件名"
            fix = "写正式标题，不带文件名的后缀"
            yield at(record, "title", CODE, message, fix, SEVERITY, found.start())
        elif found := _SPAM.search(title):
            message, fix = f"名称里有广告用语“{found[0]}”", "核对这条信息的来历，是广告的删去"
            yield at(record, "title", CODE, message, fix, SEVERITY, found.start())
        for line, text in lines(record):
            if found := _SPAM.search(text):
                words = (f"有广告用语“{found[0]}”", "核对这一段的来历，是广告的删去")
                yield in_text(record, line, found.start() + 1, CODE, words, found[0], SEVERITY)
