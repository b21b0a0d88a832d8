#!/bin/sh
# Stands in for the AppImage runtime where that cannot be downloaded: unpacks the image behind
# this script, which is padded to 4096 bytes, with Debian's squashfs-tools and runs it. For tests.
set -eu
image=$(readlink -f "$0")
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
unsquashfs -quiet -no-progress -offset 4096 -dest "$unpacked/app" "$image" >/dev/null
APPIMAGE="$image" APPDIR="$unpacked/app" "$unpacked/app/AppRun" "$@"
exit $?
