#!/bin/sh
# Finds a Python that fits and lets packaging/environment.py do the rest. Called by the Makefile; safe to repeat.
set -eu
cd "$(dirname "$0")/.."

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; }
has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

python=
without_venv=
for name in .venv/bin/python python3.13 python3.12 python3.11 python3; do
    fits "$name" || continue
    if [ "$name" = .venv/bin/python ] || has_venv "$name"; then
        python=$name
        break
    fi
    without_venv=${without_venv:-$name}
done

if [ -z "$python" ] && [ -n "$without_venv" ]; then
    version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    install="apt-get install -y python$version-venv"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "setup: $install"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive $install >/dev/null
        python=$without_venv
    else
        echo "setup: $without_venv lacks its venv module. Run this line, then try again:" >&2
        echo "    sudo apt-get update && sudo $install" >&2
        exit 1
    fi
fi

if [ -z "$python" ]; then
    echo "setup: Python 3.11, 3.12 or 3.13 is needed; found: $(python3 -V 2>&1 || true)" >&2
    echo "       (Ubuntu 22.04: sudo apt-get install python3.11 python3.11-venv)" >&2
    exit 1
fi
exec "$python" packaging/environment.py "$@"
