#!/bin/sh
# System packages that Python's packages cannot bring: Qt's libraries, venv, and the tests' tools.
set -eu
NEEDED="python3-venv binutils strace qpdf poppler-utils libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"

command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
for package in $NEEDED; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
# Later Debian and Ubuntu have the 64-bit-time name.
if dpkg-query -W -f='${Status}' libglib2.0-0t64 2>/dev/null | grep -q "install ok installed"; then
    missing=$(printf '%s' "$missing" | sed 's/ libglib2\.0-0//')
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    echo "Installing system packages:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "bidwriter needs system packages. Ask an administrator to run:"
    echo "    apt-get install$missing"
    exit 1
fi
