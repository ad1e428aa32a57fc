# What all checks use: `check NAME COMMAND...` runs the command and counts.
passed=0 failed=0 skipped=0
# Where a check puts what it makes; what else it starts, its own trap ends.
work=$(mktemp -d "${TMPDIR:-/tmp}/refund-terminal-check.XXXXXX")
trap 'rm -rf "$work"' EXIT

# new_screen: an X server; sets `screen`, and `xvfb` to its process.
new_screen() {
    Xvfb -noreset -displayfd 3 -screen 0 1280x900x24 3> "$work/screen" > "$work/xvfb" 2>&1 &
    xvfb=$!
    for _ in $(seq 50); do
        [ -s "$work/screen" ] && break
        sleep 0.1
    done
    screen=:$(cat "$work/screen")
}

check() {
    local name=$1 started=$SECONDS
    shift
    if "$@" > "$work/out" 2>&1; then
        passed=$((passed + 1))
        echo "ok   $name ($((SECONDS - started)) s)"
    else
        failed=$((failed + 1))
        echo "FAIL $name"
        tail -20 "$work/out" | sed 's/^/     /'
    fi
}

# skip NAME WHY: counted and told, never silent.
skip() {
    skipped=$((skipped + 1))
    echo "SKIP $1: $2"
}

# at_most FILE-OR-FOLDER MEGABYTES
at_most() {
    local bytes
    bytes=$(du -sb "$1" | cut -f1)
    echo "$bytes bytes"
    [ "$bytes" -le $(($2 * 1000 * 1000)) ]
}
