#!/usr/bin/env bash
# unmount.sh FOLDER: whatever is still mounted below it.
set -uo pipefail
awk -v below="$1/" 'index($2, below) == 1 {print $2}' /proc/mounts | sort -r | while read -r place; do
    umount -l "$place"
done
