#!/bin/sh
# tools/venv.sh runtime|test: fills .venv/ with the packages of that lock and stamps it.
# The Makefile calls this only when a lock is newer than its stamp. All words go to stderr.
set -eu
exec >&2

say() { printf 'gongkai: %s\n' "$*"; }

# Exit 3 is "environment" for every verb: what failed is this machine, not the content.
fail() {
    for line in "$@"; do say "$line"; done
    exit 3
}

# The first Python of at least 3.11; PYTHON= on make's command line goes first.
find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Debian splits ensurepip off its Python: python3-venv has it, or python3.N-venv.
venv_package() {
    case $1 in
    */python3) echo python3-venv ;;
    *) echo "$(basename "$1")-venv" ;;
    esac
}

has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

need_venv() {
    has_venv "$1" && return
    package=$(venv_package "$1")
    say "缺少 $package，尝试用 apt-get 安装…… / $package is missing, trying apt-get"
    sh tools/apt.sh "$package" && has_venv "$1" && return
    fail "缺少 $package，未能代为安装 → 运行: sudo apt-get update && sudo apt-get install -y $package" \
        "$package is missing and could not be installed from here: run that line, then make again"
}

make_venv() {
    .venv/bin/python -c 'import pip' 2>/dev/null && return
    python=$(find_python) ||
        fail "没有找到 Python 3.11 或更高版本 → 运行: sudo apt-get install -y python3 python3-venv" \
            "no Python 3.11 or newer found: run that line, or name one: make PYTHON=/path/to/python3 …"
    need_venv "$python"
    "$python" -m venv --clear .venv
}

# Each file is checked against its hash. pip's own words are shown only if it fails.
install() {
    PIP_USER=0 .venv/bin/python -m pip install --no-input --disable-pip-version-check \
        --require-hashes "$@" >.venv/pip.log 2>&1 && return
    grep -v '^WARNING' .venv/pip.log | tail -n 15
    fail "软件包没有装全 → 检查网络后再运行一次；全部记录: .venv/pip.log" \
        "the packages are not complete: check the network and run it again; full log: .venv/pip.log"
}

case $1 in
runtime)
    make_venv
    say "准备: 把锁定的软件包装进 .venv/，首次约一分钟…… / installing the locked packages into .venv/"
    install -r requirements.lock
    install --no-deps -r requirements-nodeps.lock
    ;;
test)
    say "准备测试: 把测试用的软件包装进 .venv/，首次约一分钟…… / installing the test packages into .venv/"
    install -r requirements-test.lock
    ;;
esac
touch ".venv/.stamp-$1"
