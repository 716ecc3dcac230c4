# Fetches the portal's npm packages and builds its pages, when something has changed. Sourced by ./run and ./test.

portal=src/Portal

fetch_portal_packages() {
  local stamp=$portal/node_modules/.fetched
  if ! cmp -s $portal/package-lock.json $stamp; then
    echo '下载网页部分的 npm 包（package-lock.json 所列）……'
    npm ci --prefix $portal --no-audit --no-fund &&
      cp $portal/package-lock.json $stamp
  fi
}

build_portal() {
  fetch_portal_packages || return
  local built=$portal/dist/index.html
  if [ ! -e $built ] || [ -n "$(find $portal -newer $built -type f \
    -not -path "$portal/node_modules/*" -not -path "$portal/dist/*" -not -path '*/generated/*' -print -quit)" ]; then
    echo '编译网页……'
    npm run build --prefix $portal &&
      touch $built
  fi
}
