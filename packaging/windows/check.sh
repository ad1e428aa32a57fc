# Sourced by ../check.sh: setup.exe in a fresh wine prefix. Three libraries that wine 8 lacks are stubs, and never shipped.
setup=$(realpath "dist/refund-terminal-$version-setup.exe")
venv=build/packaging-venv
wine=/usr/lib/wine/wine64
before=c5753e9  # the last commit whose store has no search index: the version that is upgraded
new_screen
mkdir -p "$work/home" "$work/stubs"
export HOME="$work/home" WINEPREFIX="$work/prefix" WINEARCH=win64 WINEDEBUG=-all REFUND_TERMINAL_QUIET=1
export LC_ALL=C.UTF-8 DISPLAY=$screen WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=d;mscms=n"
drive=$WINEPREFIX/drive_c
local_data=$drive/users/$(id -un)/AppData/Local
program_folder="$local_data/Programs/RefundTerminal"
data_folder="$local_data/refund-terminal"

trap 'kill $xvfb 2>/dev/null; /usr/lib/wine/wineserver64 -k 2>/dev/null; rm -rf "$work"' EXIT

# Wine gives a program that inherits a plain file no standard output, and Python then does not start.
win() {
    (cd / && timeout 240 $wine "$@" < /dev/null 2>/dev/null | cat; exit "${PIPESTATUS[0]}")
}
exits_with() {
    local wanted=$1
    shift
    win "$@"
    local code=$?
    echo "exit code $code"
    [ $code = "$wanted" ]
}
fresh_prefix() {
    win wineboot -i > /dev/null
    for stub in icuuc mscms bcryptprimitives; do
        x86_64-w64-mingw32-gcc -shared -Os -s "packaging/wine/${stub}_stub.c" -o "$drive/windows/system32/$stub.dll" -ladvapi32
    done
    win reg add 'HKCU\Software\Wine' /v Version /d win10 /f
}
no_foreign_file() {
    ! grep -rlE 'Wine builtin DLL|Wine placeholder DLL' "$program_folder" \
        && ! find "$program_folder" -iname '*pytest*' -o -iname '*hypothesis*' -o -iname 'icuuc.dll' -o -iname 'mscms.dll' \
            -o -iname 'bcryptprimitives.dll' | grep .
}
one_runtime_library() {
    find "$program_folder" -iname 'vcruntime140.dll'
    [ "$(find "$program_folder" -iname 'vcruntime140.dll' | wc -l)" = 1 ]
}
texts_are_korean() {
    [ -s "$program_folder/lib/resources/i18n/ko.qm" ] && [ -s "$program_folder/lib/PySide6/translations/qtbase_ko.qm" ]
}
start_menu_entry() {
    find "$drive/users" -name '*.lnk' | grep -E '환불 단말기|Refund Terminal'
}
self_test() {
    rm -f "$drive/report.txt"
    win "$1/RefundTerminal.exe" --self-test --report 'C:\report.txt'
    local code=$?
    cat "$drive/report.txt"
    [ $code = 0 ] && grep -q '^self-test ok' "$drive/report.txt" && grep -q 'WinVault\|Windows, written, read, deleted' "$drive/report.txt"
}
tour() {
    rm -rf "$drive/tour"
    win "$1/RefundTerminal.exe" --tour 'C:\tour'
    local code=$?
    find "$drive/tour" -printf '%f\n' | sort
    return $code
}
start_program() {
    (cd / && exec $wine "$program_folder/RefundTerminal.exe" "$@" < /dev/null > /dev/null 2>&1) &
}
on_screen() {
    for _ in $(seq 120); do
        xdotool search --onlyvisible --name "$1" > /dev/null 2>&1 && return 0
        sleep 0.5
    done
    return 1
}
# The options of NSIS that name a folder come last and must not be quoted; wine quotes an argument that holds a space.
# So a folder goes in word by word, which wine puts together again.
installs_into() {
    local words
    read -ra words <<< "/D=$(windows_path "$1")"
    exits_with 0 "$setup" /S "${words[@]}"
}
# An uninstaller runs from a copy of itself, whose end nobody sees, unless it is told where it is.
uninstaller_exits_with() {
    local wanted=$1 words
    read -ra words <<< "_?=$(windows_path "$program_folder")"
    exits_with "$wanted" "$program_folder/uninstall.exe" /S "${@:2}" "${words[@]}"
}
windows_path() {
    echo "C:\\$(tr / '\\' <<< "${1#"$drive"/}")"
}
close_program() {
    win taskkill /im RefundTerminal.exe
    for _ in $(seq 60); do
        pgrep -f 'RefundTerminal.exe --practice' > /dev/null || return 0
        sleep 0.5
    done
    echo "it does not close"
    win taskkill /f /im RefundTerminal.exe
    return 1
}
refuses_while_running() {
    start_program --practice --language ko
    on_screen '환불 단말기' || { close_program; return 1; }
    exits_with 5 "$setup" /S && uninstaller_exits_with 5 && close_program
}
uninstalls_by_itself() {
    exits_with 0 "$program_folder/uninstall.exe" /S
    for _ in $(seq 60); do
        [ -e "$program_folder" ] || return 0
        sleep 0.5
    done
    find "$program_folder"
    return 1
}
make_old_version() {
    local source=$work/old
    rm -rf "$data_folder"
    mkdir -p "$source" "$data_folder" && git archive "$before" refund_gui resources main.py | tar -x -C "$source" || return 1
    (cd "$source" && "$OLDPWD/$venv/bin/python" "$OLDPWD/packaging/windows/old_shop.py" "$data_folder") || return 1
    "$venv/bin/python" packaging/windows/folder.py build/windows/runtime/cp311 build/windows/RefundTerminal.exe \
        "$work/old-folder" "$source" || return 1
    makensis -V1 -DFAST -DVERSION=0.0.9 "-DFOLDER=$work/old-folder" "-DICONS=$PWD/build/icons" \
        "-DOUT=$work/old-setup.exe" "-DSIGN=$PWD/packaging/windows/sign.sh" packaging/windows/installer.nsi
}
version_and_refunds() {
    "$venv/bin/python" - "$data_folder/practice/store.sqlite3" <<'PYTHON'
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
[version] = store.execute("SELECT max(version) FROM versions").fetchone()
print(version, store.execute("SELECT refund_id, amount, state, cancellation_id FROM refunds ORDER BY id").fetchall())
PYTHON
}
upgrades_with_its_data() {
    exits_with 0 "$work/old-setup.exe" /S || return 1
    local old new
    old=$(version_and_refunds)
    exits_with 0 "$setup" /S || return 1
    start_program --practice --language ko
    on_screen '환불 단말기' && sleep 3 && close_program || return 1
    new=$(version_and_refunds)
    echo "before: $old"
    echo "after:  $new"
    [ "${old%% *}" -lt "${new%% *}" ] && [ "${old#* }" = "${new#* }" ] && [ "${new#* }" != "[]" ]
}
uninstalled_but_for_the_data() {
    uninstaller_exits_with 0 || return 1
    rm -f "$program_folder/uninstall.exe"  # with _? it cannot remove itself
    find "$program_folder" 2>/dev/null
    ! [ -d "$(find "$program_folder" -mindepth 1 2>/dev/null | head -1)" ] \
        && [ -z "$(find "$program_folder" -type f 2>/dev/null)" ] \
        && ! find "$drive/users" -name '*.lnk' | grep -E '환불|Refund' \
        && [ -s "$data_folder/practice/store.sqlite3" ]
}
in_a_korean_folder() {
    program_folder="$drive/가게 PC/환불 단말기"
    installs_into "$program_folder" && self_test "$program_folder" && tour "$program_folder"
}
deletes_data_when_told() {
    [ -e "$data_folder" ] && uninstaller_exits_with 0 /DELETEDATA && ! [ -e "$data_folder" ]
}
is_signed_when_it_can_be() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Throw-away" -keyout "$work/key.pem" -out "$work/certificate.pem"
    cp "$setup" "$work/signed.exe"
    SIGN_CERTIFICATE=$work/certificate.pem SIGN_KEY=$work/key.pem packaging/windows/sign.sh "$work/signed.exe"
    osslsigncode verify -CAfile "$work/certificate.pem" -in "$work/signed.exe" | grep 'CN=Throw-away'
}

check "signing step, with a throw-away certificate" is_signed_when_it_can_be
check "a fresh wine prefix" fresh_prefix
check "installs silently" exits_with 0 "$setup" /S
check "takes 95 MB at most" at_most "$program_folder" 95
check "no wine or test file is in it" no_foreign_file
check "one vcruntime140.dll" one_runtime_library
check "Korean texts are there" texts_are_korean
check "start-menu entry" start_menu_entry
check "self-test with a keyring round trip" self_test "$program_folder"
check "the tour, refunds made and saved" tour "$program_folder"
check "refuses to install or uninstall while it runs" refuses_while_running
check "uninstalls as Windows' settings do it" uninstalls_by_itself
if git cat-file -e "$before" 2>/dev/null; then
    check "an older version with its data" make_old_version
    check "upgrades over it, its store migrated, its refunds intact" upgrades_with_its_data
else
    skip "upgrade over an older version" "this checkout lacks its history: git fetch --unshallow"
    check "installs again" exits_with 0 "$setup" /S
fi
check "uninstalled: nothing left but the data" uninstalled_but_for_the_data
check "in a folder with Hangul and a space: installs, self-test, tour" in_a_korean_folder
check "deletes the data when told to" deletes_data_when_told
