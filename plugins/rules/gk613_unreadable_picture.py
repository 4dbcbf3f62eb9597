"""图片读不出来

是什么：作附件的图片损坏、太大（超过五千万像素）、太费时间，或者是会动的图片。
为什么：读不出来的，读者也打不开；列表上的小图要由它缩小，会动的只剩一帧，也清理不了。
怎么改：换一个完好的图片；太大的缩小；会动的改用静态图片。
依据：政府信息公开条例第二十四条（检索、查阅、下载）；个人信息保护法第五十一条（去标识化）。
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from plugins.limits import TooLong, within
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding

CODE = "GK613"

KINDS = (".png", ".jpg", ".jpeg", ".gif", ".webp")
MAX_PIXELS = 50_000_000
_SECONDS = 6
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
FIX = "换一个完好的静态图片，不超过五千万像素"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each picture that nobody can read, or that moves."""
    for record in corpus.records.values():
        for file in record.files:
            pictured = file.name.lower().endswith(KINDS) and file.size
            if pictured and (fault := _fault(os.path.join(corpus.root, file.path))):
                message = f"图片“{file.name}”{fault}"
                place = (record.path, file.line, file.column)
                yield Finding(*place, CODE, "附件", message, FIX, file.name)


def _fault(path: str) -> str:
    """What is wrong with a picture; its pixels are read once."""
    from PIL import Image

    with open(path, "rb") as opened:
        if opened.read(23) == b"version https://git-lfs":
            return ""  # said by GK605
    try:
        with within(_SECONDS), Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return f"有 {picture.width}×{picture.height} 个像素，太大"
            if getattr(picture, "n_frames", 1) > 1:
                return "会动"
            picture.load()
    except TooLong:
        return f"{_SECONDS}秒钟读不完"
    except Exception as error:  # decoders of broken files raise whatever they like
        return f"读不出来（{type(error).__name__}）"
    return ""
