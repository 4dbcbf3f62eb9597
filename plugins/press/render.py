"""Planned output to bytes: templates, copies, pictures. Knows nothing of what a page says."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from plugins import addresses, digest, markup, refused
from plugins.frame import Build, Frame
from plugins.memory import Memory
from plugins.plan import Blob, Copy, Output, Page, Picture
from plugins.press.pictures import reencode
from plugins.records.dates import spoken

HTML = "html"
"""The kind of converted texts in the memory."""


def relative(address: str, here: str) -> str:
    """The percent-encoded link from the page at ``here`` to ``address``; full URLs stay."""
    if "://" in address or address.startswith(("mailto:", "tel:", "#")):
        return address
    path, mark, fragment = address.partition("#")
    return _way(path, here.rpartition("/")[0]) + mark + fragment


@lru_cache(1 << 12)
def _way(path: str, folder: str) -> str:
    """The percent-encoded way from a folder to a file; most pages of a folder share most ways."""
    if not path:
        return ""
    steps, base = path.split("/"), folder.split("/") if folder else []
    shared = 0
    while shared < len(base) and shared < len(steps) - 1 and base[shared] == steps[shared]:
        shared += 1
    return addresses.quoted("../" * (len(base) - shared) + "/".join(steps[shared:]))


def filesize(size: int) -> str:
    """A size for people: 812 B, 34 KB, 1.2 MB."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def words(theme: Path) -> dict[str, Any]:
    """The words of ``theme/strings/*zh-CN.toml``, merged by table."""
    merged: dict[str, Any] = {}
    for path in sorted(theme.glob("strings/*zh-CN.toml")):
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            merged.setdefault(table, {}).update(entries)
    return merged


def drawn(theme: str) -> bytes:
    """The digest of all templates and their words."""
    paths = [p for end in ("*.html", "*.toml") for p in sorted(Path(theme).rglob(end))]
    return digest.of([(p.relative_to(theme).as_posix(), p.read_bytes()) for p in paths])


@dataclass(slots=True)
class Texts:
    """Official texts that were converted before, by the digest of all that they depend on."""

    memory: Memory | None = None
    warm: bool = False  # whether it is worth looking there
    fresh: dict[str, bytes] = field(default_factory=dict)

    def html(self, text: str, text_format: str, page: str, known: frozenset[str]) -> str:
        """The text as safe HTML, for the page at ``page`` whose text may lead to ``known``."""
        # Only a link makes a text depend on where it stands.
        place = (page, known) if "](" in text else ()
        key = digest.of(text, text_format, place).hex()
        if self.memory and self.warm and (found := self.memory.get(HTML, key)) is not None:
            return zlib.decompress(found).decode()
        html = markup.to_html(text, text_format, markup.resolver(page, known.__contains__))
        self.fresh[key] = zlib.compress(html.encode(), 1)  # a third of the bytes to write
        return html


class Compiled(jinja2.BytecodeCache):
    """Templates are compiled once in the life of a process, however often it builds."""

    _codes: ClassVar[dict[tuple[str, str], CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template that stands where it stood, as it was."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


def environment(
    build: Build, frame: Frame, assets: Mapping[str, str], texts: Texts, standing: frozenset[str]
) -> jinja2.Environment:
    """The Jinja environment of ``docs/house.md``: escaped, strict, with links made for the page."""
    theme = Path(build.theme)

    @jinja2.pass_context
    def link(context: jinja2.runtime.Context, address: str) -> str:
        return relative(address, context["address"])

    @jinja2.pass_context
    def asset(context: jinja2.runtime.Context, name: str) -> str:
        return relative(assets[name], context["address"])

    def absolute(address: str) -> str:
        return build.public_url + addresses.quoted(address) if build.public_url else ""

    @jinja2.pass_context
    def official(
        context: jinja2.runtime.Context, text: str, text_format: str = "markdown"
    ) -> Markup:
        known = standing | context.get("known", frozenset())
        return Markup(texts.html(text, text_format, context["address"], known))

    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([theme / "templates", theme]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=Compiled(),
    )
    globals_: dict[str, Callable[..., object] | object] = {
        "frame": frame,
        "build": build,
        "t": words(theme),
        "link": link,
        "asset": asset,
        "absolute": absolute,
    }
    env.globals.update(globals_)
    env.filters.update(
        official=official,
        date_zh=spoken,
        iso=lambda day: day.isoformat() if day else "",
        filesize=filesize,
    )
    return env


class Renderer:
    """Makes the bytes of every kind of output; notes which page templates it used."""

    def __init__(
        self, build: Build, frame: Frame, assets: Mapping[str, str], standing: frozenset[str]
    ) -> None:
        self.templates: set[str] = set()
        self._texts = Texts()
        self._env = environment(build, frame, assets, self._texts, standing)

    def begin(self, memory: Memory, warm: bool) -> None:
        """Take converted texts from ``memory``, if it has any, until ``end``."""
        self._texts.memory, self._texts.warm, self._texts.fresh = memory, warm, {}

    def end(self) -> None:
        """Keep the texts that were converted since ``begin``."""
        if self._texts.memory:
            self._texts.memory.put(HTML, self._texts.fresh)
            self._texts.memory.save()
        self._texts.memory = None

    def page(self, page: Page) -> bytes:
        """Render one page; a fault of the template is exit 2 and names template and address."""
        self.templates.add(page.template)
        try:
            template = self._env.get_template(page.template)
            return template.render(
                page=page.context, address=page.address, known=page.known
            ).encode()
        except jinja2.TemplateNotFound as error:
            message = f"缺少模板 {error.name}（页面 {page.address}）"
            raise refused.Refused(message, refused.CONFIGURATION) from error
        except jinja2.TemplateError as error:
            line = getattr(error, "lineno", None)
            place = f"{page.template}{f' 第 {line} 行' if line else ''}"
            message = f"模板 {place} 有错（页面 {page.address}）: {error}"
            raise refused.Refused(message, refused.CONFIGURATION) from error
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            what = f"{type(error).__name__}: {error}"
            message = f"模板 {page.template} 有错（页面 {page.address}）: {what}"
            raise refused.Refused(message, refused.CONFIGURATION) from error

    def bytes_of(self, output: Output, owner: str) -> bytes:
        """The bytes that stand at ``output.address``."""
        if isinstance(output, Page):
            return self.page(output)
        if isinstance(output, Blob):
            return output.data
        if isinstance(output, Picture):
            return reencode(Path(output.source), output.width)
        assert isinstance(output, Copy)
        return Path(output.source).read_bytes()
