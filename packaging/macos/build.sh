#!/usr/bin/env bash
# build.sh: dist/refund-terminal-VERSION.dmg, on macOS only. Not run: nothing here has seen a Mac. Neither signed nor notarised.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' refund_gui/__init__.py)
venv=build/packaging-venv
"${PYTHON:-python3.11}" -m venv --clear $venv
$venv/bin/pip install --quiet --only-binary :all: --require-hashes -r packaging/requirements-build.txt
for source in resources/i18n/*.ts; do
    $venv/bin/pyside6-lrelease -silent "$source" -qm "${source%.ts}.qm"
done
$venv/bin/python packaging/icons.py build/icons
$venv/bin/pyinstaller --noconfirm --clean --log-level WARN --distpath build/folder --workpath build/pyinstaller \
    packaging/app.spec
$venv/bin/python packaging/licences.py $venv/lib/python3*/site-packages "build/folder/Refund Terminal.app/Contents/Resources/licences"
mkdir -p dist
$venv/bin/dmgbuild -s packaging/macos/dmg_settings.py "Refund Terminal" "dist/refund-terminal-$version.dmg"
