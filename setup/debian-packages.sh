# Installs what is missing of Debian's packages, after saying what and why. Sourced by ./run and ./test.

wanted=()
why=()

# want PACKAGE REASON TEST...: wants the package unless the test succeeds.
want() {
  local package=$1 reason=$2
  shift 2
  if ! "$@" >/dev/null 2>&1; then
    wanted+=("$package")
    why+=("  ${package}：$reason")
  fi
}

want_servers() {
  want rabbitmq-server '服务之间传递消息' test -x /usr/lib/rabbitmq/bin/rabbitmq-server
  want postgresql '保存数据' sh -c 'ls /usr/lib/postgresql/*/bin/postgres'
}

want_browser() {
  want chromium '网页测试用的浏览器' sh -c 'command -v chromium'
  want fonts-noto-cjk '网页测试要显示中文' dpkg -s fonts-noto-cjk
}

want_alert_checker() {
  want prometheus '核对告警规则（其中的 promtool）' sh -c 'command -v promtool'
}

install_wanted() {
  [ ${#wanted[@]} -gt 0 ] || return 0
  echo '需要安装 Debian 软件包：'
  printf '%s\n' "${why[@]}"
  local install="apt-get install -y --no-install-recommends ${wanted[*]}"
  if [ "$(id -u)" = 0 ]; then
    install_as_root "${wanted[@]}"
  elif sudo -n true 2>/dev/null; then
    sudo bash -c "$(declare -f install_as_root); install_as_root ${wanted[*]}"
  else
    stop "没有安装权限，请先运行：sudo apt-get update && sudo $install"
  fi
}

# The servers run as private processes of ours; the packages' own services must neither start now nor at the
# next boot.
install_as_root() (
  policy=/usr/sbin/policy-rc.d
  kept=$policy.before-install
  if [ -e $policy ]; then mv $policy $kept; fi
  trap 'rm -f $policy; if [ -e $kept ]; then mv $kept $policy; fi' EXIT
  printf '#!/bin/sh\nexit 101\n' >$policy
  chmod 755 $policy
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q && apt-get install -y -q --no-install-recommends "$@" || exit 1
  if command -v systemctl >/dev/null; then
    for package in "$@"; do
      case $package in rabbitmq-server | postgresql | prometheus) systemctl disable $package ;; esac
    done
  fi
  exit 0
)
