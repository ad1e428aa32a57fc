#!/usr/bin/env bash
# verify_runtime.sh RUNTIME SOURCES PYTHON: RUNTIME is CPython 3.11.9's embeddable folder, SOURCES a Lib folder of the same version.
# Every program file must carry a good signature of the Python Software Foundation (Microsoft's two vcruntime files have
# Microsoft's and are replaced); the standard library must be what the signed catalogue lists.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
runtime=$(realpath "$1") sources=$(realpath "$2") python=$3
options=(-ignore-timestamp -time "$(date -u -d 2024-04-03 +%s)" -CAfile /etc/ssl/certs/ca-certificates.crt)
# Later versions want to fetch revocation lists; bookworm's does not know the option.
known=$(osslsigncode verify --help 2>&1 || true)
for option in -ignore-crl -ignore-cdp; do
    if grep -q -- "$option" <<< "$known"; then options+=("$option"); fi
done
count=0
for file in "$runtime"/*.pyd "$runtime"/*.exe "$runtime"/*.dll "$runtime"/python.cat; do
    case $file in */vcruntime140*.dll) continue ;; esac
    told=$(osslsigncode verify "${options[@]}" -in "$file" 2>&1) || true
    if ! tail -1 <<< "$told" | grep -q Succeeded || ! grep -q 'CN=Python Software Foundation' <<< "$told"; then
        echo "not signed by the Python Software Foundation: $file" >&2
        exit 1
    fi
    count=$((count + 1))
done
echo "$count files are signed by the Python Software Foundation"
"$python" "$here/verify_library.py" "$runtime" "$sources"
