"""How long the leak gate takes: ``python -m tests.bench.leaks [1000]``.

Mixed attachments of about 200 KB: Word documents, workbooks, PDFs, photographs, slides, CSV tables
and archives, none like another. Prints JSON: seconds to open all of them, and to see that none
was touched. The bar: 1,000 in two minutes on two cores.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from plugins import scanned
from plugins.memory import Memory
from plugins.records.load import load
from tests.leaks.attachments.sheets import slides
from tests.rules.examples import assemble, item
from tests.search.attached.office import paragraph, unzipped, word, workbook, zipped
from tests.search.attached.papers import HELVETICA, stream, written

BYTES = 200_000
WORDS = "全市行政机关政务公开工作情况报告监测点价格项目资金安排落实单位时间进度问题措施"


def prose(dice: random.Random, length: int) -> str:
    """A line of Chinese words that mean nothing."""
    return "".join(dice.choices(WORDS, k=length)) + f"{dice.randrange(10**6)}。"


def document(dice: random.Random) -> bytes:
    """A Word document with a picture, as long ones have."""
    body = "".join(paragraph(prose(dice, 120)) for _ in range(250))
    return zipped({**unzipped(word(body)), "word/media/a.jpg": photo(dice, 360)})


def sheet(dice: random.Random) -> bytes:
    """A workbook of 4,300 rows."""
    rows = (
        "<row>"
        + "".join(f"<c><v>{dice.randrange(10**6) / 100}</v></c>" for _ in range(10))
        + "</row>"
        for _ in range(4300)
    )
    return workbook(f"<sheetData>{''.join(rows)}</sheetData>")


def paper(dice: random.Random) -> bytes:
    """A PDF of 20 pages of words, and a picture to fill it."""
    count, pages = 20, []
    for _ in range(count):
        lines = "".join(
            f"1 0 0 1 50 {780 - 14 * n} Tm (Budget line {dice.randrange(10**9)} of {n}) Tj "
            for n in range(50)
        )
        pages.append(stream(f"BT /F 9 Tf {lines}ET".encode(), pressed=1))
    first = 4
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(count)).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        HELVETICA,
    ]
    for n, content in enumerate(pages):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        objects += [page % (first + 2 * n + 1), content]
    objects.append(stream(dice.randbytes(BYTES - sum(map(len, objects)))))
    return written(*objects)


def photo(dice: random.Random, side: int = 460) -> bytes:
    """A photograph of noise."""
    target = BytesIO()
    Image.frombytes("RGB", (side, side), dice.randbytes(side * side * 3)).save(target, "JPEG")
    return target.getvalue()


def table(dice: random.Random) -> bytes:
    """A CSV table in GB 18030."""
    return "\n".join(f"{prose(dice, 20)},{dice.random():.4f}" for _ in range(3600)).encode(
        "gb18030"
    )


def archive(dice: random.Random) -> bytes:
    """An archive of a document and a table."""
    return zipped({"表.csv": table(dice), "文.docx": word(paragraph(prose(dice, 20_000)))})


def show(dice: random.Random) -> bytes:
    """Slides with a great deal of text."""
    return slides(shown=prose(dice, 110_000))


KINDS = {
    ".docx": document,
    ".xlsx": sheet,
    ".pdf": paper,
    ".jpg": photo,
    ".csv": table,
    ".zip": archive,
    ".pptx": show,
}


def build(content: Path, count: int) -> int:
    """``count`` attachments of items below ``content``; how many bytes they have."""
    size = 0
    for number in range(1, count + 1):
        dice = random.Random(number)
        suffix = sorted(KINDS)[number % len(KINDS)]
        name, serial = f"附件{suffix}", f"{number:05d}"
        folder = content / "items/fgw/2021" / serial
        folder.mkdir(parents=True)
        changes = {"索引号": f"990700036/2021-{serial}", "附件": name}
        folder.with_suffix(".md").write_text(item(**changes), encoding="utf-8")
        data = KINDS[suffix](dice)
        (folder / name).write_bytes(data)
        size += len(data)
    return size


def measure(count: int) -> dict[str, float]:
    """Seconds for ``count`` attachments that are new, and for the same untouched."""
    with tempfile.TemporaryDirectory() as base:
        content = assemble("good/GK222-published", Path(base))
        size = build(content, count)
        corpus = load(str(content), date(2026, 1, 15))
        row = {
            "attachments": count,
            "megabytes": round(size / 1e6, 1),
            "cores": os.cpu_count() or 1,
        }
        for name in ("new", "untouched"):
            with Memory(str(Path(base, "memory")), b"bench") as memory:
                began = time.perf_counter()
                found = scanned.scans(corpus, memory)
                row[name] = round(time.perf_counter() - began, 2)
                memory.save()
        row["leaks"] = sum(map(len, found.values()))
        return row


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)))
