"""旧问题清单要更新

是什么：baseline.json 写法不对，或者里面有已经改好的问题。
为什么：清单只为导入的旧条目而设，只能越来越短；留着改好的，将来同样的错误又会被放过。
怎么改：删去提示的那几项；写法不对的，用 make import 重新生成。
依据：本系统的约定（旧问题清单只减不增）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import worded

CODE = "GK841"

BASELINE = "baseline.json"
WORDS = {
    "baseline-bad": (
        "旧问题清单读不懂",
        "改成 code、path、field、sha256 四项一组的清单",
    )
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for a baseline that cannot be read, a notice for each item that was edited since.

    A baseline entry counts only while the item's digest is the one it was made with.
    """
    yield from worded(corpus.fresh(), CODE, WORDS)
    listed = {(path, digest) for _, path, _, digest in corpus.baseline if digest}
    spent = {p for p, d in listed if corpus.sums.get(p) != d}
    for path in sorted(spent):
        message = f"{path} 已经改过或者不在了，清单里它的各项不再起作用"
        fix = "从清单里删去这个条目的各项"
        yield Finding(BASELINE, 1, 1, CODE, "", message, fix, path, Severity.NOTICE)
