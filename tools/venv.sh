#!/bin/sh
# tools/venv.sh runtime|test: fills .venv/ with the packages of that lock and stamps it.
# The Makefile calls this only when a lock is newer than its stamp. All words go to stderr.
set -eu
exec >&2

say() { printf 'gongkai: %s\n' "$*"; }
# Without a package index the user must know what to do, not where pip gave up.
fail() {
    say "$1"
    say "$2"
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

# Debian ships Python without ensurepip; python3-venv (or python3.N-venv) brings it.
venv_package() {
    case $1 in
    */python3) echo python3-venv ;;
    *) echo "$(basename "$1")-venv" ;;
    esac
}

need_venv_module() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package=$(venv_package "$1")
    say "缺少 $package，用 apt-get 安装…… / installing $package"
    sh tools/apt.sh "$package" && "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    fail "缺少 $package，没有权限代为安装 → 运行: sudo apt-get install -y $package" \
        "$package is missing and cannot be installed from here: run the line above, then make again"
}

make_venv() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 && return
    python=$(find_python) || fail \
        "没有找到 Python 3.11 或更高版本 → 运行: sudo apt-get install -y python3 python3-venv" \
        "no Python 3.11 or newer found: run the line above, or make PYTHON=/path/to/python3"
    need_venv_module "$python"
    "$python" -m venv --clear .venv
}

# Every file is checked against its hash; whatever the environment says, only inside .venv.
install() {
    PIP_USER=0 .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
        --require-hashes "$@" || fail \
        "下载或校验失败，已装的保留 → 检查网络后再运行一次" \
        "a download or a hash check failed (see above); run the same command again"
}

case $1 in
runtime)
    say "首次准备: 把锁定的软件包装进 .venv/，约一分钟…… / installing locked packages into .venv/"
    make_venv
    install -r requirements.lock
    install --no-deps -r requirements-nodeps.lock
    ;;
test)
    say "准备测试: 把测试用的软件包装进 .venv/，约两分钟…… / installing test packages into .venv/"
    install -r requirements-test.lock
    ;;
esac
touch ".venv/.stamp-$1"
