"""What properties of files tell of those who made them: names of people, paths of their machines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SOFTWARE = re.compile(
    r"(?i)openpyxl|python-docx|apache poi|xlsxwriter|microsoft|office|wps|libreoffice|adobe|acrobat|"
    r"administrator|admin|user|owner|unknown|author|windows|lenovo|dell|hp|微软|用户|管理员|作者|"
    r"docx4j|aspose|itext|reportlab|pdf|skia|chrom|tcpdf|fpdf|word|excel|wkhtml|ghostscript|scan|gongkai"
)
_OFFICE = re.compile(
    r"(?:局|厅|委|办|部|处|科|室|院|校|馆|站|所|队|会|社|府|中心|公司|集团|大学|银行|委员会|政府|街道|[市县区镇乡])$"
)
_PATH = re.compile(
    r"[A-Za-z]:\\[^<>\"|?*\r\n\t]{2,80}"
    r"|\\\\[A-Za-z0-9._-]{2,40}\\[^<>\"|?*\r\n\t]{1,80}"
    r"|file:///?[^\s<>\"]{3,80}"
    r"|/(?:Users|home)/[^\s<>\"/]{1,40}/[^\s<>\"]{1,80}"
    r"|(?<![0-9.])(?:10\.[0-9]{1,3}|192\.168|172\.(?:1[6-9]|2[0-9]|3[01]))(?:\.[0-9]{1,3}){2}(?![0-9.])"
)
_MODEL = ("C:\\Windows", "C:\\Program")


def person(value: str, company: bool = False) -> bool:
    """Whether a property names a person: neither a program nor an office; of a company any other."""
    plain = value.strip()
    if not plain or _SOFTWARE.search(plain) or _OFFICE.search(plain):
        return False
    return len(plain) > 1 and not (company and plain.isascii() and len(plain) < 3)


def paths(text: str) -> Iterator[str]:
    """Paths of machines and addresses of an office's own network."""
    for found in _PATH.finditer(text):
        if not found[0].startswith(_MODEL):
            yield found[0]
