"""A small office that enforces records of review: its people, an item to be reviewed, its forms."""

from __future__ import annotations

import hashlib
import re
import shutil
from datetime import date
from pathlib import Path

from plugins.review import seal
from plugins.review.read import written
from plugins.review.review import Review, beside
from tests.rules.examples import ITEMS

EXAMPLE = ITEMS / "bad/GK210-no-record"
FIRST = "items/fgw/2021/00007.md"
SECOND = "items/fgw/2021/00008.md"
PEOPLE = {"author": "fgw-zuozhe", "reviewers": ("fgw-shencha",), "approver": "fgw-shenpi"}
TITLE, TEXT = "关于春季粮食轮换工作的通告", "轮换入库的粮食存放在青石坝仓库。"
ATTACHED = "青石坝仓库平面示意"
NUMBER = "990700036/2021-00008"


def content(folder: Path, public: str = "") -> Path:
    """CONTENT with one item, not reviewed yet."""
    root = folder / "content"
    shutil.copytree(ITEMS / "base", root)
    shutil.copytree(EXAMPLE, root, dirs_exist_ok=True)
    setting(root, "PUBLIC_URL", f'"{public}"')
    return root


def setting(root: Path, name: str, value: str) -> None:
    """Change or add a line of site.toml."""
    path = root / "registry/site.toml"
    text = re.sub(rf"(?m)^{name} = .*\n", "", path.read_text(encoding="utf-8"))
    path.write_text(f"{name} = {value}\n{text}", encoding="utf-8")


def item(root: Path, mode: str = "主动公开") -> Path:
    """A second item with an attachment."""
    path = root / SECOND
    lines = {
        "索引号": NUMBER,
        "名称": TITLE,
        "栏目": "工作报告",
        "形成日期": "2021-01-08",
        "公开方式": mode,
        "附件": "仓库.txt",
    }
    head = "".join(f"{label}: {value}\n" for label, value in lines.items())
    path.write_text(f"---\n{head}---\n{TEXT}\n", encoding="utf-8")
    path.with_suffix("").mkdir(exist_ok=True)
    (path.with_suffix("") / "仓库.txt").write_text(f"{ATTACHED}。\n", encoding="utf-8")
    return path


def sealed(root: Path, path: str) -> bytes:
    """The seal of an item as it lies there."""
    item = root / path
    files = [item, *sorted(item.with_suffix("").glob("*"))]
    rows = [(f.relative_to(root).as_posix(), sha256(f.read_bytes())) for f in files if f.is_file()]
    return seal.of_files(rows)


def sha256(data: bytes) -> str:
    """A digest as sha256sum prints it."""
    return hashlib.sha256(data).hexdigest()


def code(root: Path, path: str) -> str:
    """The code on a form printed now."""
    return seal.code(sealed(root, path))


def reviewed(root: Path, path: str, **changes: object) -> Path:
    """Write the record that ``approve`` would write; ``changes`` are what stands in it otherwise."""
    given = {
        "tier": "日常",
        **PEOPLE,
        "conclusion": "同意公开",
        "day": date(2021, 1, 8),
        "digest": sealed(root, path).hex(),
        **changes,
    }
    record = root / beside(path)
    record.write_text(written("", Review(**given)), encoding="utf-8")  # type: ignore[arg-type]
    return record


def signed(root: Path, *paths: str) -> list[str]:
    """The words that record what was signed by the usual people."""
    people = ["--author", "fgw-zuozhe", "--reviewer", "fgw-shencha", "--approver", "fgw-shenpi"]
    return ["approve", "--content", str(root), *people, "--date", "2021-01-08", *paths]
