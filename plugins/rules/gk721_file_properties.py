"""附件的属性里有作者、路径或者拍摄地点

是什么：附件的属性里有人名、个人电脑或者内网的路径、拍摄地点和设备、缩略图、数据连接。
为什么：这些不在正文里，读者却查得到；缩略图可能是改动以前的样子。附件照原样公开，不替人改动。
怎么改：图片运行 make scrub，会去掉属性，像素不变；文档在“文件—信息—检查文档”里删去属性，再保存。
依据：个人信息保护法第二十五条、第二十八条、第五十一条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.leaked import Told, in_texts

CODE = "GK721"
SEVERITY = Severity.ERROR

WORDS = {
    Kind.METADATA: Told("里有文件属性", "用“检查文档”删去属性，再保存", Severity.WARNING),
    Kind.LOCATION: Told("里有拍摄信息", "用“检查文档”删去，或者换成截图", Severity.WARNING),
    Kind.THUMBNAIL: Told("里带着缩略图", "另存时不保存缩略图", Severity.WARNING),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
