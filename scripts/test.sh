#!/usr/bin/env bash
# Sets up what the tests need beyond npm packages (a Chromium, a Python environment), then runs every check.
set -euo pipefail
cd "$(dirname "$0")/.."

has_chromium() {
  [ -n "${CHROMIUM_PATH:-}" ] || command -v chromium chromium-browser google-chrome >/dev/null
}
if ! has_chromium; then
  as_root=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq chromium >/dev/null
fi

if [ ! -x .venv/bin/python ]; then python3 -m venv .venv; fi
.venv/bin/pip install --quiet --disable-pip-version-check -r training/requirements.txt -r training/requirements-dev.txt

exec npx tsx scripts/run-checks.ts "$@"
