"""lunr.js, taken at build time from a locked package and minified; not a line of it is ours."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import rjsmin

from plugins.refused import ENVIRONMENT, Refused

PACKAGE = "mkdocs"  # installed without its dependencies, for this one file
FILE = "mkdocs/contrib/search/templates/search/lunr.js"
SHA256 = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"
LICENSE = Path(__file__).with_name("lunr-license.txt")


def source() -> str:
    """lunr.js 2.3.9 as its author wrote it; Refused where the package holds another one."""
    data = Path(str(distribution(PACKAGE).locate_file(FILE))).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise Refused(f"{PACKAGE} 里的 lunr.js 不是 2.3.9 原件 → 重新运行: make site", ENVIRONMENT)
    return data.decode()


@cache
def minified() -> bytes:
    """lunr.js for the browser, below its licence."""
    terms = LICENSE.read_text(encoding="utf-8").strip()
    return f"/*!\n{terms}\n*/\n{rjsmin.jsmin(source())}\n".encode()
