#!/usr/bin/env bash
# compare_builds.sh [linux|windows|all]: builds HEAD in two clones; fails if the packages differ.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for clone in a b; do
    git clone --quiet . "$work/$clone"
    "$work/$clone/packaging/build.sh" "${1:-all}"
done
diff "$work/a/dist/SHA256SUMS" "$work/b/dist/SHA256SUMS" && echo "the same bytes twice"
