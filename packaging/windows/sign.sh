#!/usr/bin/env bash
# sign.sh FILE: signs it in place when SIGN_CERTIFICATE and SIGN_KEY name PEM files; does nothing without.
# A real certificate lies in a token or a service: put its -pkcs11module or -spc options into SIGN_OPTIONS.
set -euo pipefail
if [ -z "${SIGN_CERTIFICATE:-}${SIGN_OPTIONS:-}" ]; then
    exit 0
fi
read -ra options <<< "${SIGN_OPTIONS:--certs $SIGN_CERTIFICATE -key $SIGN_KEY}"
[ -z "${SIGN_TIMESTAMP_URL:-}" ] || options+=(-ts "$SIGN_TIMESTAMP_URL")
osslsigncode sign "${options[@]}" -h sha256 -n "Refund Terminal" -in "$1" -out "$1.signed" > /dev/null
mv "$1.signed" "$1"
