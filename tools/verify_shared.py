"""``make verify-shared``: the importer against real pages and texts that lie beside the project.

They are not part of the project: without ``../shared`` there is nothing to verify. Every fact
that ``real-truth.json`` states must be found, nothing that it calls absent may be; the texts
must become drafts character for character, and all of them public once they are numbered.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from plugins.importer import import_folder  # noqa: E402
from plugins.numbering import number  # noqa: E402
from plugins.records.load import load  # noqa: E402
from plugins.rules import check, exit_code  # noqa: E402

SHARED = ROOT.parent / "shared"
DAY = date(2026, 1, 5)
PLAIN = ("title", "index_no", "source", "written_date", "publish_date", "theme", "validity")
LABELS = ("index_no", "doc_number", "keywords", "publisher", "disclosure_mode", "responsible_unit")
BODY_KEYS = ("doc_number", "issuer", "written_date", "valid_until")

Json = dict[str, Any]


def _value(file: Json, key: str) -> object:
    return file["values"].get(key, {}).get("value")


def _facts(truth: Json) -> Iterator[tuple[str, object]]:
    """What must be found: key of the field table and value."""
    for key in PLAIN:
        wanted = truth.get("title_clean", truth["title"]) if key == "title" else truth[key]
        if wanted is not None:
            yield key, wanted
    if truth["doc_number"]:
        yield "doc_number", truth.get("document_number_normalized", truth["doc_number"])
    if truth["keywords"]:
        yield "keywords", truth["keywords"]
    yield "category", truth["column"]


def _missing(truth: Json, file: Json) -> Iterator[str]:
    for key, wanted in _facts(truth):
        if _value(file, key) != wanted:
            yield f"{key}: {_value(file, key)!r}, not {wanted!r}"
    organs = {_value(file, "issuer"), _value(file, "publisher")}
    for organ in (truth["issuer"], truth["from_body"].get("issuer")):
        if organ and organ not in organs:
            yield f"issuer or publisher: {organs}, without {organ}"
    for key in ("breadcrumb", "source_is_fallback"):
        if file[key] != truth[key]:
            yield f"{key}: {file[key]}"
    wanted = {(a["name"], a["url"]) for a in truth["attachments"]}
    if {(a["name"], a["url"]) for a in file["attachments"]} != wanted:
        yield f"attachments: {file['attachments']}"


def _unsaid(truth: Json, file: Json) -> Iterator[str]:
    body, said = truth["from_body"], file["from_body"]
    for key in BODY_KEYS:
        if key in body and _value(file, key) != body[key]:
            yield f"{key} of the text: {_value(file, key)!r}, not {body[key]!r}"
    for key in ("cites", "annex_titles", "repeals_listed"):
        if missing := set(body.get(key, ())) - set(said.get(key, ())):
            yield f"{key}: without {missing}"


def faults(truth: Json, file: Json) -> Iterator[str]:
    """Where an imported page and the truth about it differ."""
    yield from _missing(truth, file)
    yield from _unsaid(truth, file)
    derived = {*truth["from_body"], *truth.get("absent_in_block_but_derivable", ())}
    for key in set(truth["absent"]) - derived:
        if key in file["values"]:
            yield f"{key} is absent, but {_value(file, key)!r} was found"


def _report(target: Path) -> dict[str, Json]:
    report = json.loads((target / "import-report.json").read_text(encoding="utf-8"))
    return {file["source"]: file for file in report["files"]}


def pages(folder: Path) -> Iterator[str]:
    """Faults of the real pages."""
    truths = json.loads((SHARED / "data/real-truth.json").read_text(encoding="utf-8"))["files"]
    target = folder / "real"
    import_folder(str(SHARED / "real"), str(target), DAY)
    files = _report(target)
    for truth in truths:
        yield from (f"{truth['file']}: {fault}" for fault in faults(truth, files[truth["file"]]))
    if exit_code(check(load(str(target), DAY))):
        yield "real: check is not clean with the baseline"


def texts(folder: Path) -> Iterator[str]:
    """Faults of the plain texts: before and after they are numbered."""
    target = folder / "seeds"
    import_folder(str(SHARED / "seeds"), str(target), DAY)
    files = _report(target)
    if len(load(str(target), DAY).drafts) != len(files):
        yield "seeds: not every text became a draft"
    for source, file in files.items():
        text = (SHARED / "seeds" / source).read_text(encoding="utf-8").strip("\n")
        if not (target / file["item"]).read_text(encoding="utf-8").endswith(f"---\n{text}\n"):
            yield f"{source}: the text is not what it was"
    labels = [x["key"] for x in files["seed-004.txt"]["labels"]]
    if labels != [*LABELS, "generated_date", "validity"]:
        yield f"seed-004.txt: labels {labels}"
    if not any("是否有效" in f["field"] for f in files["seed-004.txt"]["findings"]):
        yield "seed-004.txt: the empty validity is not reported"
    yield from _numbered(target, len(files))


def _numbered(target: Path, count: int) -> Iterator[str]:
    with (target / "registry/columns.toml").open("a", encoding="utf-8") as opened:
        opened.write('\n[[column]]\nid = "gzbg"\nname = "工作报告"\n')
    body = next(b.id for b in load(str(target), DAY).registry.bodies.values() if b.prefix)
    number(str(target), None, body, "工作报告", DAY)
    corpus = load(str(target), DAY)
    if len(corpus.items) != count or exit_code(check(corpus)):
        yield "seeds: not all public and clean after number"
    (target / "baseline.json").unlink()
    if exit_code(check(load(str(target), DAY))) != 1:
        yield "seeds: clean without the baseline"


def main() -> int:
    """Print every difference; 1 if there is one."""
    if not (SHARED / "real").is_dir():
        print("没有 ../shared，没有可核对的真实页面")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = [*pages(Path(folder)), *texts(Path(folder))]
    print("\n".join(found) if found else "真实页面和文本：全部符合")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
