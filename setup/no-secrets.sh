#!/usr/bin/env bash
# Looks for what must never be in the repository: keys, key rings, passwords and connection strings with one. Tests
# make up passwords of their own; they are looked through for keys only.
set -uo pipefail
cd "$(dirname "$0")/.."

found=0
look() {
  local what=$1
  shift
  if git grep -nIE "$@"; then
    echo "^ $what" >&2
    found=1
  fi
}

look 'a private key' -e '-----BEGIN [A-Z ]*PRIVATE KEY-----' -- . ':!setup/no-secrets.sh'
look 'a key of a key ring' -e '<key id="[0-9a-f-]{36}" version=' -- .
look 'an API key' -e '\bak_[a-z0-9]{12}_[A-Za-z0-9_-]{20,}' -- .
look 'a password' -i -e '(password|pwd|secret)["'"'"']?\s*[=:]\s*["'"'"'][^"'"'"'${}<> ]{6,}["'"'"']' -- \
  src demo deploy setup run test .ci ':!*/migrations/*' ':!src/Portal/package-lock.json'
look 'a connection string with a password' -i -e '(password|pwd)=[^;{"'"'"'$ <]+' -- src demo deploy setup run test README.md docs
if git ls-files | grep -E '\.(pfx|p12|pem|key|cookie)$|(^|/)\.data/|(^|/)\.env$'; then
  echo '^ a file that holds secrets' >&2
  found=1
fi
exit $found
