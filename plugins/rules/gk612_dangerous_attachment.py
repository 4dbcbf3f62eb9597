"""附件里藏着程序、压缩炸弹，或者打不开

是什么：附件里有宏、脚本、程序、内嵌的文件、打开时读取的外部文件，是压缩炸弹，压缩包里的路径越出文件夹，加了密码、坏了、格式读不了，或者内容与扩展名不符。
为什么：打开时运行的东西会危害读者；打不开的，里面有什么谁也没有看过。
怎么改：另存为不带宏、不带内嵌文件的文档；去掉密码；压缩包只收ZIP，最好逐个放上文件。
依据：政府信息公开条例第十七条、第二十四条；网络安全的一般要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK612"

WORDS = {
    Kind.ACTIVE: Told("里有程序", "另存为不带宏、脚本和外部引用的文档"),
    Kind.PACKED: Told("里藏着另一个文件", "删去内嵌的文件，或者作为附件单独放上"),
    Kind.BOMB: Told("里有解开以后大得不像话的内容", "换一个正常的文件"),
    Kind.LOCKED: Told("有读不了的内容", "去掉密码，或者换一个完好的文件"),
    Kind.MISMATCH: Told("的内容与扩展名不符", "改正扩展名，或者放上真正的文件"),
    Kind.SLIP: Told("里有越出文件夹的路径", "重新压缩，不带上级路径"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
