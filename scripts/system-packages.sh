#!/bin/sh
# Makes sure of what neither PyPI nor npm has: system-packages.sh [venv] [driver] [browser] [java]
# Installs what is missing where this user may (root, or sudo without a password); otherwise one line says what to do.
set -eu
cd "$(dirname "$0")/.."

has() {
  case $1 in
    venv) "${PYTHON:-python3}" -c 'import ensurepip, venv' ;;
    driver) .venv/bin/python -m playwright --version ;;
    browser) .venv/bin/python -m tests.external ;;
    java) java -version ;;
  esac >/dev/null 2>&1
}

package() {
  case $1 in
    venv) "${PYTHON:-python3}" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])' ;;
    driver) echo libatomic1 ;; # for the Node.js inside Playwright
    browser) echo chromium ;;
    java) echo default-jre-headless ;;
  esac
}

missing() {
  for need in "$@"; do
    has "$need" || printf '%s ' "$need"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null
}

install() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null || return 0
  echo "Installing for: $*" >&2
  apt update || return 0
  for need in "$@"; do
    # Ubuntu has Chromium only as a snap; Playwright's own is tried below.
    if LC_ALL=C apt-cache policy "$(package "$need")" | grep -q 'Candidate: [0-9]'; then
      apt install -y --no-install-recommends "$(package "$need")" || true
    fi
  done
}

playwright() {
  echo "Trying Playwright's own Chromium" >&2
  if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
    .venv/bin/python -m playwright install --with-deps chromium >/dev/null 2>&1 || true
  else
    .venv/bin/python -m playwright install chromium >/dev/null 2>&1 || true
  fi
}

needed=$(missing "$@")
[ -z "$needed" ] && exit 0
install $needed
case $needed in *browser*) has browser || playwright ;; esac

needed=$(missing $needed)
[ -z "$needed" ] && exit 0
packages=$(for need in $needed; do printf '%s ' "$(package "$need")"; done)
hint=
case $needed in *browser*) hint=' (instead of chromium, Google Chrome or a path in CHROME_PATH will do)' ;; esac
echo "Please install what is missing: sudo apt-get install ${packages% }$hint" >&2
exit 1
