#!/usr/bin/env bash
# needs.sh PACKAGE...: installs the Debian packages that are missing, or says how.
set -euo pipefail
missing=()
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
[ ${#missing[@]} = 0 ] && exit 0
if [ "$(id -u)" = 0 ]; then
    echo "apt-get install ${missing[*]}"
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends \
        "${missing[@]}" > /dev/null
else
    echo "missing: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
