# Sourced by ../check.sh, which sets `releases`: the .deb in fresh systems without Python, as an ordinary user.
deb=$(realpath "dist/refund-terminal_${version}_amd64.deb")
# From where this machine installs; nothing is written down of it.
mirror=$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -1)
ubuntu=$(sed -n 's/.*default_mirror \(.*archive\.ubuntu.*\)/\1/p' /usr/share/debootstrap/scripts/jammy)
new_screen
trap 'kill $xvfb 2>/dev/null; packaging/linux/unmount.sh "$work"; rm -rf "$work"' EXIT

# inside COMMAND...: in the fresh system, as root; nothing of this machine's environment goes along.
inside() {
    unshare --mount --pid --fork --mount-proc sh -c '
        mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev"
        exec chroot "$0" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive "$@"' "$system" "$@"
}
as_owner() {
    inside setpriv --reuid=owner --regid=owner --init-groups env HOME=/home/owner DISPLAY=$screen "$@"
}
# Debian has no package with Ubuntu's keys, so that its base is taken unsigned: good enough for a root that only this
# check sees and that is thrown away. What apt installs into it is checked with the keys that the base brings.
fresh() {
    case $1 in
        jammy) debootstrap --no-check-gpg --variant=minbase --components=main,universe jammy "$system" "$ubuntu" ;;
        *) debootstrap --variant=minbase "$1" "$system" ${mirror:+"$mirror"} ;;
    esac
}
can_be_reached() {
    [ "$1" != jammy ] || curl --silent --fail --head --max-time 15 --output /dev/null "$ubuntu/dists/jammy/Release"
}
has_no_python() {
    ! inside sh -c 'command -v python3'
}
installed() {
    cp "$deb" "$system/refund-terminal.deb" && inside sh -c '
        apt-get -qq update && apt-get -qq install --yes --no-install-recommends \
            /refund-terminal.deb fonts-noto-cjk dbus-daemon gnome-keyring' \
        && inside useradd --create-home owner
}
self_test() {
    as_owner refund-terminal --self-test --report /home/owner/report.txt
    local code=$?
    cat "$system/home/owner/report.txt"
    return $code
}
keyring_round_trip() {
    as_owner dbus-run-session -- sh -c 'printf made-up | gnome-keyring-daemon --unlock --components=secrets > /dev/null
        refund-terminal --self-test --report /home/owner/keyring.txt'
    grep 'SecretService.*written, read, deleted' "$system/home/owner/keyring.txt" || { cat "$system/home/owner/keyring.txt"; return 1; }
}
tour() {
    as_owner refund-terminal --tour /home/owner/tour && ls "$system/home/owner/tour"
}
# A window on a real X server: it comes up, and closes when it is asked to.
window_opens() {
    as_owner refund-terminal --practice --language ko > "$work/window" 2>&1 &
    local program=$! found=
    for _ in $(seq 60); do
        found=$(DISPLAY=$screen xdotool search --onlyvisible --name '환불 단말기' 2>/dev/null | head -1)
        [ -n "$found" ] && break
        sleep 0.5
    done
    [ -n "$found" ] || { cat "$work/window"; kill $program; return 1; }
    DISPLAY=$screen xdotool windowclose "$found"
    kill $program 2>/dev/null
    wait $program 2>/dev/null
    return 0
}
data_is_there() {
    ls "$system/home/owner/.local/share/refund-terminal/practice/"*.sqlite* || ls -R "$system/home/owner/.local/share"
    [ -n "$(find "$system/home/owner/.local/share/refund-terminal" -name '*.db' -o -name '*.sqlite*')" ]
}
removed() {
    inside dpkg -r refund-terminal && ! [ -e "$system/opt/refund-terminal" ] && ! [ -e "$system/usr/bin/refund-terminal" ] \
        && data_is_there
}
texts_are_korean() {
    [ -s "$system/opt/refund-terminal/_internal/resources/i18n/ko.qm" ] \
        && [ -s "$system/opt/refund-terminal/_internal/PySide6/Qt/translations/qtbase_ko.qm" ]
}
no_foreign_library_path() {
    ! find "$system/opt/refund-terminal" -type f -exec readelf -d {} + 2>/dev/null | grep -E '(RPATH|RUNPATH).*\[/'
}
no_test_file() {
    ! find "$system/opt/refund-terminal" -iname '*pytest*' -o -iname '*hypothesis*' -o -path '*tests*' | grep .
}

for release in "${releases[@]}"; do
    system=$work/$release
    can_be_reached "$release" || { skip "$release" "not reached: ${ubuntu:-no mirror known}"; continue; }
    check "$release: a fresh system" fresh $release
    check "$release: it has no Python" has_no_python
    check "$release: installs with what it depends on" installed
    check "$release: takes 125 MB at most" at_most "$system/opt/refund-terminal" 125
    check "$release: Korean texts are there" texts_are_korean
    check "$release: libraries are looked for beside it and in the system" no_foreign_library_path
    check "$release: nothing of the tests is there" no_test_file
    check "$release: self-test as an ordinary user" self_test
    check "$release: a keyring round trip" keyring_round_trip
    check "$release: the tour, refunds made and saved" tour
    check "$release: a window on a screen" window_opens
    check "$release: removed, and the data kept" removed
    packaging/linux/unmount.sh "$system"
    rm -rf "$system"
done
