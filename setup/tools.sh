# The tools that ./run and ./test cannot install by themselves. Sourced by both.

stop() {
  echo "$1" >&2
  exit 2
}

require_sdk() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' ||
    stop '缺少 .NET 10 SDK：请安装后再运行（dotnet --list-sdks 应列出 10.0 版）。'
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
             process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' ||
    stop "需要 Node.js 20.19 或更新版本（含 npm），当前：$(node --version 2>/dev/null || echo 未安装)。"
}

# Build servers would stay behind as processes of their own.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# One compiler for all projects, which is several times faster than one for each; it ends with the build.
build() {
  local compiler=assessment-$$ code=0
  dotnet build "$1" --configuration Release --verbosity minimal -p:SharedCompilationId=$compiler || code=$?
  pkill -f -- "-pipename:$compiler( |\$)" || true
  return $code
}
