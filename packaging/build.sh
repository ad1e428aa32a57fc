#!/usr/bin/env bash
# build.sh [linux|windows|all]: installers into dist/, from pinned and hashed parts alone.
# The same commit gives the same bytes: every time in them is that of the commit.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-all}
case $what in linux | windows | all) ;; *) echo "build: linux, windows or all" >&2; exit 2 ;; esac

python=${PYTHON:-python3.11}
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' refund_gui/__init__.py)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PIP_DISABLE_PIP_VERSION_CHECK=1
TZ=UTC && export TZ

. packaging/needed.sh
needed=()
[ "$what" = windows ] || needed+=("${linux_build[@]}")
[ "$what" = linux ] || needed+=("${windows_build[@]}")
packaging/needs.sh "${needed[@]}"

# A virtual environment of its own: what only tests and checks use must not get in.
venv=build/packaging-venv
if [ "$(cat $venv/made-of 2>/dev/null)" != "$(sha256sum < packaging/requirements-build.txt)" ]; then
    "$python" -m venv --clear $venv
    $venv/bin/pip install --quiet --only-binary :all: --require-hashes -r packaging/requirements-build.txt
    sha256sum < packaging/requirements-build.txt > $venv/made-of
fi
for source in resources/i18n/*.ts; do
    $venv/bin/pyside6-lrelease -silent "$source" -qm "${source%.ts}.qm"
done
$venv/bin/python packaging/icons.py build/icons
mkdir -p dist

build_linux() {
    $venv/bin/pyinstaller --noconfirm --clean --log-level WARN --distpath build/folder --workpath build/pyinstaller \
        packaging/app.spec
    $venv/bin/python packaging/licences.py $venv/lib/python3*/site-packages build/folder/refund-terminal/licences
    packaging/linux/deb.sh build/folder/refund-terminal "$version" dist
}

build_windows() {
    packaging/windows/build.sh "$venv" "$version"
}

case $what in
    linux) build_linux ;;
    windows) build_windows ;;
    all)
        build_windows > build/windows.log 2>&1 &
        build_linux
        wait $! || { cat build/windows.log >&2; exit 1; }
        ;;
esac
$venv/bin/python -W ignore -m cyclonedx_py requirements --output-reproducible --pyproject pyproject.toml --of JSON \
    -o dist/sbom.json requirements.txt
$venv/bin/python packaging/sbom.py dist/sbom.json "$version"
(cd dist && shopt -s nullglob && sha256sum -- *.deb *.exe sbom.json > SHA256SUMS)
ls -l dist
