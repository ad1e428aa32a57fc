#!/usr/bin/env bash
# deb.sh FOLDER VERSION DIST: PyInstaller's folder as DIST/refund-terminal_VERSION_amd64.deb.
# SOURCE_DATE_EPOCH must be set: every file gets that time.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=$(realpath "$1") version=$2 dist=$(realpath "$3")
name=refund-terminal
id=kr.refund_terminal.RefundTerminal
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/package

install -d "$package"/{opt/$name,usr/bin,usr/share/applications,usr/share/metainfo,"usr/share/doc/$name",DEBIAN}
cp -a "$folder"/. "$package/opt/$name/"
ln -s "/opt/$name/$name" "$package/usr/bin/$name"
for size in 16 24 32 48 64 128 256; do
    install -Dm644 "$root/build/icons/$size.png" "$package/usr/share/icons/hicolor/${size}x$size/apps/$id.png"
done
install -Dm644 "$root/resources/icons/app.svg" "$package/usr/share/icons/hicolor/scalable/apps/$id.svg"
install -m644 "$here/$id.desktop" "$package/usr/share/applications/"
sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)/" "$here/metainfo.xml" \
    > "$package/usr/share/metainfo/$id.metainfo.xml"
install -m644 "$here/copyright" "$package/usr/share/doc/$name/"
gzip -9nc "$root/CHANGELOG.md" > "$package/usr/share/doc/$name/changelog.gz"
desktop-file-validate "$package/usr/share/applications/$id.desktop"
appstreamcli validate --no-net --explain "$package/usr/share/metainfo/$id.metainfo.xml"

# What the files really link to; libraries that lie in the folder are the program's own.
mkdir "$work/debian"
printf 'Source: %s\n\nPackage: %s\nArchitecture: amd64\n' $name $name > "$work/debian/control"
mapfile -t elves < <(find "$package/opt/$name" -type f -exec sh -c 'head -c4 "$1" | grep -q ELF' _ {} \; -print | sort)
# The build machine's Python would be looked for first where it was built.
for elf in "${elves[@]}"; do
    case $(patchelf --print-rpath "$elf" 2>/dev/null) in /*) patchelf --set-rpath '$ORIGIN' "$elf" ;; esac
done
mapfile -t own < <(find "$package/opt/$name" -name '*.so*' -type f -printf '%h\n' | sort -u)
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info "${own[@]/#/-l}" "${elves[@]/#/-e}" 2> "$work/shlibs.log" \
    | sed 's/^shlibs:Depends=//') || { cat "$work/shlibs.log" >&2; exit 1; }

# Their bounds are those of this machine's copies; Qt's wheel was made on an older system (manylinux_2_34),
# and Ubuntu 22.04 has older ones.
for library in libx11-xcb1 libzstd1; do
    depends=$(sed "s/\($library\) ([^)]*)/\1/" <<< "$depends")
done

chmod -R u+rwX,go+rX,go-w "$package"
find "$package/opt" -name '*.so*' -type f -exec chmod 644 {} +
cat > "$package/DEBIAN/control" <<CONTROL
Package: $name
Version: $version
Section: misc
Priority: optional
Architecture: amd64
Maintainer: The Refund Terminal authors <noreply@refund-terminal.invalid>
Installed-Size: $(du -sk --apparent-size "$package/opt" "$package/usr" | awk '{sum += $1} END {print sum}')
Depends: $depends, ca-certificates
Recommends: fonts-noto-cjk | fonts-nanum, gnome-keyring | kwalletmanager
Description: Give a customer's money back, exactly once
 A program for the counter PC of a small shop that takes payments through
 i'mport (PortOne): orders, refunds, history, daily close.
CONTROL
find "$package" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z6 --build "$package" "$dist/${name}_${version}_amd64.deb"
