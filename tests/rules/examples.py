"""The example CONTENTs: tests/items/{good,bad,noted}, and those that no repository can hold."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.called import called
from tests.leaks.made_up import filled
from tests.rules import hostile

ROOT = Path(__file__).parents[2]
ITEMS = ROOT / "tests" / "items"
GOLDEN = ITEMS / "golden.json"
DAY = "1768435200"  # 2026-01-15
YEAR = "items/fgw/2021"
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root reads everything; without these two capabilities it minds permissions as others do."""


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    exit: int
    stdout: str
    stderr: str
    cpu: float  # seconds

    @property
    def document(self) -> dict:
        """What ``check --format json`` printed."""
        return json.loads(self.stdout)

    @property
    def findings(self) -> list[dict]:
        return self.document["findings"]


def codes(name: str) -> set[str]:
    """The rules that an example is for."""
    return set(re.findall(r"GK\d{3}", name))


def stored(kind: str) -> list[str]:
    """The names of the examples of one folder."""
    return sorted(f"{kind}/{p.name}" for p in (ITEMS / kind).iterdir() if p.is_dir())


def names() -> list[str]:
    """All examples that are expected to say something."""
    return [*stored("bad"), *(f"built/{name}" for name in BUILT), *stored("noted")]


def assemble(name: str, into: Path) -> Path:
    """The whole CONTENT of an example below ``into``."""
    content = into / "content"
    shutil.copytree(ITEMS / "base", content)
    kind, _, plain = name.partition("/")
    if kind == "built":
        (content / YEAR).mkdir(parents=True, exist_ok=True)
        BUILT[plain](content)
    else:
        shutil.copytree(ITEMS / name, content, dirs_exist_ok=True)
    return content


def run(*commands: list[str], seconds: int = 600) -> list[Said]:
    """The command line for each of these argument lists, on the day of the examples.

    What takes longer than so many seconds is ended.
    """
    drop = UNPRIVILEGED if os.geteuid() == 0 else ()
    more = {"before": drop, "seconds": seconds, "SOURCE_DATE_EPOCH": DAY}
    every = [called(*words, **more) for words in commands]
    return [Said(done.returncode, done.stdout, done.stderr, done.cpu) for done in every]


def check(content: Path) -> list[str]:
    """The words that check a CONTENT."""
    return ["check", "--content", str(content), "--format", "json"]


def check_examples(names: list[str], into: Path) -> dict[str, Said]:
    """Each of these examples, assembled below ``into`` and checked."""
    contents = [assemble(name, into / name) for name in names]
    return dict(zip(names, run(*map(check, contents)), strict=True))


def item(**changes: str) -> str:
    """A good item, some of its lines changed."""
    lines = {
        "索引号": "990700036/2021-00008",
        "名称": "关于2020年政务公开工作情况的报告",
        "栏目": "工作报告",
        "形成日期": "2021-01-08",
        "公开方式": "主动公开",
    } | changes
    text = "2020年，全市共设价格监测点十二个，监测重要民生商品四十三种。"
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in lines.items()) + f"---\n{text}\n"


def _bytes(data: bytes) -> Callable[[Path], None]:
    def build(content: Path) -> None:
        (content / YEAR / "00008.md").write_bytes(data)

    return build


def _attached(name: str) -> Callable[[Path], None]:
    """An item whose folder holds a file of this name (bytes that are no UTF-8 included)."""

    def build(content: Path) -> None:
        (content / YEAR / "00008.md").write_text(item(附件="表.txt"), encoding="utf-8")
        folder = content / YEAR / "00008"
        folder.mkdir()
        (folder / "表.txt").write_text("一", encoding="utf-8")
        (folder / name).write_text("二", encoding="utf-8")

    return build


def _twins(content: Path) -> None:
    (content / YEAR / "00008.md").write_text(item(附件="Table.txt、table.txt"), encoding="utf-8")
    (content / YEAR / "00008").mkdir()
    for name in ("Table.txt", "table.txt"):
        (content / YEAR / "00008" / name).write_text("一", encoding="utf-8")


def _symlink(target: str) -> Callable[[Path], None]:
    def build(content: Path) -> None:
        (content / YEAR / "00008.md").symlink_to(target)

    return build


def _folder_loop(content: Path) -> None:
    (content / YEAR / "2021").symlink_to(content / "items")


def _fifo(content: Path) -> None:
    os.mkfifo(content / YEAR / "00008.md")


def _attached_pipe(content: Path) -> None:
    _bytes(item(附件="表.txt").encode())(content)
    (content / YEAR / "00008").mkdir()
    os.mkfifo(content / YEAR / "00008" / "表.txt")


def _attached_zeros(content: Path) -> None:
    _bytes(item(附件="表.txt").encode())(content)
    (content / YEAR / "00008").mkdir()
    (content / YEAR / "00008" / "表.txt").symlink_to("/dev/zero")


def _attached_folder(content: Path) -> None:
    _bytes(item(附件="表.txt").encode())(content)
    (content / YEAR / "00008").symlink_to("/etc")


def _holding(name: str, made: Callable[[], bytes]) -> Callable[[Path], None]:
    """An item with this file, whose bytes are made up now."""

    def build(content: Path) -> None:
        _bytes(item(附件=name).encode())(content)
        (content / YEAR / "00008").mkdir()
        (content / YEAR / "00008" / name).write_bytes(made())

    return build


def _text(text: str) -> Callable[[Path], None]:
    return _bytes(f"{item()}\n{text}\n".encode())


def _closed_file(content: Path) -> None:
    _bytes(item().encode())(content)
    (content / YEAR / "00008.md").chmod(0)


def _closed_folder(content: Path) -> None:
    (content / "items" / "jyj").mkdir()
    (content / "items" / "jyj").chmod(0)


def _saying(text: str) -> Callable[[Path], None]:
    """An item with this line, its made-up numbers put together now."""
    return _bytes(f"{item()}\n{filled(text)}\n".encode())


def _leaking(builder: str, name: str) -> Callable[[Path], None]:
    """An item with an attachment of ``tests/leaks/attachments``."""

    def build(content: Path) -> None:
        _bytes(item(附件=name).encode())(content)
        (content / YEAR / "00008").mkdir()
        module, made = builder.split(".")
        module_ = importlib.import_module(f"tests.leaks.attachments.{module}")
        (content / YEAR / "00008" / name).write_bytes(getattr(module_, made)(True))

    return build


GOOD = item().encode()

BUILT: dict[str, Callable[[Path], None]] = {
    "GK401-gbk": _bytes(item().encode("gbk")),
    "GK401-utf-16": _bytes(item().encode("utf-16")),
    "GK401-cut-character": _bytes(GOOD[:-3]),
    "GK401-two-byte-order-marks": _bytes(b"\xef\xbb\xbf" * 2 + GOOD),
    "GK401-nul": _bytes(GOOD.replace("监测点".encode(), b"\0")),
    "GK402-zero-bytes": _bytes(b""),
    "GK408-case-twins": _twins,
    "GK901-front-matter-of-ten-megabytes": _bytes(
        GOOD.replace(b"\n---\n", "\n关键词: ".encode() + b"a" * (10 << 20) + b"\n---\n")
    ),
    "GK901-two-megabytes": _bytes(GOOD + "监测点情况说明。\n".encode() * 90000),
    "GK902-twenty-thousand-brackets": _text("[" * 20_001),
    "GK902-many-notes": _text("[^1]: 一\n" + "甲[^1]\n" * 1_000),
    "GK902-long-list": _text("- **粗体** 甲\n" * 12_000),
    "GK902-deep-list": _text("".join(f"{' ' * n}- 甲\n" for n in range(60))),
    "GK903-half-a-million-tags": _text("<b>" * 600_000),
    "GK603-symlink-to-a-file": _symlink("/etc/hostname"),
    "GK603-symlink-to-zeros": _symlink("/dev/zero"),
    "GK603-symlink-to-itself": _symlink("00008.md"),
    "GK603-folder-loop": _folder_loop,
    "GK603-pipe": _fifo,
    "GK603-pipe-as-attachment": _attached_pipe,
    "GK603-zeros-as-attachment": _attached_zeros,
    "GK603-GK604-folder-elsewhere": _attached_folder,
    "GK608-line-break-in-name": _attached("图\n.txt"),
    "GK608-quote-and-percent": _attached('图"%.txt'),
    "GK608-gbk-name": _attached(os.fsdecode("统计.txt".encode("gbk"))),
    "GK608-name-of-255-bytes": _attached("图" * 83 + ".txt\N{DIGIT ONE}\N{DIGIT TWO}"),
    "GK608-letters-apart": _attached("e\N{COMBINING ACUTE ACCENT}.txt"),
    "GK612-macro": _leaking("words.macro", "表.docx"),
    "GK612-locked": _leaking("others.locked_archive", "表.zip"),
    "GK612-climbing": _leaking("others.climbing", "表.zip"),
    "GK612-bomb": _leaking("others.bomb", "表.zip"),
    "GK612-archive-in-archive": _leaking("others.too_deep", "表.zip"),
    "GK612-program-in-archive": _leaking("others.program_in_archive", "表.zip"),
    "GK612-entities": _leaking("words.entities", "表.docx"),
    "GK613-picture-bomb": _leaking("pictures.bomb", "图.png"),
    "GK613-cut-jpeg": _holding("图.jpg", hostile.cut_jpeg),
    "GK613-many-frames": _holding("图.gif", hostile.many_frames),
    "GK701-fifteen-digits": _saying("身份证号码：{ID_OLD}"),
    "GK701-spaced": _saying("证件{ID_SPACED}"),
    "GK701-full-width": _saying("证件{ID_WIDE}"),
    "GK701-over-lines": _saying("证件{ID_LINES}"),
    "GK701-over-cells": _saying("| 张某 | {ID_CELLS} |"),
    "GK701-in-text": _saying("身份证号{ID}"),
    "GK701-in-title": _bytes(item(名称=filled("关于{ID_SPACED}的报告")).encode()),
    "GK701-in-header": _leaking("words.header", "表.docx"),
    "GK701-GK724-very-hidden": _leaking("sheets.very_hidden_sheet", "表.xlsx"),
    "GK702-in-text": _saying("联系人手机{MOBILE}"),
    "GK703-in-text": _saying("银行卡号{CARD_SPACED}"),
    "GK704-passport": _saying("护照号码{PASSPORT}"),
    "GK705-in-text": _saying("家庭住址：示例市河西区幸福路12号3栋502室"),
    "GK706-in-text": _saying("张小明，男，9岁"),
    "GK720-old-word": _leaking("others.old_word", "表.doc"),
    "GK721-place": _leaking("pictures.location", "图.jpg"),
    "GK722-inserted": _leaking("words.inserted", "表.docx"),
    "GK723-comment": _leaking("words.comment", "表.docx"),
    "GK724-hidden-row": _leaking("sheets.hidden_row", "表.xlsx"),
    "GK725-external": _leaking("sheets.external_cache", "表.xlsx"),
    "GK726-notes": _leaking("sheets.speaker_notes", "表.pptx"),
    "GK727-black-box": _leaking("prints.black_box", "表.pdf"),
    "GK728-earlier": _leaking("prints.earlier", "表.pdf"),
    "GK730-secret": _saying("机密★5年"),
    "GK730-internal": _saying("【内部资料】"),
    "GK731-password": _saying("后台密码：{PASSWORD}"),
    "GK609-closed-file": _closed_file,
    "GK609-closed-folder": _closed_folder,
}
