#!/usr/bin/env bash
# check.sh [all [RELEASE...]|files|linux [RELEASE...]|windows]: installs what lies in dist/ where nothing else is, runs it, removes it.
# The last line is `N passed, N failed`, with `, N skipped` where something could not be reached. Needs root (chroots).
set -uo pipefail
cd "$(dirname "$0")/.."
what=${1:-all}
case $what in all | files | linux | windows) ;; *) echo "check: all, files, linux or windows" >&2; exit 2 ;; esac
releases=("${@:2}")
[ ${#releases[@]} -gt 0 ] || releases=(bookworm trixie jammy)
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' refund_gui/__init__.py)
. packaging/checking.sh

. packaging/needed.sh
needed=()
case $what in linux | all) needed+=("${linux_check[@]}") ;; esac
case $what in windows | all) needed+=("${windows_check[@]}") ;; esac
packaging/needs.sh "${needed[@]}" || exit 1

# Two parts at a time: each waits a good deal for the network.
all_parts() {
    local parts=(files windows "${releases[@]/#/linux }") part counts more_passed more_failed more_skipped
    printf '%s\n' "${parts[@]}" | xargs -P 2 -I PART sh -c 'packaging/check.sh PART > "$0/PART.log" 2>&1' "$work"
    for part in "${parts[@]}"; do
        counts=$(tail -n 1 "$work/$part.log")
        if [[ $counts =~ ^[0-9]+\ passed ]]; then
            head -n -1 "$work/$part.log"
        else # it did not come to its end
            cat "$work/$part.log"
            counts="0 passed, 1 failed"
        fi
        read -r more_passed _ more_failed _ more_skipped _ <<< "$counts"
        passed=$((passed + more_passed)) failed=$((failed + more_failed)) skipped=$((skipped + more_skipped))
    done
}

case $what in
    all) all_parts ;;
    files) . packaging/files_check.sh ;;
    *) . "packaging/$what/check.sh" ;;
esac

counts="$passed passed, $failed failed"
[ "$skipped" = 0 ] || counts="$counts, $skipped skipped"
echo "$counts"
[ "$failed" = 0 ]
