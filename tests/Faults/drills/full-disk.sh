#!/usr/bin/env bash
# The tests of a full disk on a disk that is really full: a small one in memory, mounted for this process only.
# Needs root: sudo tests/Faults/drills/full-disk.sh
set -euo pipefail
cd "$(dirname "$0")/../../.."
if [ "$(id -u)" != 0 ]; then
  echo 'Mounting a disk needs root.' >&2
  exit 2
fi
if [ -z "${IN_DRILL:-}" ]; then
  IN_DRILL=1 exec unshare --mount "$0" "$@"
fi
export SMALL_DISK
SMALL_DISK=$(mktemp -d)
mount -t tmpfs -o size=320m,mode=755 tmpfs "$SMALL_DISK"
trap 'umount "$SMALL_DISK"; rmdir "$SMALL_DISK"' EXIT
. setup/tools.sh
build tests/Faults/Faults.Tests.csproj
dotnet test tests/Faults --no-build --configuration Release --filter FullyQualifiedName~FullDisk
df -h "$SMALL_DISK"
