# Sourced by check.sh: the packages' sizes, and what goes beside them.
sums_fit() {
    (cd dist && sha256sum --check SHA256SUMS)
}
# Every package of either system's lock, by name and version.
sbom_is_whole() {
    local missing
    missing=$(sed -nE 's/^([a-z0-9-]+)==([^ ;]+).*/pkg:pypi\/\1@\2/p' requirements.txt packaging/requirements-windows.txt \
        | sort -u | grep -vxFf <(grep -oE 'pkg:[^"]+' dist/sbom.json))
    echo "missing: $missing"
    [ -z "$missing" ] && grep -q '"name": "CPython"' dist/sbom.json
}

check "the .deb is 38 MB at most" at_most "dist/refund-terminal_${version}_amd64.deb" 38
check "setup.exe is 30 MB at most" at_most "dist/refund-terminal-$version-setup.exe" 30
check "SHA256SUMS fits what lies in dist/" sums_fit
check "sbom.json lists every package of both systems" sbom_is_whole
