#!/bin/sh
# tools/apt.sh PACKAGE...: installs Debian packages if this user may, else exits 1 in silence.
set -eu
command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" = 0 ]; then
    may=
elif sudo -n true 2>/dev/null; then
    may='sudo -n'
else
    exit 1
fi
exec </dev/null >&2
# A stale package list is tried first: it often works, and saves the slowest step.
for attempt in 1 2; do
    $may env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && exit 0
    [ "$attempt" = 2 ] || $may apt-get update -qq || exit 1
done
exit 1
