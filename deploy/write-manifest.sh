#!/usr/bin/env bash
# Publishes the deployment that src/AppHost describes as deploy/aspire-manifest.json. With --check nothing is written, and
# it fails when the file is not what would be.
set -euo pipefail
cd "$(dirname "$0")"

host=../src/AppHost/bin/Release/net10.0/Assessment.AppHost.dll
# Next to its place, since paths in it are relative to the file.
written=$(mktemp -p . .manifest-XXXXXX.json)
trap 'rm -f "$written"' EXIT
dotnet "$host" --operation publish --step publish-manifest --output-path "$PWD/$written" >/dev/null

if [ "${1:-}" = --check ]; then
  diff aspire-manifest.json "$written"
else
  mv "$written" aspire-manifest.json
  chmod 644 aspire-manifest.json
fi
